using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>Runs update rules by hand, without the engine, so that a test sees the rule alone.</summary>
internal static class Drive
{
    /// <summary>The iterates w₀ … w_steps.</summary>
    internal static Point[] Path(this Optimizer optimizer, ILandscape landscape, Point start, int steps, Func<int, double>? rates = null) =>
        optimizer.Run(new LandscapeOracle(landscape, new()), start, steps, rates);

    /// <summary>The iterates w₀ … w_steps under an oracle.</summary>
    internal static Point[] Run<TOracle>(this Optimizer optimizer, TOracle oracle, Point start, int steps, Func<int, double>? rates = null)
        where TOracle : struct, IOracle<Real>
    {
        Runner runner = optimizer.Begin();
        var path = new Point[steps + 1];
        path[0] = start;
        for (int t = 0; t < steps; t++)
        {
            path[t + 1] = runner.Step(path[t], rates?.Invoke(t) ?? optimizer.LearningRate, oracle);
        }

        return path;
    }

    /// <summary>A fresh state of the rule.</summary>
    internal static Runner Begin(this Optimizer optimizer) => optimizer.Start(new UniformSettings<Real>(optimizer), default(Boxer));

    private readonly struct Boxer : IStarter<Real, Runner>
    {
        public Runner Started<TState>(TState state)
            where TState : struct, IOptimizerState<Real> => new Runner<TState>(state);
    }

    private sealed class Runner<TState>(TState state) : Runner
        where TState : struct, IOptimizerState<Real>
    {
        private TState state = state, saved = state;

        public override Point Motion => state.Motion;

        public override string? StopReason => state.StopReason;

        public override Point Step<TOracle>(Point w, double eta, TOracle oracle) => state.Step(w, eta, oracle);

        public override void Save() => saved = state;

        public override void Restore() => state = saved;
    }
}

/// <summary>A started rule.</summary>
internal abstract class Runner
{
    public abstract Point Motion { get; }

    public abstract string? StopReason { get; }

    public abstract Point Step<TOracle>(Point w, double eta, TOracle oracle)
        where TOracle : struct, IOracle<Real>;

    /// <summary>Remembers the state.</summary>
    public abstract void Save();

    /// <summary>Returns to the remembered state.</summary>
    public abstract void Restore();
}

/// <summary>What has been asked so far.</summary>
internal sealed class Asked
{
    public int Gradients { get; set; }

    public int Hessians { get; set; }
}

/// <summary>Answers from a landscape and counts.</summary>
internal readonly struct LandscapeOracle(ILandscape landscape, Asked asked) : IOracle<Real>
{
    public Vec2<Real> Gradient(Vec2<Real> w) => Sample(w).Gradient;

    public Sample<Real> Sample(Vec2<Real> w)
    {
        asked.Gradients++;
        Dual<Real> f = landscape.Gradient(w);
        return new(f.Value, f.Gradient);
    }

    public Symmetric<Real> Hessian(Vec2<Real> w)
    {
        asked.Hessians++;
        Jet<Real> f = landscape.Hessian(w);
        return new(f.XX, f.XY, f.YY);
    }

    public Symmetric<Real> GaussNewton(Vec2<Real> w)
    {
        asked.Hessians++;
        return ((ILeastSquares)landscape).GaussNewton<Real>(w.X, w.Y);
    }
}

/// <summary>Answers from a formula in any number type.</summary>
internal readonly struct FormulaOracle<T, TLandscape>(TLandscape landscape) : IOracle<T>
    where T : struct, IReal<T>
    where TLandscape : struct, ILandscape<TLandscape>, ILeastSquares
{
    public Vec2<T> Gradient(Vec2<T> w) => Sample(w).Gradient;

    public Sample<T> Sample(Vec2<T> w)
    {
        Dual<T> f = landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y));
        return new(f.Value, f.Gradient);
    }

    public Symmetric<T> Hessian(Vec2<T> w)
    {
        Jet<T> f = landscape.At(Jet<T>.VariableX(w.X), Jet<T>.VariableY(w.Y));
        return new(f.XX, f.XY, f.YY);
    }

    public Symmetric<T> GaussNewton(Vec2<T> w) => landscape.GaussNewton(w.X, w.Y);
}

/// <summary>The same answers everywhere: a flat place.</summary>
internal readonly struct FlatOracle(double loss) : IOracle<Real>
{
    public Vec2<Real> Gradient(Vec2<Real> w) => default;

    public Sample<Real> Sample(Vec2<Real> w) => new(loss, default);

    public Symmetric<Real> Hessian(Vec2<Real> w) => default;

    public Symmetric<Real> GaussNewton(Vec2<Real> w) => default;
}
