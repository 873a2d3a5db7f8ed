using LandscapeOpt.Averaging;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>The keys of a run as parameters, so that binder, schema and sweeps describe and set them like those of any catalogue member.</summary>
internal static class RunKeys
{
    /// <summary>The key of the landscape.</summary>
    internal const string LandscapeKey = "landscape";

    /// <summary>The key of the start.</summary>
    internal const string StartKey = "start";

    /// <summary>The key of the target.</summary>
    internal const string TargetKey = "target";

    /// <summary>The word that stands for the landscape's known minimum as the target.</summary>
    internal const string Minimum = "minimum";

    /// <summary>The stop rules, over <see cref="StopRules"/>.</summary>
    internal static IReadOnlyList<Parameter> Stop { get; } =
    [
        Parameters.OptionalNumber<StopRules>(
            "gradientNorm", s => s.GradientNorm, (s, v) => s with { GradientNorm = v }, NumberRange.NonNegative, "converged where the gradient's norm is at most this"),
        Parameters.OptionalNumber<StopRules>(
            "lossBelow", s => s.LossBelow, (s, v) => s with { LossBelow = v }, NumberRange.Any, "converged where the loss is at most this"),
        Parameters.Flag<StopRules>(
            "leaveDomain", s => s.LeaveDomain, (s, v) => s with { LeaveDomain = v }, "whether leaving the landscape's domain ends the run"),
        Parameters.Number<StopRules>(
            "divergedBeyond", s => s.DivergedBeyond, (s, v) => s with { DivergedBeyond = v }, NumberRange.Positive, "diverged where a coordinate exceeds this in absolute value"),
        Parameters.OptionalInteger<StopRules>(
            "evaluations", s => s.Evaluations, (s, v) => s with { Evaluations = v }, NumberRange.NonNegative, "finished where the optimizer has asked for this many gradients and Hessians"),
    ];

    /// <summary>The keys that hold a value or a rule, over <see cref="Run"/>; the stop rules and the list of transforms stand apart.</summary>
    internal static IReadOnlyList<Parameter> All { get; } =
    [
        Parameters.Member<Run, ILandscape>(LandscapeKey, "landscape", r => r.Landscape, (r, v) => r with { Landscape = v }, "what is descended") with { IsRequired = true },
        Parameters.Point<Run>(StartKey, r => r.Start, (r, v) => r with { Start = v }, "where the run begins (default: the landscape's start)") with { IsOptional = true },
        Parameters.Integer<Run>("steps", r => r.Steps, (r, v) => r with { Steps = (int)v }, new(0, Run.MaximumSteps), "the number of steps"),
        Parameters.Point<Run>(TargetKey, r => r.Target ?? default, (r, v) => r with { Target = v }, "the known final point, or \"minimum\"") with { IsOptional = true },
        Parameters.Integer<Run>("seed", r => (long)r.Seed, (r, v) => r with { Seed = (ulong)v }, NumberRange.NonNegative, "seed of the random streams"),
        Parameters.Member<Run, Optimizer>("optimizer", "optimizer", r => r.Optimizer, (r, v) => r with { Optimizer = v }, "the update rule"),
        Parameters.Member<Run, Schedule>("schedule", "schedule", r => r.Schedule, (r, v) => r with { Schedule = v }, "the learning rate over time"),
        Parameters.Member<Run, MixingRule>("mixing", "mixing", r => r.Mixing, (r, v) => r with { Mixing = v }, "how the components' gradients are weighed"),
        Parameters.Member<Run, AveragingRule>("averaging", "averaging", r => r.Averaging, (r, v) => r with { Averaging = v }, "a second sequence beside the iterates") with { IsOptional = true },
    ];
}
