using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>The rules that use curvature in closed form.</summary>
public sealed class NewtonTests
{
    /// <summary>Eigenvalues −25 along (3, 4) and 25·10⁶ across: the shifted Hessian's lower one is λ alone.</summary>
    [Fact]
    public void Damped_Newton_keeps_all_digits_where_the_shifted_Hessian_is_nearly_singular()
    {
        var landscape = new Expression(new Formula("0.5 (1e6 (4 x - 3 y)^2 - (3 x + 4 y)^2)"));
        Point next = new DampedNewton().Path(landscape, new(3, 4), 1)[1];
        Assert.Equal(3 + (75 / 1e-3), next.X, 75_003 * 1e-14);
        Assert.Equal(4 + (100 / 1e-3), next.Y, 100_004 * 1e-14);
    }

    private static readonly Point NearSaddle = new(1, 0.1);

    [Fact]
    public void Newton_lands_on_the_saddle()
    {
        Point[] path = new Newton().Path(default(Saddle), NearSaddle, 5);
        Assert.All(path.Skip(1), w => Assert.Equal(new Point(0, 0), w));
    }

    [Fact]
    public void Saddle_free_Newton_leaves_it()
    {
        Point next = new SaddleFreeNewton(Damping: 0).Path(default(Saddle), NearSaddle, 1)[1];
        Assert.Equal(0, next.X, 15);
        Assert.Equal(0.2, next.Y, 15);

        Point[] path = new SaddleFreeNewton().Path(default(Saddle), NearSaddle, 10);
        Assert.True(path[^1].Y > 90 && Math.Abs(path[^1].X) < 1e-30);
    }

    [Fact]
    public void Saddle_free_Newton_is_Newton_where_the_loss_is_convex()
    {
        Point newton = new Newton().Path(default(Golden), NearSaddle, 1)[1], free = new SaddleFreeNewton(Damping: 0).Path(default(Golden), NearSaddle, 1)[1];
        Assert.Equal(0, (newton - free).Norm, 1e-15);
    }

    [Fact]
    public void Saddle_free_Newton_follows_its_eigenvectors()
    {
        // Curvatures 3 and −1 along (1, 1) and (1, −1).
        Point next = new SaddleFreeNewton(Damping: 1).Path(new Parabola(2, -4, 1, 2, 1), new(0, 0), 1)[1];
        Point expected = (2.0 / 2 / (3 + 1) * new Point(1, 1)) - (6.0 / 2 / (1 + 1) * new Point(1, -1));
        Assert.Equal(expected.X, next.X, 14);
        Assert.Equal(expected.Y, next.Y, 14);
    }

    [Fact]
    public void Where_the_Hessian_is_singular_Newton_takes_a_gradient_step() =>
        Assert.Equal(new Point(-0.75, -1), new Newton(0.25).Path(new Slope(3, 4), new(0, 0), 1)[1]);

    [Fact]
    public void With_a_line_search_Newton_descends_from_where_the_full_step_does_not()
    {
        // Concave around the start, where the full step goes up to the maximum between the wells.
        ILandscape landscape = default(Himmelblau);
        Point start = new(-0.2, -0.7);
        Assert.True(landscape.Loss(new Newton().Path(landscape, start, 30)[^1]) > 100);
        Point[] path = new Newton(LineSearch: NewtonLineSearch.Armijo).Path(landscape, start, 30);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(landscape.Loss(pair.Second) <= landscape.Loss(pair.First)));
        Assert.Equal(0, landscape.Loss(path[^1]), 1e-20);
    }

    [Fact]
    public void Damped_Newton_never_goes_up_and_knows_a_rejected_step_is_not_rest()
    {
        ILandscape landscape = default(Himmelblau);
        var oracle = new LandscapeOracle(landscape, new());
        Runner runner = new DampedNewton().Begin();
        Point w = new(-0.2, -0.7);
        int rejected = 0;
        for (int t = 0; t < 60; t++)
        {
            Point next = runner.Step(w, 1, oracle);
            Assert.True(landscape.Loss(next) < landscape.Loss(w) || next == w);
            rejected += next == w && runner.Motion != default ? 1 : 0;
            w = next;
        }

        Assert.True(rejected > 0);
        Assert.Equal(0, landscape.Loss(w), 1e-20);
    }

    [Fact]
    public void Natural_gradient_solves_the_factorization_as_its_closed_form_says()
    {
        // f = (xy − 1)²/2 has the one residual r = xy − 1, so (F + λ I)⁻¹ g = r (y, x)/(λ + x² + y²).
        const double Damping = 0.1;
        Point[] path = new NaturalGradient(0.5, Damping).Path(default(ScalarFactorization), new(2, 1.5), 20);
        for (int t = 0; t < 20; t++)
        {
            (double x, double y) = path[t];
            double scale = 0.5 * ((x * y) - 1) / (Damping + (x * x) + (y * y));
            Assert.Equal(x - (scale * y), path[t + 1].X, 1e-13);
            Assert.Equal(y - (scale * x), path[t + 1].Y, 1e-13);
        }
    }

    [Fact]
    public void Without_damping_the_singular_Gauss_Newton_matrix_leaves_a_gradient_step()
    {
        ILandscape landscape = default(ScalarFactorization);
        Point start = new(2, 1.5), g = landscape.Gradient(start).Gradient;
        Assert.Equal(start - (0.1 * g), new NaturalGradient(0.1, Damping: 0).Path(landscape, start, 1)[1]);
    }
}
