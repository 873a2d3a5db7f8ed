using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>
/// All runs of an experiment in order, made when they are asked for, so that a million of them need no memory. A run that nothing is
/// varied in keeps its name; the others are called run@index, the index counting that run's combinations from 0.
/// </summary>
public sealed class RunPlan
{
    private readonly Experiment experiment;
    private readonly Block[] blocks;
    private readonly Dictionary<string, Block> byName = new(StringComparer.Ordinal);

    /// <summary>The runs of an experiment.</summary>
    public RunPlan(Experiment experiment)
    {
        this.experiment = experiment;
        blocks = new Block[experiment.Runs.Count];
        int first = 0;
        for (int b = 0; b < blocks.Length; b++)
        {
            blocks[b] = new(experiment.Sweep, experiment.Runs[b], experiment.Tunings.GetValueOrDefault(experiment.Runs[b].Name), first);
            byName.TryAdd(blocks[b].Template.Name, blocks[b]);
            first = checked(first + blocks[b].Count);
        }

        Count = first;
        HasTarget = experiment.Runs.Any(r => r.Target is not null) || experiment.Sweep.Axes.Any(a => a.Path.Keys is [WrittenRun.Target, ..]);
    }

    /// <summary>The number of runs.</summary>
    public int Count { get; }

    /// <summary>Whether any run has a target.</summary>
    public bool HasTarget { get; }

    /// <summary>How many consecutive runs differ in the seed alone.</summary>
    public int GroupSize => experiment.Sweep.Replicates?.Count ?? 1;

    /// <summary>The runs that are made from each run as written: the index of the first, and how many.</summary>
    public IEnumerable<(string Run, int First, int Count)> Blocks => blocks.Select(b => (b.Template.Name, b.First, b.Count));

    /// <summary>The swept and the tuned paths, which are columns of the summary.</summary>
    public IReadOnlyList<string> SweptColumns =>
        [.. experiment.Sweep.Axes.Select(a => a.Path.Text), .. experiment.Sweep.Replicates is null ? (string[])[] : ["seed"], .. TunedPaths];

    private IEnumerable<string> TunedPaths => experiment.Runs.Select(r => experiment.Tunings.GetValueOrDefault(r.Name)?.Path.Text).OfType<string>().Distinct();

    /// <summary>A run.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public Run this[int index] => BlockOf(index) is var block ? block.Make(index - block.First) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The name of a run.</summary>
    public string Name(int index) => BlockOf(index) is var block ? block.Name(index - block.First) : "";

    /// <summary>The indices of the run of that name, or of all runs that are made from it.</summary>
    public IEnumerable<int> Find(string name)
    {
        if (byName.TryGetValue(name, out Block? written))
        {
            return Enumerable.Range(written.First, written.Count);
        }

        return Swept(name) is ({ } block, { } index) && block.Name(index) == name ? [block.First + index] : [];
    }

    /// <summary>The runs that figures show, by their indices: all unless every figure names some.</summary>
    public IEnumerable<int> Shown(IReadOnlyList<FigureSpec> figures) =>
        figures.Count == 0 ? []
        : figures.Any(f => f.Runs.Count == 0) ? Enumerable.Range(0, Count)
        : figures.SelectMany(f => f.Runs).SelectMany(Find).Distinct().Order();

    /// <summary>The run as written that is swept to a run of that name; null where there is none.</summary>
    internal string? SweptTo(string name) => Swept(name) is ({ } block, { } index) && block.Name(index) == name ? block.Template.Name : null;

    /// <summary>What a name that no run has was meant to be, to end a message with: the same run by its right number, or the nearest name.</summary>
    internal string Hint(string name) => Swept(name) switch
    {
        ({ } block, { } index) => $"; did you mean '{block.Name(index)}'?",
        ({ Count: > 0 } block, null) => $": expected {block.Template.Name}, or one of {block.Name(0)} to {block.Name(block.Count - 1)}",
        _ => Spelling.Suggest(name, byName.Keys),
    };

    // The swept run before the last @, and the number after it where there is such a run.
    private (Block? Block, int? Index) Swept(string name)
    {
        int at = name.LastIndexOf('@');
        return at < 0 || !byName.TryGetValue(name[..at], out Block? block) || !block.IsSwept ? (null, null)
            : int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < block.Count ? (block, index)
            : (block, null);
    }

    /// <summary>
    /// The values that the swept and the tuned paths have in a run, in the order of <see cref="SweptColumns"/>; null where a path does not
    /// concern it.
    /// </summary>
    public IEnumerable<string?> SweptValues(int index)
    {
        Block block = BlockOf(index);
        foreach (SweepAxis axis in experiment.Sweep.Axes)
        {
            yield return block.ValueText(axis, index - block.First);
        }

        if (experiment.Sweep.Replicates is { } replicates)
        {
            yield return replicates.Seed(block.Template.Seed, (index - block.First) % replicates.Count).ToString(CultureInfo.InvariantCulture);
        }

        foreach (string path in TunedPaths)
        {
            yield return block.TunedText(path, index - block.First);
        }
    }

