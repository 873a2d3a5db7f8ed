using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>The settings of a rule that takes real decisions (line searches, accepted and rejected steps), so that it runs on doubles alone.</summary>
public abstract record ScalarOptimizer : Optimizer
{
    /// <inheritdoc/>
    public sealed override bool RunsInLanes => false;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The run is in lanes.</exception>
    public sealed override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => Start(Scalar(starter));

    /// <summary>Makes the state of a new run.</summary>
    /// <param name="starter">Receives the state.</param>
    protected abstract TResult Start<TResult>(IStarter<Real, TResult> starter);

    /// <summary>The same starter, known to be one for doubles.</summary>
    internal static IStarter<Real, TResult> Scalar<T, TResult>(IStarter<T, TResult> starter)
        where T : struct, IReal<T> =>
        starter as IStarter<Real, TResult> ?? throw new NotSupportedException("A rule with branches cannot run in lanes.");
}
