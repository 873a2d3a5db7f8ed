using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Tuning;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>What an experiment says for all runs and a run may override; null where nothing is said.</summary>
internal sealed record RunDefaults
{
    internal static readonly string[] Keys = ["landscape", "start", "steps", "target", "seed", "stop", TuningBinder.Key];

    internal ILandscape? Landscape { get; private init; }

    /// <summary>Whether a landscape is named, be it a right one or a wrong one.</summary>
    internal bool NamesLandscape { get; private init; }

    internal Point? Start { get; private init; }

    internal int? Steps { get; private init; }

    internal Node? Target { get; private init; }

    private Point? TargetPoint { get; init; }

    internal ulong? Seed { get; private init; }

    internal StopRules? Stop { get; private init; }

    internal BoundTuning? Tuning { get; private init; }

    /// <summary>These defaults with what the fields say instead.</summary>
    internal RunDefaults With(Fields fields, ValueBinder values) => new()
    {
        NamesLandscape = NamesLandscape || fields["landscape"] is not null,
        Landscape = fields["landscape"] is { } landscape ? values.Member(landscape, LandscapeCatalogue.Catalogue) as ILandscape : Landscape,
        Start = fields["start"] is { } start ? values.Point(start) : Start,
        Steps = fields["steps"] is { } steps ? StepCount(steps, values) : Steps,
        Target = fields["target"] ?? Target,
        TargetPoint = fields["target"] is { } target ? PointOf(target, values) : TargetPoint,
        Seed = fields["seed"] is { } seed ? SeedOf(seed, values) : Seed,
        Stop = fields["stop"] is { } stop ? new StopBinder(values).Bind(stop) : Stop,
        Tuning = fields[TuningBinder.Key] is { } tune ? new TuningBinder(values).Bind(tune) : Tuning,
    };

    /// <summary>Whether the target is the landscape's known minimum.</summary>
    internal bool AimsAtMinimum => Target is TextNode { Value: RunKeys.Minimum } or WordNode { Value: RunKeys.Minimum };

    /// <summary>The target as a point on this landscape.</summary>
    internal Point? TargetOn(ILandscape landscape, ValueBinder values)
    {
        if (!AimsAtMinimum)
        {
            return TargetPoint;
        }

        return landscape.Info.GlobalMinimum?.At
            ?? (Point?)values.Fail(Target!, $"no minimum of {landscape.Info.Title} is known: give the target as a point");
    }

    private static Point? PointOf(Node target, ValueBinder values) => target switch
    {
        TextNode { Value: RunKeys.Minimum } or WordNode { Value: RunKeys.Minimum } => null,
        TextNode text => (Point?)values.Fail(target, $"'{text.Value}' is no target: expected a point [x, y] or \"{RunKeys.Minimum}\""),
        _ => values.Point(target),
    };

    internal static int? StepCount(Node node, ValueBinder values)
    {
        string accepts = FormattableString.Invariant($"a whole number from 0 to {Run.MaximumSteps}");
        return values.Integer(node, accepts) switch
        {
            null => null,
            long steps and >= 0 and <= Run.MaximumSteps => (int)steps,
            _ => (int?)values.Fail(node, $"{ValueBinder.Show(node)} is out of range: expected {accepts}"),
        };
    }

    internal static ulong? SeedOf(Node node, ValueBinder values) => values.Integer(node, "a whole number of at least 0") switch
    {
        null => null,
        long seed and >= 0 => (ulong)seed,
        _ => (ulong?)values.Fail(node, $"{ValueBinder.Show(node)} is out of range: expected a whole number of at least 0"),
    };
}