    private Block BlockOf(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        int b = 0;
        while (index >= blocks[b].First + blocks[b].Count)
        {
            b++;
        }

        return blocks[b];
    }

    /// <summary>The number of runs that a run as written becomes, which may be too many.</summary>
    internal static double CountOf(Sweep sweep, string run) =>
        sweep.Axes.Where(a => a.Path.Concerns(run)).Aggregate((double)(sweep.Replicates?.Count ?? 1), (product, a) => product * a.Values.Count);

    /// <summary>The runs that are made from one run as written.</summary>
    private sealed class Block
    {
        private readonly Sweep sweep;
        private readonly Tuning? tuning;
        private readonly Axis[] axes;
        private readonly string digits;
        private readonly bool startsAtDefault, aimsAtMinimum;

        internal Block(Sweep sweep, Run template, Tuning? tuning, int first)
        {
            (this.sweep, this.tuning, Template, First) = (sweep, tuning, template, first);
            Count = checked((int)CountOf(sweep, template.Name));
            SweepAxis[] concerned = [.. sweep.Axes.Where(a => a.Path.Concerns(template.Name))];
            IsSwept = sweep.Concerns(template.Name);
            digits = "D" + (Count - 1).ToString(CultureInfo.InvariantCulture).Length.ToString(CultureInfo.InvariantCulture);
            axes = new Axis[concerned.Length];
            int stride = sweep.Replicates?.Count ?? 1;
            for (int a = axes.Length - 1; a >= 0; a--)
            {
                // A path below another swept one leads somewhere else in each of the other's values.
                bool isFixed = !Array.Exists(concerned, o => o != concerned[a] && concerned[a].Path.IsWithin(o.Path));
                axes[a] = new(concerned[a], stride, isFixed ? concerned[a].Path.Find(template, out _) : null);
                stride *= concerned[a].Values.Count;
            }

            // The landscape first, because starts and targets may follow it; whole rules before their settings; shorthands last: kappa
            // scales whatever lambda1 was set.
            axes = [.. axes.OrderBy(a => !a.IsLandscape).ThenBy(a => a.Swept.Path.Keys.Count).ThenBy(a => a.Setter?.IsShorthand ?? false)];
            startsAtDefault = sweep.StartsAtDefault.Contains(template.Name, StringComparer.Ordinal);
            aimsAtMinimum = sweep.AimsAtMinimum.Contains(template.Name, StringComparer.Ordinal);
        }

        internal Run Template { get; }

        internal int First { get; }

        internal int Count { get; }

        internal bool IsSwept { get; }

        internal string Name(int index) => IsSwept ? Template.Name + "@" + index.ToString(digits, CultureInfo.InvariantCulture) : Template.Name;

        internal Run Make(int index) => tuning?.Chosen is { } chosen ? tuning.With(Vary(index), chosen[index / (sweep.Replicates?.Count ?? 1)]) : Vary(index);

        internal string? TunedText(string path, int index) => tuning is { Chosen: not null } && tuning.Path is var tuned && tuned.Text == path
            && Make(index) is var run && tuned.Find(run, out _) is { } parameter
            ? Text(parameter, parameter.Get(run)!)
            : null;

        private Run Vary(int index)
        {
            if (!IsSwept)
            {
                return Template;
            }

            Run run = Template with { Name = Name(index), StreamName = Template.Name };
            bool follows = startsAtDefault || aimsAtMinimum;
            foreach (Axis axis in axes)
            {
                if (follows && !axis.IsLandscape)
                {
                    (run, follows) = (Follow(run), false);
                }

                Parameter setter = axis.Setter ?? axis.Swept.Path.Find(run, out _)!;
                run = (Run)setter.With(run, axis.Value(index));
            }

            run = follows ? Follow(run) : run;
            return sweep.Replicates is { } replicates ? run with { Seed = replicates.Seed(Template.Seed, index % replicates.Count) } : run;
        }

        internal string? ValueText(SweepAxis swept, int index) => Array.Find(axes, a => a.Swept == swept) is { } axis
            ? Text(axis.Setter ?? swept.Path.Find(Make(index), out _)!, axis.Value(index))
            : null;

        private static string Text(Parameter parameter, object value) => parameter.Type is ParameterType.Member
            ? SpecText.Of(value, Kinds.Of(parameter.Catalogue!))
            : SpecText.Value(parameter, value);

        private Run Follow(Run run)
        {
            LandscapeInfo info = run.Landscape.Info;
            run = startsAtDefault ? run with { Start = info.Start } : run;
            return aimsAtMinimum ? run with { Target = info.GlobalMinimum?.At } : run;
        }
    }

    /// <summary>An axis within a block.</summary>
    /// <param name="Swept">The axis.</param>
    /// <param name="Stride">How many runs have the same value in a row.</param>
    /// <param name="Setter">Sets the value; null where it depends on another axis.</param>
    private sealed record Axis(SweepAxis Swept, int Stride, Parameter? Setter)
    {
        internal bool IsLandscape { get; } = Swept.Path.Keys[0] == WrittenRun.Landscape;

        internal object Value(int index) => Swept.Values[index / Stride % Swept.Values.Count];
    }
}
