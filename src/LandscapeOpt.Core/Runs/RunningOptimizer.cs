using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Runs;

/// <summary>An optimizer's state during one run, behind one virtual call a step.</summary>
internal abstract class RunningOptimizer
{
    /// <summary>What the state remembers of earlier motion.</summary>
    internal abstract Point Motion { get; }

    /// <summary>Why the rule itself has decided to stay where it is.</summary>
    internal abstract string? StopReason { get; }

    /// <summary>How near the rule is to its edge of stability; NaN where the edge is not known.</summary>
    internal abstract double Stability(Symmetric<Real> hessian, Point gradient, double eta);

    /// <summary>The next point.</summary>
    internal abstract Point Step(Point w, double eta, Oracle oracle);

    /// <summary>Remembers the state, so that a skipped step leaves no trace in it.</summary>
    internal abstract void Save();

    /// <summary>Returns to the remembered state.</summary>
    internal abstract void Restore();

    internal static RunningOptimizer Start(Optimizer optimizer) => optimizer.Start(new UniformSettings<Real>(optimizer), Starter.Instance);

    private sealed class Starter : IStarter<Real, RunningOptimizer>
    {
        internal static readonly Starter Instance = new();

        public RunningOptimizer Started<TState>(TState state)
            where TState : struct, IOptimizerState<Real> => new Running<TState>(state);
    }

    private sealed class Running<TState>(TState state) : RunningOptimizer
        where TState : struct, IOptimizerState<Real>
    {
        private TState state = state, saved = state;

        internal override Point Motion => state.Motion;

        internal override string? StopReason => state.StopReason;

        internal override double Stability(Symmetric<Real> hessian, Point gradient, double eta) => state.Stability(hessian, gradient, eta);

        internal override Point Step(Point w, double eta, Oracle oracle) => state.Step(w, eta, new Oracle.Handle(oracle));

        internal override void Save() => saved = state;

        internal override void Restore() => state = saved;
    }
}
