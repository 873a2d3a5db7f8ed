using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Landscapes.Expressions;
using static System.FormattableString;

using Interval = LandscapeOpt.Numbers.Interval;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>An enclosure holds every value that it stands for.</summary>
public sealed class IntervalTests
{
    private static readonly (string Name, Func<Interval, Interval> Wide, Func<double, double> Exact)[] Functions =
    [
        ("square", Interval.Square, x => x * x),
        ("sqrt", a => Interval.Sqrt(Interval.Abs(a)), x => Math.Sqrt(Math.Abs(x))),
        ("exp", Interval.Exp, Elementary.Exp),
        ("log", a => Interval.Log(Interval.Abs(a) + 0.1), x => Elementary.Log(Math.Abs(x) + 0.1)),
        ("sin", Interval.Sin, Elementary.Sin),
        ("cos", Interval.Cos, Elementary.Cos),
        ("tanh", Interval.Tanh, Elementary.Tanh),
        ("cube", a => Interval.Pow(a, 3), x => x * x * x),
        ("fourth power", a => Interval.Pow(a, 4), x => x * x * x * x),
        ("root", a => Interval.Pow(Interval.Abs(a), 0.3), x => Elementary.Pow(Math.Abs(x), 0.3)),
        ("quotient", a => 1 / (2 + Interval.Square(a)), x => 1 / (2 + (x * x))),
        ("max", a => Interval.Max(a, 0.5), x => Math.Max(x, 0.5)),
        ("choice", a => Interval.IfPositive(a, a, -2 * a), x => x > 0 ? x : -2 * x),
        ("length", a => Interval.Hypot(a, 1.5), x => Elementary.Hypot(x, 1.5)),
        ("angle", a => Interval.Atan2(a, 1.5), x => Elementary.Atan2(x, 1.5)),
    ];

    [Fact]
    public void Every_function_encloses_its_values()
    {
        Gen<double> place = ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => Math.Clamp(f.Get, -30, 30));
        Arbitrary<(double A, double B, double T)> cases = Arb.From(
            place.SelectMany(_ => place, (a, b) => (a, b)).SelectMany(_ => Gen.Choose(0, 1000), (p, t) => (p.a, p.b, t / 1000.0)));
        Prop.ForAll(cases, c =>
        {
            double low = Math.Min(c.A, c.B), high = Math.Max(c.A, c.B), x = Math.Clamp(low + (c.T * (high - low)), low, high);
            return Functions.All(f => f.Wide(new(low, high)) is var e && e.Low <= f.Exact(x) && f.Exact(x) <= e.High);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(2024, 7));
    }

    [Fact]
    public void A_false_claim_is_found() => Assert.ThrowsAny<Exception>(() => Prop.ForAll(
        Arb.From(Gen.Choose(-100, 100)),
        i => Interval.Sin(new(0.01 * i, (0.01 * i) + 1)).High < 1).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2024, 7)));

    [Fact]
    public void Waves_know_their_crests_and_troughs()
    {
        Assert.Equal(1, Interval.Sin(new(1.5, 1.6)).High);
        Assert.Equal(-1, Interval.Cos(new(3, 3.3)).Low);
        Assert.True(Interval.Sin(new(0.1, 1.5)).High < 1);
        Assert.Equal((-1, 1), (Interval.Cos(new(0, 7)).Low, Interval.Cos(new(0, 7)).High));
    }

    [Fact]
    public void A_derivative_that_jumps_is_known_as_a_kink()
    {
        Assert.True(Jet<Interval>.Abs(Jet<Interval>.VariableX(new(-1, 1))).X.HasKink);
        Assert.False(Jet<Interval>.Abs(Jet<Interval>.VariableX(new(0.5, 1))).X.HasKink);
        Assert.True(Jet<Interval>.Sqrt(Jet<Interval>.Square(Jet<Interval>.VariableX(new(-1, 1)))).X.HasKink);
    }

    [Fact]
    public void Zero_times_what_may_overflow_is_zero_but_not_in_doubles()
    {
        Interval large = Interval.Exp(new(0, 1000)), none = 0 * large;
        Assert.Equal((0, 0, false), (none.Low, none.High, none.HasKink));
        Assert.False(none.StaysFinite);
        Assert.True((0 * Interval.Exp(new(0, 100))).StaysFinite);
    }

    [Fact]
    public void A_doubt_about_doubles_stays_whatever_follows()
    {
        Interval doubtful = Interval.Log(new(-1, 2));
        Interval[] results =
        [
            Interval.Max(Interval.Min(doubtful, 1), 0), Interval.Tanh(doubtful), Interval.Sin(doubtful), 1 / (1 + Interval.Exp(doubtful)),
            Interval.Atan2(doubtful, 1), Interval.Pow(doubtful, 0), Interval.IfPositive(1 + Interval.Square(doubtful), 1, 2), 0 / doubtful,
        ];
        Assert.All(results, r => Assert.False(r.StaysFinite));
        Assert.True(Interval.IfPositive(doubtful, 1, 2).StaysFinite);
        Interval[] unproved = [Interval.Sqrt(new(-1, 1)), Interval.Pow(new(-1, 1), 0.5), 1 / new Interval(-1, 1), new Interval(0, 1e305)];
        Assert.All(unproved, r => Assert.False(r.StaysFinite));
    }

    [Fact]
    public void Doubles_are_finite_and_enclosed_where_that_is_proved()
    {
        var parameters = new NamedNumbers([KeyValuePair.Create("a", 1.25), KeyValuePair.Create("b_2", -0.5)]);
        int proved = 0, refuted = 0;
        for (int seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            string text = RandomFormula.Next(random, 1 + (seed % 6)).Print(random);
            var formula = new Formula(text, parameters);
            double scale = Math.Pow(10, random.Next(-3, 5));
            (double low, double high)[] sides = [.. Enumerable.Range(0, 2).Select(_ => random.Next(2) == 0 ? (-scale, scale) : (scale, 3 * scale))];
            Dual<Interval> box = formula.At(
                Dual<Interval>.VariableX(new(sides[0].low, sides[0].high)), Dual<Interval>.VariableY(new(sides[1].low, sides[1].high)));
            for (int i = 0; i < 20; i++)
            {
                double x = At(sides[0]), y = At(sides[1]);
                Dual<Real> f = formula.At(Dual<Real>.VariableX(x), Dual<Real>.VariableY(y));
                foreach ((Interval bounds, double value) in ((Interval, double)[])[(box.Value, f.Value), (box.X, f.X), (box.Y, f.Y)])
                {
                    Assert.True(
                        !bounds.StaysFinite || (bounds.Low <= value && value <= bounds.High),
                        Invariant($"{text} at ({x}, {y}): {value} is not in [{bounds.Low}, {bounds.High}]."));
                    refuted += double.IsFinite(value) ? 0 : 1;
                }
            }

            proved += box is { Value.StaysFinite: true, X.StaysFinite: true, Y.StaysFinite: true } ? 1 : 0;

            double At((double Low, double High) side) => random.Next(5) switch
            {
                0 => side.Low,
                1 => side.High,
                2 when side.Low < 0 => 0,
                _ => side.Low + (random.NextDouble() * (side.High - side.Low)),
            };
        }

        Assert.True(proved > 1000 && refuted > 1000, Invariant($"{proved} formulas proved, {refuted} values not finite."));
    }
}
