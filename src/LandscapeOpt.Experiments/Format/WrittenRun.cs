using System.Collections.Immutable;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>A run as far as it is written, with what it leaves to its landscape.</summary>
internal sealed record WrittenRun
{
    internal const string Landscape = "landscape", Start = "start", Target = "target";

    /// <summary>What an experiment says for all runs.</summary>
    internal static readonly string[] CommonKeys = [.. Run.Settings.Select(k => k.Name), TuningFormat.Key];

    /// <summary>The keys of a run.</summary>
    internal static readonly string[] Keys = ["name", .. CommonKeys, .. Run.Rules.Select(k => k.Name)];

    /// <summary>A run of which nothing is said.</summary>
    internal static WrittenRun Empty { get; } = new();

    /// <summary>The run; without a landscape of its own as long as none is given.</summary>
    internal Run Run { get; private init; } = new() { Name = "", Landscape = new Quadratic(), Start = default };

    /// <summary>The keys that are given, be it rightly or wrongly.</summary>
    internal ImmutableHashSet<string> Given { get; private init; } = [];

    /// <summary>Whether the run begins where its landscape says.</summary>
    internal bool StartsAtDefault => !Given.Contains(Start);

    /// <summary>Whether its target is the landscape's known minimum.</summary>
    internal bool AimsAtMinimum { get; private init; }

    /// <summary>What is tuned in it; null for nothing.</summary>
    internal BoundTuning? Tuning { get; private init; }

    private bool HasLandscape { get; init; }

    private Node? TargetAt { get; init; }

    /// <summary>This run with what the fields say instead.</summary>
    internal WrittenRun With(Fields fields, ValueReader values, IEnumerable<Catalogues.Parameter> keys)
    {
        WrittenRun run = this;
        foreach (Catalogues.Parameter key in keys)
        {
            if (fields[key.Name] is { } node)
            {
                run = run.With(key, node, values.Value(node, key));
            }
        }

        return fields[TuningFormat.Key] is { } tune ? run with { Tuning = TuningFormat.Read(tune, values) } : run;
    }

    /// <summary>Reads a run.</summary>
    /// <param name="node">The run.</param>
    /// <param name="values">Reads values and takes problems.</param>
    /// <returns>The run; null where it has problems.</returns>
    internal WrittenRun? Read(Node node, ValueReader values)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueReader.Show(node)} is not a run: expected an object");
            return null;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(entries, Keys);
        WrittenRun own = With(fields, values, Run.Settings);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : (string?)values.Fail(node, $"the key 'name' is missing: expected {Names.Rule}");
        if (!own.Given.Contains(Landscape))
        {
            values.Fail(node, "the run has no landscape: give the key 'landscape' here or for all runs");
        }

        own = own.With(fields, values, Run.Rules);
        if (values.ProblemCount > before || !own.HasLandscape)
        {
            return null;
        }

        LandscapeInfo info = own.Run.Landscape.Info;
        Run run = own.Run with { Name = name!, Start = own.StartsAtDefault ? info.Start : own.Run.Start };
        if (own.AimsAtMinimum)
        {
            run = run with { Target = info.GlobalMinimum?.At };
            _ = run.Target is null ? values.Fail(own.TargetAt!, $"no minimum of {info.Title} is known: give the target as a point") : null;
        }

        foreach (string misfit in values.ProblemCount > before ? [] : run.Misfits())
        {
            values.Fail(fields["mixing"] ?? node, $"run '{run.Name}': {misfit}");
        }

        return values.ProblemCount > before ? null : own with { Run = run };
    }

    private WrittenRun With(Catalogues.Parameter key, Node node, object? value)
    {
        WrittenRun run = this with { Given = Given.Add(key.Name) };
        if (key.Name is Target)
        {
            run = run with { AimsAtMinimum = value is Run.Minimum, TargetAt = node };
        }
        else if (key.Name is Landscape)
        {
            run = run with { HasLandscape = value is not null };
        }

        return value is null or Run.Minimum ? run : run with { Run = (Run)key.With(run.Run, value) };
    }
}
