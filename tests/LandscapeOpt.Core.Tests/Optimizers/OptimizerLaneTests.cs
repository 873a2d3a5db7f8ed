using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>A rule in lanes does in each lane what it does alone, bit for bit.</summary>
public sealed class OptimizerLaneTests
{
    private const int Steps = 30;

    public static TheoryData<string> Names => new(
        OptimizerCatalogue.Catalogue.Members.Where(m => m.Default.RunsInLanes).Select(m => m.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Lanes_equal_scalar_runs(string name)
    {
        foreach (Optimizer optimizer in Variants.Of(name).Where(o => o.RunsInLanes))
        {
            Compare<Lane128>([.. Enumerable.Repeat(optimizer, Lane128.Count)], new UniformSettings<Lane128>(optimizer));
            Compare<Lane256>([.. Enumerable.Repeat(optimizer, Lane256.Count)], new UniformSettings<Lane256>(optimizer));
            Compare<Lane512>([.. Enumerable.Repeat(optimizer, Lane512.Count)], new UniformSettings<Lane512>(optimizer));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_lane_has_its_own_numbers(string name)
    {
        Member<Optimizer> member = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name);
        foreach (Optimizer variant in Variants.Of(name).Where(o => o.RunsInLanes))
        {
            Optimizer[] optimizers = [.. Enumerable.Range(0, Lane256.Count).Select(lane => Turned(variant, member, lane))];
            Compare(optimizers, new PerLaneSettings<Lane256>(optimizers));
        }
    }

    [Fact]
    public void Wrapped_rules_have_their_own_numbers_too()
    {
        Optimizer[] optimizers = [.. Enumerable.Range(0, Lane256.Count).Select(lane => new Sam(0.1 * lane) { Base = new HeavyBall(0.01, 0.2 * lane) })];
        Compare(optimizers, new PerLaneSettings<Lane256>(optimizers));
    }

    [Fact]
    public void Lanes_that_cannot_go_together_are_refused()
    {
        Optimizer adam = new Adam(), exact = new Muon(Orthogonalization: Orthogonalization.Exact);
        Assert.Contains("4 lanes", Refuse(adam), StringComparison.Ordinal);
        Assert.Contains("Every lane", Refuse(), StringComparison.Ordinal);
        Assert.Contains("same rule", Refuse(adam, adam, adam, new Lion()), StringComparison.Ordinal);
        Assert.Contains("orthogonalization", Refuse(new Muon(), exact, exact, exact), StringComparison.Ordinal);

        static string Refuse(params Optimizer[] optimizers) =>
            Assert.Throws<ArgumentException>(() => new PerLaneSettings<Lane256>(optimizers)).Message;
    }

    [Fact]
    public void Rules_with_branches_refuse_lanes()
    {
        Assert.All((string[])["bfgs", "lbfgs", "trust-region"], name => Assert.False(Default(name).RunsInLanes));
        Assert.All((string[])["adam", "muon", "newton", "damped-newton", "lodo"], name => Assert.True(Default(name).RunsInLanes));
        Assert.False(new Sam { Base = new Bfgs() }.RunsInLanes);
        Assert.False(new Newton(LineSearch: NewtonLineSearch.Armijo).RunsInLanes);
        Assert.Throws<NotSupportedException>(() => new Bfgs().Start(new UniformSettings<Lane256>(new Bfgs()), default(Boxer<Lane256>)));
    }

    private static Optimizer Default(string name) => (Optimizer)OptimizerCatalogue.Catalogue.Find(name)!.Prototype;

    // Other values in each lane, near the ones of the variant and inside every parameter's range.
    private static Optimizer Turned(Optimizer variant, Member member, int lane)
    {
        Optimizer turned = variant;
        foreach (Parameter parameter in member.Parameters.Where(p => p.Type == ParameterType.Number))
        {
            double value = (double)parameter.Get(variant)! * (1 - (0.1 * lane));
            turned = parameter.Range.Contains(value) ? (Optimizer)parameter.With(turned, value) : turned;
        }

        return turned;
    }

    private static void Compare<T>(Optimizer[] optimizers, Settings<T> settings)
        where T : struct, ILane<T>
    {
        var starts = new Point[T.Count];
        T x = default, y = default, eta = default;
        for (int lane = 0; lane < T.Count; lane++)
        {
            starts[lane] = new(0.9 - (0.2 * lane), -0.5 + (0.15 * lane));
            (x, y, eta) = (x.With(lane, starts[lane].X), y.With(lane, starts[lane].Y), eta.With(lane, Math.Min(optimizers[lane].LearningRate, 0.05)));
        }

        Stepper<T> lanes = optimizers[0].Start(settings, default(Boxer<T>));
        Point[][] alone = [.. optimizers
            .Select((o, lane) => o.Run(new FormulaOracle<Real, Golden>(default), starts[lane], Steps, _ => Math.Min(o.LearningRate, 0.05)))];
        Vec2<T> w = new(x, y);
        for (int t = 1; t <= Steps; t++)
        {
            w = lanes.Step(w, eta);
            for (int lane = 0; lane < T.Count; lane++)
            {
                Assert.True(Same(alone[lane][t].X, w.X[lane])
                    && Same(alone[lane][t].Y, w.Y[lane]), FormattableString.Invariant($"{optimizers[lane]}, step {t}, lane {lane}"));
            }
        }
    }

    private static bool Same(double a, double b) => BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b);

    private abstract class Stepper<T>
        where T : struct, IReal<T>
    {
        public abstract Vec2<T> Step(Vec2<T> w, T eta);
    }

    private sealed class Stepper<T, TState>(TState state) : Stepper<T>
        where T : struct, IReal<T>
        where TState : struct, IOptimizerState<T>
    {
        private TState state = state;

        public override Vec2<T> Step(Vec2<T> w, T eta) => state.Step(w, eta, new FormulaOracle<T, Golden>(default));
    }

    private readonly struct Boxer<T> : IStarter<T, Stepper<T>>
        where T : struct, IReal<T>
    {
        public Stepper<T> Started<TState>(TState state)
            where TState : struct, IOptimizerState<T> => new Stepper<T, TState>(state);
    }
}
