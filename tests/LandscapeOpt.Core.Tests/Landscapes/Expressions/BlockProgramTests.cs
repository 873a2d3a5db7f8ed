using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps.Programs;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Landscapes.Expressions;

public sealed class BlockProgramTests
{
    private static readonly double[] Extremes =
        [0, -0.0, 1, -1, 1e-300, -1e-310, 1e30, 1e160, -1e200, 1e308, double.PositiveInfinity, double.NegativeInfinity, double.NaN];

    public static TheoryData<string> Names => [.. LandscapeCatalogue.Catalogue.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Blocks_have_the_bits_of_the_formula(string name)
    {
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        List<Point> points = [.. Differences.PointsIn(landscape.Info.Domain, 1000, seed: 6), .. Wild(seed: 7)];
        Compare<Real>(landscape, points);
        Compare<Lane128>(landscape, points);
        Compare<Lane256>(landscape, points);
        Compare<Lane512>(landscape, points);
    }

    [Fact]
    public void Blocks_have_the_bits_of_typed_formulas()
    {
        var parameters = new NamedNumbers([KeyValuePair.Create("a", 1.25), KeyValuePair.Create("b_2", -0.5)]);
        for (int seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            string text = RandomFormula.Next(random, 1 + (seed % 6)).Print(random);
            Compare<Lane256>(new Expression(new Formula(text, parameters)), [.. Differences.PointsIn(Domain.Square(3), 20, seed), .. Wild(seed)]);
        }
    }

    // What is left out because a derivative is 0 must not hide that something was not finite.
    [Theory]
    [InlineData("exp(-exp(x)) + y")]
    [InlineData("tanh(exp(x)) + y^2")]
    [InlineData("1/(1 + exp(x^2)) + y")]
    [InlineData("atan(1/x) + y")]
    [InlineData("min(exp(x), 3) + y")]
    [InlineData("x^0.5 + y^-2.5")]
    [InlineData("exp(1/(0 x)) + y")]
    [InlineData("atan2(0 x, -1) + y")]
    [InlineData("exp(-x^200) y")]
    [InlineData("hypot(x, y)")]
    [InlineData("hypot(1e200 x, 1e-200 y) + hypot(1e-160 x, 1e-170)")]
    [InlineData("sqrt(x) y + abs(x)^1e300")]
    [InlineData("sqrt(x) sign(y)")]
    [InlineData("3")]
    [InlineData("x")]
    [InlineData("y - x")]
    [InlineData("x y")]
    public void Nothing_is_left_out_where_it_matters(string text) =>
        Compare<Lane128>(new Expression(new Formula(text)), [.. Wild(seed: 1), .. Wild(seed: 2), .. Wild(seed: 3)]);

    [Fact]
    public void Work_on_derivatives_that_are_always_0_is_left_out()
    {
        // x², y², their sum, and the two slopes; plain duals would do six times as much.
        Assert.Equal(3, BlockProgram.Of(new Expression(new Formula("x^2 + y^2"))).Operations);
        Assert.InRange(BlockProgram.Of(default(Himmelblau)).Operations, 1, 15);
        Assert.InRange(BlockProgram.Of(default(SinCos)).Operations, 1, 16);
    }

    [Fact]
    public void Division_by_a_constant_rounds_like_division()
    {
        var random = new Random(11);
        for (int i = 0; i < 300; i++)
        {
            double c = i < 20 ? i + 1 : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-60, 60));
            string text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"x^2/({c:R}) + y/({c:R}) + sin(x y)");
            List<Point> points = [.. Enumerable.Range(0, 200).Select(_ => new Point(Next(), Next())), .. Wild(i)];
            Compare<Lane512>(new Expression(new Formula(text)), points);
        }

        double Next() => (random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-40, 40));
    }

    [Fact]
    public void Blocks_do_not_allocate()
    {
        BlockEvaluator<Lane256> evaluator = BlockProgram.Of(default(Hard)).Start<Lane256>();
        Lane256[] x = [.. Enumerable.Range(0, 50).Select(i => (Lane256)(0.1 * i))], y = [.. x], f = new Lane256[50], gx = new Lane256[50], gy = new Lane256[50];
        evaluator.Evaluate(x, y, f, gx, gy);
        Assert.Equal(0, Allocations.Least(() => () => evaluator.Evaluate(x, y, f, gx, gy)));
        Assert.Throws<ArgumentException>(() => evaluator.Evaluate(x, y, f, gx, gy.AsSpan(1)));
    }

    private static List<Point> Wild(int seed)
    {
        var random = new Random(seed);
        double Next() => random.Next(3) == 0 ? Extremes[random.Next(Extremes.Length)] : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 5));
        return [.. Enumerable.Range(0, 60).Select(_ => new Point(Next(), Next()))];
    }

    private static void Compare<T>(ILandscape landscape, List<Point> points)
        where T : struct, ILane<T>, IReal<T>
    {
        int vectors = (points.Count + T.Count - 1) / T.Count;
        T[] x = new T[vectors], y = new T[vectors], loss = new T[vectors], gradientX = new T[vectors], gradientY = new T[vectors];
        for (int i = 0; i < vectors * T.Count; i++)
        {
            Point w = points[Math.Min(i, points.Count - 1)];
            x[i / T.Count] = x[i / T.Count].With(i % T.Count, w.X);
            y[i / T.Count] = y[i / T.Count].With(i % T.Count, w.Y);
        }

        T[] aloneX = new T[vectors], aloneY = new T[vectors];
        BlockProgram.Of(landscape).Start<T>().Evaluate(x, y, loss, gradientX, gradientY);
        BlockProgram.Of(landscape, withLoss: false).Start<T>().Evaluate(x, y, [], aloneX, aloneY);
        for (int i = 0; i < points.Count; i++)
        {
            // Zero slopes have any sign in a program, and positive ones in a gradient.
            Dual<Real> expected = landscape.Gradient(points[i]);
            Same(expected.Value, loss[i / T.Count][i % T.Count], "loss");
            Same(expected.Gradient.X, gradientX[i / T.Count][i % T.Count] + 0.0, "∂/∂x");
            Same(expected.Gradient.Y, gradientY[i / T.Count][i % T.Count] + 0.0, "∂/∂y");
            Same(expected.Gradient.X, aloneX[i / T.Count][i % T.Count] + 0.0, "∂/∂x without the loss");
            Same(expected.Gradient.Y, aloneY[i / T.Count][i % T.Count] + 0.0, "∂/∂y without the loss");

            // Zeros of either sign differ; all NaNs are equal.
            void Same(double a, double b, string what)
            {
                if (!a.Equals(b) || (double.IsNegative(a) != double.IsNegative(b) && !double.IsNaN(a)))
                {
                    Assert.Fail(Invariant($"{landscape.Info.Formula} at {points[i]}: {what} {a} became {b}."));
                }
            }
        }
    }
}
