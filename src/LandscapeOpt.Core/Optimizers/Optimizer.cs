using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// The settings of an update rule: an immutable record. The rule itself is the private state that <see cref="Start"/> makes for each run.
/// </summary>
public abstract record Optimizer
{
    /// <summary>The learning rate that a schedule starts from; greater than 0.</summary>
    public abstract double LearningRate { get; init; }

    /// <summary>Whether the rule has no branches, so that many runs can go side by side in vector lanes.</summary>
    public virtual bool RunsInLanes => true;

    /// <summary>Whether the rule asks for Gauss-Newton matrices, which only losses made of residuals have.</summary>
    public virtual bool NeedsResiduals => false;

    /// <summary>Makes the state of a new run and hands it over as its own type, so that the step can be inlined.</summary>
    /// <param name="settings">The settings of each lane.</param>
    /// <param name="starter">Receives the state.</param>
    public abstract TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter)
        where T : struct, IReal<T>;
}

/// <summary>The moments of one run and the rule that moves them: a private mutable struct of its optimizer.</summary>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
public interface IOptimizerState<T>
    where T : struct, IReal<T>
{
    /// <summary>One step: the next point.</summary>
    /// <param name="w">The current point.</param>
    /// <param name="eta">The learning rate of this step.</param>
    /// <param name="oracle">Gives gradients where the rule asks for them.</param>
    Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
        where TOracle : struct, IOracle<T>;

    /// <summary>
    /// What the state remembers that may yet move a resting point: zero exactly when a zero gradient from now on would leave the point where it
    /// is, and so would the last gradient again and again, if it did in the last step. Rules without memory keep the default.
    /// </summary>
    /// <remarks>The second part counts for rules that divide by a fading mean of gradients: the same gradient's step may grow.</remarks>
    Vec2<T> Motion => default;

    /// <summary>
    /// By which criterion of its own the rule has decided in the last step to stay where it is, in words; null where it has none or goes on.
    /// </summary>
    string? StopReason => null;

    /// <summary>
    /// How near the rule is to its edge of stability after a step: the largest curvature that the rule feels over the largest under which it
    /// converges on a quadratic. Beyond 1 it oscillates with growing steps. NaN for rules whose edge is not known, which keep the default.
    /// </summary>
    /// <param name="hessian">The curvature where the step began.</param>
    /// <param name="gradient">The gradient there.</param>
    /// <param name="eta">The learning rate of the step.</param>
    T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) => double.NaN;
}

/// <summary>Receives a started state as its concrete type.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <typeparam name="TResult">What is made of it.</typeparam>
public interface IStarter<T, out TResult>
    where T : struct, IReal<T>
{
    /// <summary>Called once with the fresh state.</summary>
    TResult Started<TState>(TState state)
        where TState : struct, IOptimizerState<T>;
}
