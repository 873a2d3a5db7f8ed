using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Reference;

namespace LandscapeOpt.Tests.Landscapes;

/// <summary>Numbers that were computed elsewhere and are not already stated as critical points.</summary>
public sealed class GoldNumberTests
{
    // Eigenvalues of the Hessian at a critical point, lower one first, to the digits given.
    [Theory]
    [InlineData("rosenbrock", 1, 1, 0.39936077, 1001.6006)]
    [InlineData("beale", 3, 0.5, 0.30146365, 48.979786)]
    [InlineData("beale", 0, 1, -27.75, 27.75)]
    [InlineData("booth", 1, 3, 2, 18)]
    [InlineData("matyas", 0, 0, 0.04, 1)]
    [InlineData("goldstein-price", 0, -1, 402.83101, 965.16899)]
    [InlineData("rastrigin", 0, 0, 396.78418, 396.78418)]
    [InlineData("griewank", 0, 0, 0.5005, 1.0005)]
    [InlineData("levy-13", 1, 1, 2, 179.65288)]
    [InlineData("mccormick", -0.5471975511965977, -1.5471975511965977, 1.7320508, 4)]
    [InlineData("easom", Math.PI, Math.PI, 3, 3)]
    [InlineData("bohachevsky-1", 0, 0, 28.647932, 67.165468)]
    [InlineData("scalar-factorization", 0, 0, -1, 1)]
    [InlineData("scalar-factorization", 1, 1, 0, 2)]
    [InlineData("scalar-factorization", 2, 0.5, 0, 4.25)]
    [InlineData("scalar-factorization", 10, 0.1, 0, 100.01)]
    [InlineData("averaged", 2.147855119942794, 2.015011201381378, 2.95902, 3.87201)]
    [InlineData("easy", 1.875, 1.5, 0.1, 2)]
    [InlineData("sharp-flat", 1, 0, 1, 20)]
    [InlineData("sharp-flat", -1, 0, 1, 1)]
    public void Curvatures(string name, double x, double y, double low, double high)
    {
        Jet<Real> f = Named(name).Hessian(new(x, y));
        (Real actualLow, Real actualHigh) = new Symmetric<Real>(f.XX, f.XY, f.YY).Eigenvalues();
        Assert.Equal(low, actualLow, 1e-6 * Math.Max(1, high));
        Assert.Equal(high, actualHigh, 1e-5 * Math.Max(1, high));
    }

    [Fact]
    public void The_blogs_losses_at_its_start_and_its_grid_optimum()
    {
        var problem = (ILandscape)new EasyHard();
        Assert.Equal(2.302610518293, problem.Components[0].Landscape.Loss(new(-1, 1)), 1e-12);
        Assert.Equal(2.087570667635, problem.Components[1].Landscape.Loss(new(-1, 1)), 1e-12);
        Assert.Equal(0.14374044022017, problem.Loss(new(2.15, 2.0125)), 1e-14);
    }

    [Fact]
    public void The_cross_in_tray_has_its_cusp_on_the_axes()
    {
        ILandscape tray = Named("cross-in-tray");
        foreach (Point w in (Point[])[new(0, 0), new(0, 3.5), new(-2.25, 0)])
        {
            Dual<Real> f = tray.Gradient(w);
            Assert.Equal((-0.0001, 0, 0), (f.Value.Value, f.X.Value, f.Y.Value));
        }

        // The slope grows as distance^-0.9 towards the axis.
        double near = tray.Gradient(new(1e-6, 2)).X, nearer = tray.Gradient(new(1e-8, 2)).X;
        Assert.Equal(Math.Pow(100, 0.9), nearer / near, 0.01);
    }

