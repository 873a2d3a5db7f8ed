using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Binding;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Tuning;

/// <summary>A tuning and where it is written.</summary>
/// <param name="Tuning">The tuning.</param>
/// <param name="At">Its object.</param>
internal sealed record BoundTuning(Tuning Tuning, ObjectNode At);

/// <summary>Reads what is tuned, and checks it against every run that it concerns.</summary>
internal sealed class TuningBinder(ValueBinder values)
{
    internal const string Key = "tune";

    private static readonly string[] Keys = [.. Tuning.Keys.Select(k => k.Name)];

    /// <summary>The tuning that a node describes; null for <c>false</c> and where it has problems.</summary>
    internal BoundTuning? Bind(Node node)
    {
        if (node is FlagNode { Value: false })
        {
            return null;
        }

        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is no tuning: expected {{\"parameter\": …, \"from\": …, \"to\": …, \"count\": …, \"by\": …}}, or false for none");
            return null;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(entries, Keys);
        object made = new Tuning();
        foreach (Parameter key in Tuning.Keys)
        {
            if (fields[key.Name] is { } given)
            {
                made = values.Value(given, key) is { } value ? key.With(made, value) : made;
            }
            else if (key.IsRequired && entries.Find(key.Name) is null)
            {
                values.Fail(node, $"the tuning needs the key '{key.Name}': {key.Accepts}");
            }
        }

        var tuning = (Tuning)made;
        if (values.ProblemCount == before && tuning.From >= tuning.To)
        {
            values.Fail(fields["to"]!, Invariant($"the grid has no width: expected a number greater than 'from', which is {tuning.From}"));
        }

        if (values.ProblemCount == before && (tuning.By is TuningRule.StepsToTolerance) != tuning.Tolerance.HasValue)
        {
            values.Fail(fields["tolerance"] ?? node, tuning.Tolerance is null
                ? "the rule steps-to-tolerance needs the key 'tolerance'"
                : "only the rule steps-to-tolerance has a tolerance");
        }

        return values.ProblemCount > before ? null : new(tuning, entries);
    }

    /// <summary>Whether the parameter exists, takes the values and is not swept, in every run.</summary>
    internal void Check(IEnumerable<BoundRun> runs, IReadOnlyList<SweepAxis> axes)
    {
        foreach (BoundRun bound in runs.Where(r => r.Tuning is not null))
        {
            Check(bound.Run, bound.Tuning!, [.. axes.Where(a => a.Path.Concerns(bound.Run.Name))]);
        }
    }

    /// <summary>Whether there are as many chosen values as runs that they are for.</summary>
    internal void CheckChosen(IEnumerable<BoundRun> runs, RunPlan plan)
    {
        foreach ((BoundTuning bound, NumberList chosen, string run) in runs.Where(r => r.Tuning?.Tuning.Chosen is not null).Select(r => (r.Tuning!, r.Tuning!.Tuning.Chosen!, r.Run.Name)))
        {
            int needed = plan.Blocks.First(b => b.Run == run).Count / plan.GroupSize;
            if (chosen.Count != needed)
            {
                values.Fail(bound.At.Find("chosen")!, Invariant($"run '{run}' needs {needed} chosen values, here are {chosen.Count}: leave the key out to tune anew"));
            }
        }
    }

    private void Check(Run run, BoundTuning bound, SweepAxis[] axes)
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
                values.Fail(bound.At.Find(key)!, Invariant($"run '{run.Name}': {outside[0]} does not suit {bound.Tuning.Parameter}: expected {parameter.Accepts}"));
                return;
            }
        }
    }
}
