using LandscapeOpt.Averaging;
using LandscapeOpt.Catalogues;
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

    /// <summary>The word that stands for the landscape's known minimum as the target.</summary>
    public const string Minimum = "minimum";

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

    /// <summary>What a run is about, as files, the command line and sweeps write it; an experiment may say it for all runs.</summary>
    public static IReadOnlyList<Parameter> Settings { get; } =
    [
        Parameters.Member<Run, ILandscape>(
            "landscape", "landscape", r => r.Landscape, (r, v) => r with { Landscape = v }, "the landscape to descend") with
        {
            IsRequired = true,
        },
        Parameters.Point<Run>("start", r => r.Start, (r, v) => r with { Start = v }, "where the run begins (default: the landscape's start)") with
        {
            IsOptional = true,
        },
        Parameters.Integer<Run>("steps", r => r.Steps, (r, v) => r with { Steps = (int)v }, new(0, MaximumSteps), "how many steps"),
        Parameters.Point<Run>("target", r => r.Target ?? default, (r, v) => r with { Target = v }, "the known final point") with
        {
            Get = r => ((Run)r).Target,
            IsOptional = true,
            Words = [Minimum],
        },
        Parameters.Integer<Run>(
            "seed", r => (long)r.Seed, (r, v) => r with { Seed = (ulong)v }, NumberRange.NonNegative, "seed of the random streams (default: 0)"),
        Parameters.Block<Run, StopRules>(
            "stop", new StopRules(), StopRules.Keys, r => r.Stop, (r, v) => r with { Stop = v }, "when a run ends before its last step"),
    ];

    /// <summary>The rules that a run goes by, as files, the command line and sweeps write them.</summary>
    public static IReadOnlyList<Parameter> Rules { get; } =
    [
        Parameters.Member<Run, Optimizer>(
            "optimizer", "optimizer", r => r.Optimizer, (r, v) => r with { Optimizer = v }, "the update rule (default: gd)"),
        Parameters.Member<Run, Schedule>(
            "schedule", "schedule", r => r.Schedule, (r, v) => r with { Schedule = v }, "the learning rate over time (default: constant)"),
        Parameters.Member<Run, MixingRule>(
            "mixing", "mixing", r => r.Mixing, (r, v) => r with { Mixing = v }, "how the components' gradients are weighed"),
        Parameters.MemberList<Run, GradientTransform>(
            "transforms", "transform", r => r.Transforms, (r, v) => r with { Transforms = v }, "what happens to the gradient before the optimizer"),
        Parameters.Member<Run, AveragingRule>(
            "averaging", "averaging", r => r.Averaging, (r, v) => r with { Averaging = v }, "a second sequence beside the iterates") with { IsOptional = true },
    ];

    /// <summary>All keys of a run but its name.</summary>
    public static IReadOnlyList<Parameter> Keys { get; } = [.. Settings, .. Rules];

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
