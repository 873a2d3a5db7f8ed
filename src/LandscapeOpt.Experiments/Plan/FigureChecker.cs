using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>Checks what figures name of their runs: columns, and the numbers along the sides of maps.</summary>
internal sealed class FigureChecker(ValueReader values, Experiment experiment, RunPlan plan)
{
    /// <summary>The largest number of runs that the figures of an experiment may show.</summary>
    private const int MaximumShown = 1000;

    private readonly Dictionary<int, HashSet<string>> columns = [];

    /// <summary>Whether the figures can be drawn.</summary>
    /// <param name="figures">Where they are written; null where there are none.</param>
    internal bool Check(Node? figures)
    {
        int shown = plan.Shown(experiment.Figures).Count();
        if (shown > MaximumShown)
        {
            values.Fail(figures!, Invariant($"the figures would show {shown} runs, at most {MaximumShown} are possible: name some in \"runs\""));
            return false;
        }

        int before = values.ProblemCount;
        for (int i = 0; i < experiment.Figures.Count; i++)
        {
            FigureSpec figure = experiment.Figures[i];
            Node at = ((ListNode)figures!).Items[i];
            int[] indices = [.. figure.Runs.Count == 0 ? Enumerable.Range(0, plan.Count) : figure.Runs.SelectMany(plan.Find)];
            CheckColumns(at, figure, indices);
            if (figure.Kind is Hyperparameters map && indices is [var first, ..])
            {
                CheckAxes(at, map, plan[first]);
            }
        }

        return values.ProblemCount == before;
    }

    // One that can be asked for is traced for the figure; of the others a run has those that suit it.
    private void CheckColumns(Node figure, FigureSpec spec, int[] indices)
    {
        foreach ((string key, string column) in spec.Kind.NamedColumns.Where(c => !indices.Any(i => ColumnsOf(i).Contains(c.Column))))
        {
            IEnumerable<string> known = indices.Length == 0 ? TraceColumns.Optional : ColumnsOf(indices[0]);
            string hint = Spelling.Suggest(column, known);
            string reason = TraceColumns.Families.FirstOrDefault(f => f.Name == column) is { } family
                ? $": it is there {Kebab.Of(family.Presence).Replace('-', ' ')}"
                : hint.Length > 0 ? hint
                : ": expected one of " + string.Join(", ", known);
            values.Fail(Place(figure, key), $"the runs that are shown have no column '{column}'{reason}");
        }
    }

    private HashSet<string> ColumnsOf(int index)
    {
        if (!columns.TryGetValue(index, out HashSet<string>? names))
        {
            columns[index] = names = [.. TraceColumns.For(plan[index], TraceColumns.Optional).Select(c => c.Name)];
        }

        return names;
    }

    // The axes of a map over parameters are numbers of the run that it is made from.
    private void CheckAxes(Node figure, Hyperparameters map, Run run)
    {
        string[] names = [.. experiment.Runs.Select(r => r.Name)];
        var paths = new List<RunPath>();
        foreach ((string key, string text) in new[] { ("horizontal", map.Horizontal), ("vertical", map.Vertical) })
        {
            MapAxis axis = AxisText.Parse(text, out _)!;
            RunPath path = RunPath.Parse(axis.Path, [.. names, run.Name]);
            string template = run.StreamName ?? run.Name;
            string? misfit = path.Run is { } named && named != template && named != run.Name
                ? names.Contains(named, StringComparer.Ordinal)
                    ? $"the figure shows the run '{template}'"
                    : $"there is no run '{named}'{Spelling.Suggest(named, names)}"
                : path.Find(run, out string complaint) is { } parameter ? AxisRuns.Misfit(axis, parameter)
                : complaint;
            paths.Add(path);
            if (misfit is not null)
            {
                values.Fail(Place(figure, key), $"{axis.Path}: {misfit}");
            }
            else if (paths is [var other, _] && path.LeadsWhere(other, run))
            {
                values.Fail(Place(figure, key), $"both axes run over {axis.Path}");
            }
        }
    }

    // A key of an object where it stands; of a SPEC the place of the SPEC.
    private static Node Place(Node figure, string key) =>
        (figure as ObjectNode)?.Find(key) ?? new NullNode(figure is ObjectNode ? figure.At : figure.At.Inside(key));
}
