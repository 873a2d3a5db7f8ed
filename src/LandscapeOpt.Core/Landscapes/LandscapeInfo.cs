using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>What is known about a landscape beside its formula.</summary>
public sealed record LandscapeInfo
{
    /// <summary>The name in prose: "Rosenbrock".</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The formula as people read it, in the expression language: definitions separated by semicolons, then the loss. Parameters stand
    /// by name. A test evaluates it against the code.
    /// </summary>
    public required string Formula { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What pictures and maps show.</summary>
    public required Domain Domain { get; init; }

    /// <summary>Where a run begins unless it says otherwise.</summary>
    public required Point Start { get; init; }

    /// <summary>Known critical points, as far as they are published or computed; not always all of them.</summary>
    public IReadOnlyList<CriticalPoint> CriticalPoints { get; init; } = [];

    /// <summary>What a user should know: kinks, plateaus, unboundedness, wrong statements in its sources. One sentence an entry.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the gradient jumps or is unbounded, in a phrase; null for a landscape that is smooth everywhere.</summary>
    public string? Kinks { get; init; }

    /// <summary>Where the computed gradient is zero over a whole region, in a phrase; null for a landscape without such plateaus.</summary>
    public string? Plateaus { get; init; }

    /// <summary>
    /// The known minimum of lowest loss (the first of several equal ones); null where none is known. Unless stated, it is the lowest of
    /// the critical points that are minima by their Hessian.
    /// </summary>
    public CriticalPoint? GlobalMinimum
    {
        get => field ?? CriticalPoints.Where(c => c.Kind == CriticalKind.Minimum).MinBy(c => c.Loss);
        init;
    }
}
