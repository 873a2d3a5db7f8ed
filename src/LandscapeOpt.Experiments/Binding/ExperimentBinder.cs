using LandscapeOpt.Averaging;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Makes an experiment from a document and reports every problem of it.</summary>
public sealed class ExperimentBinder
{
    private static readonly string[] Keys = ["$schema", "name", "title", "description", .. RunDefaults.Keys, "runs", "columns", "figures"];
    private static readonly string[] RunKeys = ["name", .. RunDefaults.Keys, "optimizer", "schedule", "mixing", "transforms", "averaging"];

    private readonly ICollection<Problem> problems;
    private readonly ValueBinder values;

    private ExperimentBinder(ICollection<Problem> problems)
    {
        this.problems = problems;
        values = new(problems);
    }

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

        Fields fields = values.Fields(root, Keys);
        RunDefaults defaults = new RunDefaults().With(fields, values);
        string? name = fields["name"] is { } nameNode ? Name(nameNode) : null;
        if (fields["name"] is null)
        {
            values.Fail(root, $"the key 'name' is missing: expected {Names.Rule}");
        }

        IReadOnlyList<Run> runs = List(root, fields, "runs", node => Run(node, defaults));
        CheckUnique(root.Find("runs"), runs.Select(r => r.Name), "run");
        IReadOnlyList<string> columns = fields["columns"] is { } ? List(root, fields, "columns", Column) : [];
        IReadOnlyList<FigureSpec> figures = fields["figures"] is { } ? List(root, fields, "figures", node => new FigureBinder(values, runs).Bind(node)) : [];
        CheckUnique(root.Find("figures"), figures.Select(f => f.Name), "figure");
        return name is null || runs.Count == 0 ? null : new()
        {
            Name = name,
            Title = fields["title"] is { } title ? values.Text(title) : null,
            Description = fields["description"] is { } description ? values.Text(description) : null,
            Seed = defaults.Seed ?? 0,
            Runs = runs,
            Columns = columns,
            Figures = figures,
        };
    }

    private Run? Run(Node node, RunDefaults common)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not a run: expected an object");
            return null;
        }

        int before = problems.Count;
        Fields fields = values.Fields(entries, RunKeys);
        RunDefaults own = common.With(fields, values);
        string? name = fields["name"] is { } nameNode ? Name(nameNode) : (string?)values.Fail(node, $"the key 'name' is missing: expected {Names.Rule}");
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
            : List(entries, fields, "transforms", t => values.Member(t, TransformCatalogue.Catalogue) as GradientTransform);
        if (problems.Count > before || own.Landscape is not { } landscape)
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
        foreach (string misfit in problems.Count > before ? [] : run.Misfits())
        {
            values.Fail(fields["mixing"] ?? node, $"run '{run.Name}': {misfit}");
        }

        return problems.Count > before ? null : run;
    }

    private T? Part<T>(Fields fields, string key)
        where T : class => fields[key] is { } node ? values.Member(node, Kinds.Of(key)) as T : null;

    private string? Column(Node node) => values.Text(node) is not { } name || TraceColumns.Optional.Contains(name, StringComparer.Ordinal)
        ? values.Text(node)
        : (string?)values.Fail(node, $"unknown column '{name}'{Spelling.Suggest(name, TraceColumns.Optional)}");

    private string? Name(Node node) => values.Name(node);

    private List<T> List<T>(ObjectNode owner, Fields fields, string key, Func<Node, T?> item)
        where T : class => values.List(owner, fields, key, item);

    private void CheckUnique(Node? list, IEnumerable<string> names, string noun)
    {
        foreach (string twice in names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            values.Fail(list!, $"two {noun}s are called '{twice}'");
        }
    }
}
