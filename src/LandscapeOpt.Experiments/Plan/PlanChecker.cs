using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>Checks what only shows once all runs are known: their number, their names, and whether the swept parts go together.</summary>
internal sealed class PlanChecker(ValueReader values, ObjectNode root)
{
    /// <summary>The most combinations that are tried.</summary>
    private const int MostChecked = 100_000;

    private Node SweepNode => root.Find("sweep") ?? root.Find("replicates") ?? root;

    /// <summary>The runs of the experiment; null where something is wrong with them.</summary>
    internal RunPlan? Check(Experiment experiment)
    {
        int before = values.ProblemCount;
        double count = experiment.Runs.Sum(r => RunPlan.CountOf(experiment.Sweep, r.Name));
        if (count > Sweep.MaximumRuns)
        {
            values.Fail(SweepNode, Invariant($"the experiment has {count:0.###e0} runs: at most {Sweep.MaximumRuns} are possible"));
            return null;
        }

        var plan = new RunPlan(experiment);
        foreach ((string run, int first, int size) in plan.Blocks.Where(b => b.Count > 0 && !experiment.Sweep.IsEmpty))
        {
            string last = plan.Name(first + size - 1);
            if (last.Length > Names.MaximumLength)
            {
                values.Fail(SweepNode,
                    Invariant($"the name of the run '{run}' is too long to be swept: '{last}' has more than {Names.MaximumLength} characters"));
            }

        }

        foreach ((string run, string swept) in experiment.Runs.Select(r => (r.Name, plan.SweptTo(r.Name))).Where(r => r.Item2 is not null)
            .Select(r => (r.Name, r.Item2!)))
        {
            values.Fail(SweepNode, $"the run '{run}' is called like one of the runs that '{swept}' is swept to");
        }

        CheckCombinations(experiment);
        return values.ProblemCount > before ? null : plan;
    }

    // Only what is structural can keep a run's parts from going together; numbers have been checked one by one.
    private void CheckCombinations(Experiment experiment)
    {
        SweepAxis[] structural = [.. experiment.Sweep.Axes.Where(a => IsStructural(a, experiment))];
        if (structural.Length == 0)
        {
            return;
        }

        // Of a long range the ends stand for what is between them.
        IEnumerable<SweepAxis> few = experiment.Sweep.Axes.Select(a => !structural.Contains(a) ? a with { Values = [a.Values[0]] }
            : a.Values is SweepRange { Count: > MostChecked } range ? a with { Values = range with { Count = 2 } }
            : a);
        var plan = new RunPlan(experiment with { Sweep = experiment.Sweep with { Axes = [.. few], Replicates = null } });
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < Math.Min(plan.Count, MostChecked); i++)
        {
            Run run = plan[i];
            string template = run.StreamName ?? run.Name;
            IEnumerable<string> misfits = Kinds.Of("landscape").Of(run.Landscape).Misfit(run.Landscape) is { } ill ? [ill] : run.Misfits();
            if (experiment.Sweep.AimsAtMinimum.Contains(template, StringComparer.Ordinal) && run.Target is null)
            {
                misfits = misfits.Prepend($"no minimum of {run.Landscape.Info.Title} is known: give the target as a point");
            }

            foreach (string misfit in misfits.Where(m => told.Add(template + m)))
            {
                string with = string.Join(", ", plan.SweptColumns.Zip(plan.SweptValues(i), (path, value) => (path, value))
                    .Where(p => p.value is not null && structural.Any(a => a.Path.Text == p.path)).Select(p => $"{p.path}={p.value}"));
                values.Fail(Place(structural, plan, i), $"run '{template}' with {with}: {misfit}");
            }
        }
    }

    private Node Place(SweepAxis[] structural, RunPlan plan, int index)
    {
        Node? entry = (root.Find("sweep") as ObjectNode)?.Find(structural[0].Path.Text);
        return structural is [{ Path: var path }] && entry is ListNode list
            && plan.Blocks.First(b => path.Concerns(b.Run) && index < b.First + b.Count) is var block
            ? list.Items[index - block.First]
            : entry ?? SweepNode;
    }

    private static bool IsStructural(SweepAxis axis, Experiment experiment) =>
        axis.Path.Keys[0] is WrittenRun.Landscape or WrittenRun.Target or "mixing"
        || axis.Path.Find(experiment.Runs.First(r => axis.Path.Concerns(r.Name)), out _)?.Type is ParameterType.Member;
}
