using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>Makes an experiment from a document and reports every problem of it.</summary>
public sealed class ExperimentReader
{
    private static readonly string[] Keys =
    [
        "$schema", "name", .. Experiment.Head.Select(k => k.Name), .. WrittenRun.CommonKeys, "runs", "sweep", "replicates",
        .. Experiment.Tail.Select(k => k.Name), "figures",
    ];

    private readonly ValueReader values;

    private ExperimentReader(ICollection<Problem> problems) => values = new(problems);

    /// <summary>The experiment that the document describes; null where it has problems.</summary>
    public static Experiment? Read(Node document, ICollection<Problem> problems)
    {
        int before = problems.Count;
        Experiment? experiment = new ExperimentReader(problems).Document(document);
        return problems.Count > before ? null : experiment;
    }

    private Experiment? Document(Node document)
    {
        if (document is not ObjectNode root)
        {
            values.Fail(document, $"{ValueReader.Show(document)} is not an experiment: expected an object");
            return null;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(root, Keys);
        _ = fields["$schema"] is { } schema ? values.Text(schema) : null;
        WrittenRun common = WrittenRun.Empty.With(fields, values, Run.Settings);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : null;
        if (root.Find("name") is null)
        {
            values.Fail(root, $"the key 'name' is missing: expected {Names.Rule}");
        }

        WrittenRun[] runs = [.. Runs(root, fields).Select(r => common.Read(r, values)).OfType<WrittenRun>()];
        string[] runNames = CheckUnique(fields["runs"], "run");
        SweepReader sweeps = new(values, [.. runs.Select(r => r.Run)], runNames);
        IReadOnlyList<SweepAxis> axes = fields["sweep"] is { } sweep ? sweeps.Axes(sweep) : [];
        TuningFormat.Check(runs, axes, values);
        bool hasAllRuns = runs.Length == runNames.Length;
        var experiment = (Experiment)values.Block(
            fields,
            new Experiment
            {
                Name = name ?? "",
                Seed = common.Run.Seed,
                Runs = [.. runs.Select(r => r.Run)],
                Sweep = new()
                {
                    Axes = axes,
                    Replicates = fields["replicates"] is { } replicates ? sweeps.Replicates(replicates, axes) : null,
                    StartsAtDefault = [.. runs.Where(r => r.StartsAtDefault && MovesLandscape(r, axes)).Select(r => r.Run.Name)],
                    AimsAtMinimum = [.. runs.Where(r => r.AimsAtMinimum && MovesLandscape(r, axes)).Select(r => r.Run.Name)],
                },
                Tunings = runs.Where(r => r.Tuning is not null).DistinctBy(r => r.Run.Name)
                    .ToDictionary(r => r.Run.Name, r => r.Tuning!.Tuning, StringComparer.Ordinal),
            },
            [.. Experiment.Head, .. Experiment.Tail]);
        RunPlan? plan = values.ProblemCount > before ? null : new PlanChecker(values, root).Check(experiment);
        if (plan is not null)
        {
            CheckChosen(runs, plan);
        }

        var figures = new FigureReader(
            values,
            shown => plan?.Find(shown).Any() ?? (!hasAllRuns || IsRun(shown, runNames)),
            shown => plan?.Hint(shown) ?? Spelling.Suggest(shown, runNames));
        experiment = experiment with { Figures = fields["figures"] is { } list ? values.List(list, figures.Read) ?? [] : [] };
        CheckUnique(fields["figures"], "figure");
        if (values.ProblemCount > before || plan is null || !new FigureChecker(values, experiment, plan).Check(fields["figures"]))
        {
            return null;
        }

        // What a figure needs is traced for it, whether or not the file asks for it a second time.
        IEnumerable<string> needed = experiment.Figures.SelectMany(f => f.Kind.NamedColumns).Select(c => c.Column).Where(TraceColumns.Optional.Contains);
        return experiment with { Columns = [.. experiment.Columns.Union(needed)] };
    }

    // Without a plan a swept name is taken on trust: something else is wrong already.
    private static bool IsRun(string shown, string[] runNames) => runNames.Contains(shown, StringComparer.Ordinal)
        || Array.Exists(runNames, n => shown.StartsWith(n + "@", StringComparison.Ordinal));

    private static bool MovesLandscape(WrittenRun run, IReadOnlyList<SweepAxis> axes) =>
        axes.Any(a => a.Path.Keys[0] == WrittenRun.Landscape && a.Path.Concerns(run.Run.Name));

    private IReadOnlyList<Node> Runs(ObjectNode root, Fields fields)
    {
        switch (fields["runs"])
        {
            case ListNode { Items.Count: > 0 } list:
                return list.Items;
            case { } wrong:
                values.Fail(wrong, wrong is ListNode ? "the list is empty: expected at least one entry"
                    : $"{ValueReader.Show(wrong)} is not a list: expected one");
                return [];
            default:
                _ = root.Find("runs") is null ? values.Fail(root, "the key 'runs' is missing: expected a list") : null;
                return [];
        }
    }

    // Whether there are as many chosen values as runs that they are for.
    private void CheckChosen(IEnumerable<WrittenRun> runs, RunPlan plan)
    {
        foreach ((BoundTuning bound, NumberList chosen, string run) in runs.Where(r => r.Tuning?.Tuning.Chosen is not null)
            .Select(r => (r.Tuning!, r.Tuning!.Tuning.Chosen!, r.Run.Name)))
        {
            int needed = plan.Blocks.First(b => b.Run == run).Count / plan.GroupSize;
            if (chosen.Count != needed)
            {
                values.Fail(
                    bound.At.Find("chosen")!,
                    FormattableString.Invariant($"run '{run}' needs {needed} chosen values, here are {chosen.Count}: leave the key out to tune anew"));
            }
        }
    }

    /// <summary>The names of all entries, also of those that have problems.</summary>
    private string[] CheckUnique(Node? list, string noun)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Node item in list is ListNode { Items: var items } ? items : [])
        {
            // A figure without a name is called like its kind.
            Node? own = (item as ObjectNode)?.Find("name");
            Node? at = own ?? (item is ObjectNode entries ? (noun is "figure" ? entries.Find("kind") : null) : item);
            if (at is TextNode { Value: var text } && !names.Add(own is null ? KindOf(text) : text))
            {
                values.Fail(at, $"two {noun}s are called '{text}'");
            }
        }

        return [.. names];
    }

    private static string KindOf(string spec) =>
        spec.Split(':')[0].Trim() is var kind && FigureCatalogue.Catalogue.Find(kind) is { } member ? member.Name : kind;
}