    [Fact]
    public void Ackleys_minimum_is_a_cone()
    {
        ILandscape ackley = Named("ackley");
        Dual<Real> tip = ackley.Gradient(new(0, 0));
        Assert.Equal((4.440892098500626e-16, 0, 0), (tip.Value.Value, tip.X.Value, tip.Y.Value));
        foreach (double angle in (double[])[0, 0.3, 2, 4])
        {
            Dual<Real> f = ackley.Gradient(new(1e-7 * Math.Cos(angle), 1e-7 * Math.Sin(angle)));
            Assert.Equal(2 * Math.Sqrt(2), new Point(f.X, f.Y).Norm, 1e-5);
        }
    }

    [Fact]
    public void Easom_is_exactly_flat_far_from_its_well()
    {
        ILandscape easom = Named("easom");
        Dual<Real> origin = easom.Gradient(new(0, 0));
        Assert.Equal(-2.675e-9, origin.Value, 1e-12);
        Assert.Equal(2.4e-8, new Point(origin.X, origin.Y).Norm, 1e-9);
        Dual<Real> far = easom.Gradient(new(Math.PI + 20, Math.PI - 20));
        Assert.Equal((0, 0, 0), (far.Value.Value, far.X.Value, far.Y.Value));
    }

    [Theory]
    [InlineData(20, 0.248306437567298, 1.644735626510065)]
    [InlineData(50, 0.2542036252711182, 4.068448484710439)]
    public void The_barrier_between_sharp_and_flat(double sharp, double x, double loss)
    {
        ILandscape landscape = new SharpFlat(sharp, 1, 1);
        CriticalPoint barrier = landscape.Info.CriticalPoints.Single(p => p.Kind == CriticalKind.Saddle);
        Assert.Equal(x, barrier.At.X, 1e-14);
        Assert.Equal(loss, barrier.Loss, 1e-14);
        Assert.Equal(sharp == 20 ? -12.32545934 : double.NaN, sharp == 20 ? landscape.Hessian(barrier.At).XX : double.NaN, 1e-8);
    }

    [Fact]
    public void The_conflict_averse_toy_has_its_published_losses()
    {
        ReferenceTable table = ReferenceTable.Read("cagrad-toy.csv");
        ILandscape toy = Named("cagrad-toy");
        Assert.Equal(["first", "second"], toy.Components.Select(c => c.Name));
        Assert.True(table.Rows.Count > 80);
        for (int row = 0; row < table.Rows.Count; row++)
        {
            var w = new Point(table.Number(row, "x"), table.Number(row, "y"));
            double[] losses = [.. toy.Components.Select(c => c.Landscape.Loss(w))];
            double[] expected = [table.Number(row, "loss_first"), table.Number(row, "loss_second")];
            for (int k = 0; k < 2; k++)
            {
                // Points and losses are rounded to 9 decimals; on a canyon's wall the slope multiplies the rounding.
                Dual<Real> f = toy.Components[k].Landscape.Gradient(w);
                Assert.Equal(expected[k], losses[k], 1.1e-9 * (1 + Math.Abs(f.X) + Math.Abs(f.Y)));
            }

            Assert.Equal((0.5 * losses[0]) + (0.5 * losses[1]), toy.Loss(w));
        }
    }

    [Fact]
    public void The_toys_canyons_have_gradient_0_inside_the_clamp()
    {
        // At y > 0 the first task's canyon runs where (-x - 7)/2 + tanh y = 0.
        double y = 2, x = (2 * Math.Tanh(y)) - 7;
        Dual<Real> f = ((ILandscape)default(CagradToy.First)).Gradient(new(x, y));
        Assert.Equal(0, f.X.Value);
        Assert.Equal((Math.Log(5e-6) + 6) * Math.Tanh(1), f.Value, 1e-12);
    }

    [Fact]
    public void Gradient_flow_on_the_factorization_conserves_the_difference_of_squares()
    {
        foreach (Point w in Differences.PointsIn(Domain.Square(3), 100, seed: 1))
        {
            Dual<Real> f = Named("scalar-factorization").Gradient(w);
            Assert.Equal(0, (w.X * f.X) - (w.Y * f.Y), 1e-12);
        }
    }

    private static ILandscape Named(string name) => (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
}
