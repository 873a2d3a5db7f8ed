using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Runs;

/// <summary>When a column is in a trace.</summary>
public enum ColumnPresence
{
    /// <summary>In every trace.</summary>
    Always,

    /// <summary>Once per component, in traces of several components; NAME in its name stands for the component's.</summary>
    PerComponent,

    /// <summary>In traces with a target.</summary>
    WithTarget,

    /// <summary>Once per component, in traces of several components with a target.</summary>
    PerComponentWithTarget,

    /// <summary>In traces with averaging.</summary>
    WithAveraging,

    /// <summary>Where it is asked for by name.</summary>
    OnRequest,
}

/// <summary>A family of columns: one column, or one per component.</summary>
/// <param name="Name">The name; NAME stands for the component's.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Presence">When it is there.</param>
/// <param name="Of">The column for component k (0 where there is one column only).</param>
public sealed record ColumnFamily(string Name, string Unit, string Meaning, ColumnPresence Presence, Func<int, TraceColumn> Of)
{
    /// <summary>Formula, source and cautions, for columns that are measures of the field; null for plain ones.</summary>
    public Measure? Measure { get; init; }
}

/// <summary>All columns that traces can have. Optional ones register themselves at the end of their own files.</summary>
public static partial class TraceColumns
{
    static TraceColumns()
    {
    }

    /// <summary>Every family, standard ones first in the order of the file, then the optional ones by name.</summary>
    public static IReadOnlyList<ColumnFamily> Families => [.. Standard, .. Holder.Optional];

    /// <summary>The columns of a run's trace: the standard ones that apply, then the requested ones.</summary>
    /// <exception cref="ArgumentException">A requested column does not exist.</exception>
    public static IReadOnlyList<TraceColumn> For(Run run, IEnumerable<string>? requested = null)
    {
        IReadOnlyList<string> names = [.. run.Landscape.Components.Select(c => c.Name)];
        var columns = new List<TraceColumn>(Of(ColumnPresence.Always));
        if (names.Count > 1)
        {
            columns.AddRange(ForEach(names, ColumnPresence.PerComponent));
        }

        if (run.Target is not null)
        {
            columns.AddRange(Of(ColumnPresence.WithTarget));
            columns.AddRange(names.Count > 1 ? ForEach(names, ColumnPresence.PerComponentWithTarget) : []);
        }

        if (run.Averaging is not null)
        {
            columns.AddRange(Of(ColumnPresence.WithAveraging));
        }

        foreach (string name in requested ?? [])
        {
            if (columns.TrueForAll(c => !string.Equals(c.Name, name, StringComparison.Ordinal)))
            {
                columns.Add(Find(name));
            }
        }

        return columns;
    }

    /// <summary>The names that can be asked for.</summary>
    public static IEnumerable<string> Optional => Holder.Optional.Select(f => f.Name);

    private static ColumnFamily Add(
        string name, string unit, string meaning, Func<StepView, double> value, bool isOfStep = false, FinishColumn? finish = null) =>
        Register(Single(name, unit, meaning, ColumnPresence.OnRequest, value, isOfStep, finish));

    private static ColumnFamily Add(Measure measure, string meaning, Func<StepView, double> value, bool isOfStep = false, FinishColumn? finish = null) =>
        Register(Single(measure.Name, measure.Unit, meaning, ColumnPresence.OnRequest, value, isOfStep, finish) with { Measure = measure });

    private static ColumnFamily Register(ColumnFamily family)
    {
        Holder.Optional.Add(family);
        Holder.Optional.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return family;
    }

    private static TraceColumn Find(string name) => Holder.Optional.Find(f => string.Equals(f.Name, name, StringComparison.Ordinal))?.Of(0)
        ?? throw new ArgumentException($"There is no column '{name}'{Spelling.Suggest(name, Optional)}", nameof(name));

    private static IEnumerable<TraceColumn> Of(ColumnPresence presence) => Standard.Where(f => f.Presence == presence).Select(f => f.Of(0));

    // Component by component, as the file has them: loss_easy, weight_easy, loss_hard, weight_hard.
    private static IEnumerable<TraceColumn> ForEach(IReadOnlyList<string> names, ColumnPresence presence) =>
        names.SelectMany((name, k) => Standard.Where(f => f.Presence == presence)
            .Select(f => f.Of(k) with { Name = f.Name.Replace("NAME", name, StringComparison.Ordinal) }));

    private static ColumnFamily Single(
        string name, string unit, string meaning, ColumnPresence presence, Func<StepView, double> value, bool isOfStep = false, FinishColumn? finish = null) =>
        new(name, unit, meaning, presence, _ => new(name, unit, meaning, value) { IsOfStep = isOfStep, Finish = finish });

    private static ColumnFamily Each(
        string name, string unit, string meaning, ColumnPresence presence, Func<StepView, int, double> value, bool isOfStep = false) =>
        new(name, unit, meaning, presence, k => new(name, unit, meaning, v => value(v, k)) { IsOfStep = isOfStep });

    private static class Holder
    {
        internal static readonly List<ColumnFamily> Optional = [];
    }
}
