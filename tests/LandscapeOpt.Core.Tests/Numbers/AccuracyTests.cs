using System.Collections.Concurrent;
using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>The promised accuracy on random arguments of every kind, judged by exact arithmetic.</summary>
public sealed class AccuracyTests
{
    // What is allowed on top of the bound: the judge's own error, which is far below what is written here.
    private const double Slack = 1e-6;

    [Fact]
    public void Sine_and_cosine_of_usual_and_huge_angles() => Check(2000, 2, random =>
    {
        double x = random.NextBelow(4) switch
        {
            0 => Arguments.AnyBits(random),
            1 => Arguments.NearQuarterTurn(random, 1000),
            2 => Arguments.AnyScale(random, -20, 31),
            _ => Arguments.NearQuarterTurn(random, 32),
        };
        return (x, Math.Max(Exact.Sin(x, 0).UlpsFrom(Elementary.Sin(x)), Exact.Sin(x, 1).UlpsFrom(Elementary.Cos(x))));
    });

    [Fact]
    public void The_double_nearest_to_a_multiple_of_a_quarter_turn()
    {
        double x = Math.ScaleB(6381956970095103, 797);
        Assert.InRange(Math.Abs(Elementary.Cos(x)), 4.6e-19, 4.7e-19);
        Assert.InRange(Exact.Sin(x, 1).UlpsFrom(Elementary.Cos(x)), 0, 2);
        Assert.InRange(Exact.Sin(x, 0).UlpsFrom(Elementary.Sin(x)), 0, 2);
    }

    [Fact]
    public void Exponential() => Check(2000, 1, random =>
    {
        double x = random.NextBelow(3) == 0 ? Arguments.AnyScale(random, -60, 9) : Arguments.Between(random, -745, 709.7);
        (Exact value, int power) = Exact.Exp(Exact.Of(x));
        return (x, value.UlpsFrom(Elementary.Exp(x), power));
    });

    [Fact]
    public void Logarithm() => Check(1000, 1, random =>
    {
        double x = random.NextBelow(3) switch
        {
            0 => Math.Abs(Arguments.AnyBits(random)),
            1 => 1 + Arguments.AnyScale(random, -50, -2),
            _ => Arguments.Between(random, 0.4, 3),
        };
        return (x, Exact.Log(x).UlpsFrom(Elementary.Log(x)));
    });

    [Fact]
    public void Hyperbolic_tangent() => Check(1600, 2, random =>
    {
        double x = random.NextBelow(2) == 0 ? Arguments.AnyScale(random, -300, 6) : Arguments.Between(random, -23, 23);
        (Exact value, int power) = Exact.Exp(Exact.Of(2 * x));
        Exact e = value.Times2(power);
        return (x, ((e - Exact.One) / (e + Exact.One)).UlpsFrom(Elementary.Tanh(x)));
    });

    [Fact]
    public void Power() => Check(800, 2, random =>
    {
        double x = random.NextBelow(3) switch
        {
            0 => Math.Abs(Arguments.AnyBits(random)),
            1 => 1 + Arguments.AnyScale(random, -50, -2),
            _ => Arguments.Between(random, 0, 10),
        };
        double y = Arguments.Between(random, -745, 709) / Math.Log(x);
        (Exact value, int power) = Exact.Exp(Exact.Of(y) * Exact.Log(x));
        return (x, value.UlpsFrom(Elementary.Pow(x, y), power));
    });

    [Fact]
    public void Angle() => Check(400, 2, random =>
    {
        double y = Math.Abs(Arguments.AnyScale(random, -100, 100)), x = y * Math.Abs(Arguments.AnyScale(random, -60, 60));
        Exact angle = Exact.Atan2(Exact.Of(y), Exact.Of(x));
        double left = (Exact.Pi - angle).UlpsFrom(Elementary.Atan2(y, -x)), below = new Exact(-angle.Scaled).UlpsFrom(Elementary.Atan2(-y, x));
        return (y / x, Math.Max(angle.UlpsFrom(Elementary.Atan2(y, x)), Math.Max(left, below)));
    });

    /// <summary>Of every size, with both derivatives, which depend on the ratio of the sides alone.</summary>
    [Fact]
    public void Length() => Check(4000, 2, random =>
    {
        double x = Arguments.AnyScale(random, 0, 1), y = x * Arguments.AnyScale(random, -60, 1);
        int power = random.NextBelow(2) == 0 ? random.NextBelow(2040) - 1018 : random.NextBelow(20) - 10;
        Dual<Real> length = Dual<Real>.Hypot(Dual<Real>.VariableX(Math.ScaleB(x, power)), Dual<Real>.VariableY(Math.ScaleB(y, power)));
        Exact exact = Exact.Length(Exact.Of(x), Exact.Of(y));

        // A side that is not a normal number has lost the digits that the exact one has.
        double shorter = Math.Abs(Math.ScaleB(y, power)) < 1e-290 ? 0 : (Exact.Of(y) / exact).UlpsFrom(length.Y);
        return (y / x, Math.Max(exact.UlpsFrom(length.Value, power), Math.Max((Exact.Of(x) / exact).UlpsFrom(length.X), shorter)));
    });

    private static void Check(int count, double bound, Func<Pcg64, (double Argument, double Ulps)> sample)
    {
        var worst = new ConcurrentBag<(double Argument, double Ulps)>();
        Parallel.For(0, 8, block =>
        {
            var random = new Pcg64((ulong)block);
            (double Argument, double Ulps) most = default;
            for (int i = 0; i < count / 8; i++)
            {
                (double argument, double ulps) = sample(random);
                if (!(ulps <= most.Ulps)) most = (argument, ulps);
            }

            worst.Add(most);
        });
        (double at, double error) = worst.MaxBy(one => one.Ulps);
        Assert.True(error <= bound + Slack, string.Create(CultureInfo.InvariantCulture, $"{error} ulp at {at:R}"));
    }
}
