using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>A tuning and where it is written.</summary>
/// <param name="Tuning">The tuning.</param>
/// <param name="At">Its object.</param>
internal sealed record BoundTuning(Tuning Tuning, ObjectNode At);

/// <summary>Reads and describes what is tuned.</summary>
internal static class TuningFormat
{
    internal const string Key = "tune";

    /// <summary>The tuning that a node describes; null for <c>false</c> and where it has problems.</summary>
    internal static BoundTuning? Read(Node node, ValueReader values)
    {
        if (node is FlagNode { Value: false })
        {
            return null;
        }

        if (node is not ObjectNode entries)
        {
            values.Fail(
                node,
                $"{ValueReader.Show(node)} is no tuning: expected {{\"parameter\": …, \"from\": …, \"to\": …, \"count\": …, \"by\": …}}, or false for none");
            return null;
        }

        if (values.Block(node, new Tuning(), Tuning.Keys, "tuning") is not Tuning tuning)
        {
            return null;
        }

        int before = values.ProblemCount;
        if (tuning.From >= tuning.To)
        {
            values.Fail(entries.Find("to")!, Invariant($"the grid has no width: expected a number greater than 'from', which is {tuning.From}"));
        }

        if ((tuning.By is TuningRule.StepsToTolerance) != tuning.Tolerance.HasValue)
        {
            values.Fail(entries.Find("tolerance") ?? node, tuning.Tolerance is null
                ? "the rule steps-to-tolerance needs the key 'tolerance'"
                : "only the rule steps-to-tolerance has a tolerance");
        }

        return values.ProblemCount > before ? null : new(tuning, entries);
    }

    /// <summary>Whether the parameter exists, takes the values and is not swept, in every run.</summary>
    internal static void Check(IEnumerable<WrittenRun> runs, IReadOnlyList<SweepAxis> axes, ValueReader values)
    {
        foreach (WrittenRun written in runs.Where(r => r.Tuning is not null))
        {
            Check(written.Run, written.Tuning!, [.. axes.Where(a => a.Path.Concerns(written.Run.Name))], values);
        }
    }

    /// <summary>The JSON Schema of a tuning.</summary>
    internal static JsonObject Schema()
    {
        JsonObject block = ParameterSchema.Block(Tuning.Keys, new Tuning());
        block.Add("if", new JsonObject { ["required"] = new JsonArray("tolerance") });
        block.Add("then", Rule());
        block.Add("else", new JsonObject { ["not"] = Rule() });
        return new()
        {
            ["description"] =
                "What is tuned before a run: every value of a logarithmic grid is tried with the run's own budget, and the best one is taken; "
                + "false for nothing.",
            ["anyOf"] = new JsonArray(new JsonObject { ["const"] = false }, block),
        };

        static JsonObject Rule() => new()
        {
            ["required"] = new JsonArray("by"),
            ["properties"] = new JsonObject { ["by"] = new JsonObject { ["const"] = "steps-to-tolerance" } },
        };
    }

    private static void Check(Run run, BoundTuning bound, SweepAxis[] axes, ValueReader values)
    {
        Node at = bound.At.Find("parameter") ?? bound.At;
        RunPath path = bound.Tuning.Path;
        if (Array.Exists(axes, a => a.Path.IsWithin(path)))
        {
            values.Fail(at, $"run '{run.Name}': the sweep varies {bound.Tuning.Parameter}, so that it cannot be tuned");
            return;
        }

        IEnumerable<Run> variants = [run];
        foreach (SweepAxis axis in axes.Where(a => path.IsWithin(a.Path)).OrderBy(a => a.Path.Keys.Count))
        {
            variants = variants.SelectMany(r => axis.Values.Select(v => axis.Path.Find(r, out _) is { } set ? (Run)set.With(r, v) : r));
        }

        foreach (Run variant in variants)
        {
            if (path.Find(variant, out string complaint) is not { Type: ParameterType.Number or ParameterType.Integer } parameter)
            {
                values.Fail(at, $"run '{run.Name}': {(complaint.Length > 0 ? complaint : bound.Tuning.Parameter + " is not a number")}");
                return;
            }

            double[] outside = [.. (bound.Tuning.Chosen ?? []).Prepend(bound.Tuning.To).Prepend(bound.Tuning.From).Where(v => !parameter.Range.Contains(v))];
            if (outside.Length > 0)
            {
                string key = outside[0] == bound.Tuning.From ? "from" : outside[0] == bound.Tuning.To ? "to" : "chosen";
                values.Fail(bound.At.Find(key)!,
                    Invariant($"run '{run.Name}': {outside[0]} does not suit {bound.Tuning.Parameter}: expected {parameter.Accepts}"));
                return;
            }
        }
    }
}
