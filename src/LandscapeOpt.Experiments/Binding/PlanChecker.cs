using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Checks what only shows once all runs are known: their number, their names, and whether the swept parts go together.</summary>
internal sealed class PlanChecker(ValueBinder values, ObjectNode root)
{
    /// <summary>The largest number of runs that the figures of an experiment may show.</summary>
    private const int MaximumShown = 1000;

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
                values.Fail(SweepNode, Invariant($"the name of the run '{run}' is too long to be swept: '{last}' has more than {Names.MaximumLength} characters"));
            }

            if (last != run && experiment.Runs.FirstOrDefault(r => r.Name != run && plan.Find(r.Name).FirstOrDefault(-1) >= first && plan.Find(r.Name).First() < first + size) is { } other)
            {
                values.Fail(SweepNode, $"the run '{other.Name}' is called like one of the runs that '{run}' is swept to");
            }
        }

        CheckCombinations(experiment);
        return values.ProblemCount > before ? null : plan;
    }

    /// <summary>Whether the figures show few enough runs to be drawn.</summary>
    internal static bool CheckFigures(ValueBinder values, Node? figures, Experiment experiment, RunPlan plan)
    {
        int shown = DrawnRuns.Indices(experiment, plan).Count();
        if (shown > MaximumShown)
        {
            values.Fail(figures!, Invariant($"the figures would show {shown} runs, at most {MaximumShown} are possible: name some in \"runs\""));
        }

        return shown <= MaximumShown && experiment.Figures.Select((f, i) => CheckAxes(values, (figures as ListNode)?.Items[i], f, plan)).All(ok => ok);
    }

    // The axes of a map over parameters are numbers of the run that it is made from.
    private static bool CheckAxes(ValueBinder values, Node? node, FigureSpec figure, RunPlan plan)
    {
        if (figure.Kind is not Hyperparameters map)
        {
            return true;
        }

        Run run = plan[figure.Runs.Count == 0 ? 0 : plan.Find(figure.Runs[0]).First()];
        bool ok = true;
        foreach ((string key, string text) in new[] { ("horizontal", map.Horizontal), ("vertical", map.Vertical) })
        {
            MapAxis axis = AxisText.Parse(text, out _)!;
            string? misfit = RunPath.Parse(axis.Path, [run.Name]).Find(run, out string complaint) is { } parameter ? AxisRuns.Misfit(axis, parameter) : complaint;
            if (misfit is not null)
            {
                values.Fail((node as ObjectNode)?.Find(key) ?? node!, $"{axis.Path}: {misfit}");
                ok = false;
            }
        }

        return ok;
    }

    // Only what is structural can keep a run's parts from going together; numbers have been checked one by one.
    private void CheckCombinations(Experiment experiment)
    {
        SweepAxis[] structural = [.. experiment.Sweep.Axes.Where(a => IsStructural(a, experiment))];
        if (structural.Length == 0)
        {
            return;
        }

        IEnumerable<SweepAxis> few = experiment.Sweep.Axes.Select(a => structural.Contains(a) ? a : a with { Values = [a.Values[0]] });
        var plan = new RunPlan(experiment with { Sweep = experiment.Sweep with { Axes = [.. few], Replicates = null } });
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < plan.Count; i++)
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
        return structural is [{ Path: var path }] && entry is ListNode list && plan.Blocks.First(b => path.Concerns(b.Run) && index < b.First + b.Count) is var block
            ? list.Items[index - block.First]
            : entry ?? SweepNode;
    }

    private static bool IsStructural(SweepAxis axis, Experiment experiment) =>
        axis.Path.Keys[0] is RunKeys.LandscapeKey or RunKeys.TargetKey or "mixing"
        || axis.Path.Find(experiment.Runs.First(r => axis.Path.Concerns(r.Name)), out _)?.Type is ParameterType.Member;
}
