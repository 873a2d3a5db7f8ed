using LandscapeOpt.Averaging;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;
using static System.FormattableString;

namespace LandscapeOpt.Runs;

/// <summary>One path to be computed: where, from where, by which rules, how long.</summary>
public sealed record Run
{
    /// <summary>The largest number of steps that a run may have.</summary>
    public const int MaximumSteps = 10_000_000;

    /// <summary>The run's name, kebab-case: part of its random stream and the name of its trace.</summary>
    public required string Name { get; init; }

    /// <summary>The landscape whose objective is minimised.</summary>
    public required ILandscape Landscape { get; init; }

    /// <summary>Where the run begins; finite.</summary>
    public required Point Start { get; init; }

    /// <summary>The number of steps, from 0 to <see cref="MaximumSteps"/>.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>The update rule.</summary>
    public Optimizer Optimizer { get; init; } = new GradientDescent();

    /// <summary>The learning rate over time.</summary>
    public Schedule Schedule { get; init; } = new Constant();

    /// <summary>How the components' gradients are weighed.</summary>
    public MixingRule Mixing { get; init; } = new Average();

    /// <summary>What happens to the mixed gradient, in order.</summary>
    public IReadOnlyList<GradientTransform> Transforms { get; init; } = [];

    /// <summary>A second sequence beside the iterates.</summary>
    public AveragingRule? Averaging { get; init; }

    /// <summary>The known final point, if there is one.</summary>
    public Point? Target { get; init; }

    /// <summary>The experiment's seed; together with the name it makes the run's random stream.</summary>
    public ulong Seed { get; init; }

    /// <summary>
    /// The name that the random stream comes from; <see cref="Name"/> where null. The runs of a sweep share the name of the run they are
    /// made from, so that they meet the same chances and a value more or less changes none of the others.
    /// </summary>
    public string? StreamName { get; init; }

    /// <summary>When the run ends early.</summary>
    public StopRules Stop { get; init; } = new();

    /// <summary>What keeps the parts from going together; empty where the run can be executed.</summary>
    public IEnumerable<string> Misfits()
    {
        int components = Landscape.Components.Count;
        if (Mixing.Misfit(components) is { } misfit)
        {
            yield return misfit;
        }

        if (Mixing.NeedsTarget && Target is null)
        {
            yield return "the mixing rule aims at a target: give one, as a point or as \"minimum\"";
        }

        if (!Start.IsFinite)
        {
            yield return "the start is not two finite numbers";
        }

        if (Steps is < 0 or > MaximumSteps)
        {
            yield return Invariant($"the number of steps must be from 0 to {MaximumSteps}");
        }

        if (Optimizer.NeedsResiduals && !Landscape.Components.All(c => c.Landscape is ILeastSquares { HasResiduals: true }))
        {
            yield return "the optimizer needs a loss made of residuals, such as scalar-factorization";
        }
    }

    /// <summary>The run's own random stream for one purpose; the same for every machine, order and number of jobs.</summary>
    internal Pcg64 Stream(string purpose) => Pcg64.ForStream(Seed, (StreamName ?? Name) + "/" + purpose);
}
