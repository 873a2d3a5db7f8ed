using LandscapeOpt.Averaging;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Tuning;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>A run as written, with what it leaves to its landscape.</summary>
/// <param name="Run">The run.</param>
/// <param name="StartsAtDefault">Whether it begins where its landscape says.</param>
/// <param name="AimsAtMinimum">Whether its target is the landscape's known minimum.</param>
/// <param name="Tuning">What is tuned in it; null for nothing.</param>
internal sealed record BoundRun(Run Run, bool StartsAtDefault, bool AimsAtMinimum, BoundTuning? Tuning);

/// <summary>Reads one run.</summary>
internal sealed class RunBinder(ValueBinder values, RunDefaults common)
{
    internal static readonly string[] Keys = ["name", .. RunDefaults.Keys, "optimizer", "schedule", "mixing", "transforms", "averaging"];

    internal BoundRun? Bind(Node node)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not a run: expected an object");
            return null;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(entries, Keys);
        RunDefaults own = common.With(fields, values);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : (string?)values.Fail(node, $"the key 'name' is missing: expected {Names.Rule}");
        if (!own.NamesLandscape)
        {
            values.Fail(node, "the run has no landscape: give the key 'landscape' here or for all runs");
        }

        Optimizer? optimizer = Part<Optimizer>(fields, "optimizer");
        Schedule? schedule = Part<Schedule>(fields, "schedule");
        MixingRule? mixing = Part<MixingRule>(fields, "mixing");
        AveragingRule? averaging = Part<AveragingRule>(fields, "averaging");
        IReadOnlyList<GradientTransform> transforms = fields["transforms"] is null
            ? []
            : values.List(entries, fields, "transforms", t => values.Member(t, TransformCatalogue.Catalogue) as GradientTransform);
        if (values.ProblemCount > before || own.Landscape is not { } landscape)
        {
            return null;
        }

        var run = new Run
        {
            Name = name!,
            Landscape = landscape,
            Start = own.Start ?? landscape.Info.Start,
            Target = own.TargetOn(landscape, values),
            Seed = own.Seed ?? 0,
            Stop = own.Stop ?? new(),
            Optimizer = optimizer ?? new GradientDescent(),
            Schedule = schedule ?? new Constant(),
            Mixing = mixing ?? new Average(),
            Transforms = transforms,
            Averaging = averaging,
        };
        run = own.Steps is { } steps ? run with { Steps = steps } : run;
        foreach (string misfit in values.ProblemCount > before ? [] : run.Misfits())
        {
            values.Fail(fields["mixing"] ?? node, $"run '{run.Name}': {misfit}");
        }

        return values.ProblemCount > before ? null : new(run, own.Start is null, own.AimsAtMinimum, own.Tuning);
    }

    private T? Part<T>(Fields fields, string key)
        where T : class => fields[key] is { } node ? values.Member(node, Kinds.Of(key)) as T : null;
}
