using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

/// <summary>What a run came to.</summary>
public sealed record RunResult
{
    /// <summary>What was run.</summary>
    public required Run Run { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The last point.</summary>
    public required Point End { get; init; }

    /// <summary>The objective's loss there.</summary>
    public required double Loss { get; init; }

    /// <summary>The norm of the objective's gradient there.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>The lowest loss of all points.</summary>
    public required double BestLoss { get; init; }

    /// <summary>The first step with that loss.</summary>
    public required int BestStep { get; init; }

    /// <summary>Gradients and Hessians that the optimizer asked for.</summary>
    public required long Evaluations { get; init; }

    /// <summary>The sum of the updates' lengths.</summary>
    public required double PathLength { get; init; }

    /// <summary>Distance from start to end over path length, from 0 to 1; 1 where nothing moved.</summary>
    public required double Straightness { get; init; }

    /// <summary>Distance from the end to the target; null without a target.</summary>
    public double? DistanceToTarget => Run.Target is { } target ? (End - target).Norm : null;
}
