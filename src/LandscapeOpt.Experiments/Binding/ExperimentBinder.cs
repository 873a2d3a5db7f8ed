using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Experiments.Tuning;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Makes an experiment from a document and reports every problem of it.</summary>
public sealed class ExperimentBinder
{
    internal static readonly string[] Keys =
        ["$schema", "name", "title", "description", .. RunDefaults.Keys, "runs", "sweep", "replicates", "traces", "columns", "figures"];

    private static readonly string[] Policies = [.. Enum.GetValues<TracePolicy>().Select(Kebab.Of)];

    private readonly ValueBinder values;

    private ExperimentBinder(ICollection<Problem> problems) => values = new(problems);

    /// <summary>The experiment that the document describes; null where it has problems.</summary>
    public static Experiment? Bind(Node document, ICollection<Problem> problems)
    {
        int before = problems.Count;
        Experiment? experiment = new ExperimentBinder(problems).Document(document);
        return problems.Count > before ? null : experiment;
    }

    private Experiment? Document(Node document)
    {
        if (document is not ObjectNode root)
        {
            values.Fail(document, $"{ValueBinder.Show(document)} is not an experiment: expected an object");
            return null;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(root, Keys);
        _ = fields["$schema"] is { } schema ? values.Text(schema) : null;
        RunDefaults defaults = new RunDefaults().With(fields, values);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : null;
        if (root.Find("name") is null)
        {
            values.Fail(root, $"the key 'name' is missing: expected {Names.Rule}");
        }

        IReadOnlyList<BoundRun> runs = values.List(root, fields, "runs", new RunBinder(values, defaults).Bind, isNeeded: true);
        string[] runNames = CheckUnique(fields["runs"], "run");
        SweepBinder sweeps = new(values, [.. runs.Select(r => r.Run)], runNames);
        IReadOnlyList<SweepAxis> axes = fields["sweep"] is { } sweep ? sweeps.Axes(sweep) : [];
        var tunings = new TuningBinder(values);
        tunings.Check(runs, axes);
        bool hasAllRuns = runs.Count == runNames.Length;
        var experiment = new Experiment
        {
            Name = name ?? "",
            Title = fields["title"] is { } title ? values.Text(title, TextLimits.Title) : null,
            Description = fields["description"] is { } description ? values.Text(description, TextLimits.Description) : null,
            Seed = defaults.Seed ?? 0,
            Runs = [.. runs.Select(r => r.Run)],
            Sweep = new()
            {
                Axes = axes,
                Replicates = fields["replicates"] is { } replicates ? sweeps.Replicates(replicates, axes) : null,
                StartsAtDefault = [.. runs.Where(r => r.StartsAtDefault && MovesLandscape(r, axes)).Select(r => r.Run.Name)],
                AimsAtMinimum = [.. runs.Where(r => r.AimsAtMinimum && MovesLandscape(r, axes)).Select(r => r.Run.Name)],
            },
            Tunings = runs.Where(r => r.Tuning is not null).DistinctBy(r => r.Run.Name).ToDictionary(r => r.Run.Name, r => r.Tuning!.Tuning, StringComparer.Ordinal),
            Traces = fields["traces"] is { } traces && values.Choice(traces, Policies) is { } policy ? Kebab.Parse<TracePolicy>(policy) : TracePolicy.All,
            Columns = fields["columns"] is { } ? values.List(root, fields, "columns", Column) : [],
        };
        RunPlan? plan = values.ProblemCount > before ? null : new PlanChecker(values, root).Check(experiment);
        if (plan is not null)
        {
            tunings.CheckChosen(runs, plan);
        }

        var figures = new FigureBinder(
            values,
            shown => plan?.Find(shown).Any() ?? (!hasAllRuns || IsRun(shown, runNames)),
            shown => plan?.Hint(shown) ?? Spelling.Suggest(shown, runNames));
        experiment = experiment with { Figures = fields["figures"] is { } ? values.List(root, fields, "figures", figures.Bind) : [] };
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

    private static bool MovesLandscape(BoundRun run, IReadOnlyList<SweepAxis> axes) =>
        axes.Any(a => a.Path.Keys[0] == RunKeys.LandscapeKey && a.Path.Concerns(run.Run.Name));

    private string? Column(Node node)
    {
        if (values.Text(node) is not { } name || TraceColumns.Optional.Contains(name, StringComparer.Ordinal))
        {
            return values.Text(node);
        }

        string hint = Spelling.Suggest(name, TraceColumns.Optional);
        return (string?)values.Fail(node, $"unknown column '{name}'{(hint.Length > 0 ? hint : ": expected one of " + string.Join(", ", TraceColumns.Optional))}");
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

    private static string KindOf(string spec) => spec.Split(':')[0].Trim() is var kind && FigureCatalogue.Catalogue.Find(kind) is { } member ? member.Name : kind;
}
