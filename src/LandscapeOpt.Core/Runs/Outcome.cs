namespace LandscapeOpt.Runs;

/// <summary>The ways a run can end.</summary>
public enum OutcomeKind
{
    /// <summary>All steps are done.</summary>
    Finished,

    /// <summary>A stop rule for small gradients or losses holds, or there is nothing left to descend.</summary>
    Converged,

    /// <summary>No step can move the point any more.</summary>
    Stalled,

    /// <summary>The point, the loss or the gradient is not finite any more, or too far away.</summary>
    Diverged,

    /// <summary>The point left the landscape's domain and the run asked to stop there.</summary>
    LeftDomain,
}

/// <summary>How a run ended.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Step">The step at which it was known: the number of steps done.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Outcome(OutcomeKind Kind, int Step, string Reason);
