using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Numbers;

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
}
