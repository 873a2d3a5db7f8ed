using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Landscapes;

public sealed class LeastSquaresTests
{
    /// <summary>Residuals written by hand, in the convention f = ½ Σ r², to compare with what the formulas give.</summary>
    private static readonly Dictionary<string, Func<double, double, double[]>> Residuals = new(StringComparer.Ordinal)
    {
        ["rosenbrock"] = (x, y) => [Math.Sqrt(2) * (1 - x), Math.Sqrt(200) * (y - (x * x))],
        ["himmelblau"] = (x, y) => [Math.Sqrt(2) * ((x * x) + y - 11), Math.Sqrt(2) * (x + (y * y) - 7)],
        ["beale"] = (x, y) =>
        [
            Math.Sqrt(2) * (1.5 - x + (x * y)), Math.Sqrt(2) * (2.25 - x + (x * y * y)), Math.Sqrt(2) * (2.625 - x + (x * y * y * y)),
        ],
        ["booth"] = (x, y) => [Math.Sqrt(2) * (x + (2 * y) - 7), Math.Sqrt(2) * ((2 * x) + y - 5)],
        ["scalar-factorization"] = (x, y) => [(x * y) - 1],
        ["quadratic"] = (x, y) => [x, Math.Sqrt(10) * y],
    };

    public static TheoryData<string> Names => [.. Residuals.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gauss_newton_matrix_is_that_of_the_residuals(string name)
    {
        var landscape = (ILeastSquares)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        Assert.True(landscape.HasResiduals);
        foreach (Point w in Differences.PointsIn(landscape.Info.Domain, 100, seed: 8))
        {
            double[] residuals = Residuals[name](w.X, w.Y);
            Assert.Equal(0.5 * residuals.Sum(r => r * r), landscape.Loss(w), 1e-12 * (1 + landscape.Loss(w)));
            (double xx, double xy, double yy) = (0, 0, 0);
            for (int i = 0; i < residuals.Length; i++)
            {
                int k = i;
                double x = Differences.Ridders(t => Residuals[name](t, w.Y)[k], w.X, 0.1).Slope, y =
                    Differences.Ridders(t => Residuals[name](w.X, t)[k], w.Y, 0.1).Slope;
                (xx, xy, yy) = (xx + (x * x), xy + (x * y), yy + (y * y));
            }

            Symmetric<Real> matrix = landscape.GaussNewton<Real>(w.X, w.Y);
            double scale = 1 + xx + yy;
            Assert.Equal(xx, matrix.XX, 1e-9 * scale);
            Assert.Equal(xy, matrix.XY, 1e-9 * scale);
            Assert.Equal(yy, matrix.YY, 1e-9 * scale);
        }
    }

    [Fact]
    public void Combinators_pass_residuals_on()
    {
        ILeastSquares turned = new Transformed(default(Himmelblau), new(1, 2), 40, new(2, 0.5));
        Assert.True(turned.HasResiduals);
        Point minimum = turned.Info.GlobalMinimum!.At;
        Jet<Real> f = turned.Hessian(minimum);
        Symmetric<Real> matrix = turned.GaussNewton<Real>(minimum.X, minimum.Y);
        Assert.Equal(f.XX, matrix.XX, 1e-9 * f.XX);
        Assert.Equal(f.XY, matrix.XY, 1e-9 * f.XX);
        Assert.Equal(f.YY, matrix.YY, 1e-9 * f.XX);
        Assert.True(((ILeastSquares)new Mixture(new([KeyValuePair.Create<string, object>("a", default(Booth))]), NumberList.Empty)).HasResiduals);
        Assert.False(((ILeastSquares)new Mixture()).HasResiduals);
        Assert.False(((ILeastSquares)new Transformed(default(Hard), new(0, 0), 0, new(1, 1))).HasResiduals);
    }

    [Fact]
    public void Negative_factors_leave_no_residuals()
    {
        Assert.False(((ILeastSquares)new Rosenbrock(1, -1)).HasResiduals);
        Assert.False(((ILeastSquares)new Quadratic(-1, 2, 0, 0, 0)).HasResiduals);
    }
}
