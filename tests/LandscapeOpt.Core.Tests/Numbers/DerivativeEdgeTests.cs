using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>Derivatives where a formula has none, or where the general rule would divide by zero.</summary>
public sealed class DerivativeEdgeTests
{
    private static readonly Jet<Real> X0 = Jet<Real>.VariableX(0);

    [Fact]
    public void The_root_and_the_magnitude_are_flat_at_zero()
    {
        Assert.Equal(new Jet<Real>(0, 0, 0, 0, 0, 0), Jet<Real>.Sqrt(X0));
        Assert.Equal(new Jet<Real>(0, 0, 0, 0, 0, 0), Jet<Real>.Abs(X0));
        Assert.Equal(new Dual<Real>(0, 0, 0), Dual<Real>.Sqrt(Dual<Real>.VariableY(0)));
    }

    [Fact]
    public void A_length_has_its_derivatives_at_every_size_and_none_at_zero()
    {
        Assert.Equal(new Jet<Real>(0, 0, 0, 0, 0, 0), Jet<Real>.Hypot(X0, Jet<Real>.VariableY(0)));
        foreach (double size in (ReadOnlySpan<double>)[1, 1e200, 1e-200])
        {
            Jet<Real> length = Jet<Real>.Hypot(Jet<Real>.VariableX(3 * size), Jet<Real>.VariableY(-4 * size));
            Assert.Equal(
                [5, 0.6, -0.8, 0.128, 0.096, 0.072],
                [length.Value / size, length.X, length.Y, length.XX * size, length.XY * size, length.YY * size],
                (double a, double b) => Math.Abs(a - b) <= 1e-15 * Math.Abs(a));
        }
    }

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(1, 0, 1, 0)]
    [InlineData(2, 0, 0, 2)]
    [InlineData(3, 0, 0, 0)]
    public void Whole_powers_are_smooth_at_zero(int exponent, double value, double slope, double curvature) =>
        Assert.Equal(new Jet<Real>(value, slope, 0, curvature, 0, 0), Jet<Real>.Pow(X0, exponent));

    [Fact]
    public void Whole_powers_of_negative_numbers_have_their_derivatives()
    {
        Assert.Equal(new Jet<Real>(-8, 12, 0, -12, 0, 0), Jet<Real>.Pow(Jet<Real>.VariableX(-2), 3));
        Assert.Equal(new Dual<Real>(-0.5, 0, -0.25), Dual<Real>.Pow(Dual<Real>.VariableY(-2), -1));
    }

    [Fact]
    public void Where_two_are_equal_the_second_counts()
    {
        Dual<Real> x = Dual<Real>.VariableX(1), y = Dual<Real>.VariableY(1);
        Assert.Equal(new Dual<Real>(1, 0, 1), Dual<Real>.Max(x, y));
        Assert.Equal(new Dual<Real>(1, 1, 0), Dual<Real>.Min(x, y));
    }

    [Fact]
    public void An_undefined_test_takes_the_other_branch() =>
        Assert.Equal(new Dual<Real>(2, 0, 1), Dual<Real>.IfPositive(double.NaN, Dual<Real>.VariableX(1), Dual<Real>.VariableY(2)));

    [Fact]
    public void Huge_angles_have_exact_derivatives_too()
    {
        Dual<Real> sine = Dual<Real>.Sin(Dual<Real>.VariableX(1e22));
        Assert.Equal(-0.8522008497671888, sine.Value, 1e-15);
        Assert.Equal(0.5232147853951389, sine.X, 1e-15);
    }

    [Fact]
    public void A_constant_that_is_not_finite_leaves_the_other_variable_alone()
    {
        Assert.Equal(new Dual<Real>(double.PositiveInfinity, double.PositiveInfinity, 0), Scaled(Dual<Real>.VariableX(1)));
        Assert.Equal(new Jet<Real>(double.PositiveInfinity, 1, 0, 0, 0, 0), Raised(Jet<Real>.VariableX(1)));

        static T Scaled<T>(T x)
            where T : struct, IReal<T> => double.MaxValue * (2 * x);
        static T Raised<T>(T x)
            where T : struct, IReal<T> => x + double.PositiveInfinity;
    }

    [Fact]
    public void Parts_come_apart_and_can_be_replaced()
    {
        var jet = new Jet<Real>(1, 2, 3, 4, 5, 6);
        (Real value, Real x, Real y, Real xx, Real xy, Real yy) = jet with { XY = 7 };
        Assert.Equal([1, 2, 3, 4, 7, 6], (double[])[value, x, y, xx, xy, yy]);
        (value, x, y) = new Dual<Real>(1, 2, 3) with { Value = 8 };
        Assert.Equal([8, 2, 3], (double[])[value, x, y]);
        Assert.Equal(new Vec2<Real>(2, 3), new Dual<Real>(1, 2, 3).Gradient);
    }
}
