using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>How an axis of a chart is chosen.</summary>
public enum AxisScale
{
    /// <summary>By the numbers.</summary>
    Auto,

    /// <summary>Linear.</summary>
    Linear,

    /// <summary>Logarithmic; symmetric logarithmic where numbers are not positive.</summary>
    Log,
}

/// <summary>Columns against the step, one line per run, one panel per column.</summary>
public sealed record Convergence : FigureKind
{
    private const int MostPanels = 20;

    private const double Margin = 14, PanelGap = 16;

    /// <summary>The columns, separated by semicolons; "gap" stands for the loss above the known minimum.</summary>
    public string Columns { get; init; } = "loss";

    /// <summary>The vertical axis.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>The step axis; logarithmic leaves out step 0.</summary>
    public AxisScale StepScale { get; init; } = AxisScale.Linear;

    /// <summary>Whether runs of one name with different numbers after @ are drawn as one line (their median) with a band (lowest to highest).</summary>
    public bool Bands { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Column)> NamedColumns => Names.Where(n => n is not "gap").Select(n => ("columns", n));

    private string[] Names => [.. Columns.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    internal string? Misfit => Names.Length switch
    {
        0 => "columns: there is none: expected columns, separated by semicolons, such as loss;gradient_norm",
        > MostPanels => FormattableString.Invariant($"columns: there are {Names.Length} columns: expected at most {MostPanels}"),
        _ => null,
    };

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => new(640, Math.Min(1400, 108 + (Names.Length * (Names.Length > 1 ? 186 : 270))));

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        string[] names = Names;
        var header = new PageHeader(input.Title, Bands && input.Runs.Any(r => r.Name.Contains('@', StringComparison.Ordinal))
            ? FigureText.Append(input.Subtitle, "Line: median; band: lowest to highest.")
            : input.Subtitle);
        LineSeries[][] series = [.. names.Select(n => SeriesOf(input, n, theme))];
        Scale steps = StepAxis(series);
        Scale[] scales = [.. series.Select(s => AxisOf(s))];
        double left = Margin + Typography.Label + 10 + scales.Max(s => new Frame(new(0, 0, 400, 200), steps, s).LeftOfFrame(theme));
        double right = Margin + EndLabels.Width(series.SelectMany(s => s.Select(l => l.Name)), theme);
        double top = header.Height(canvas.Width - left - Margin, theme) + 4;
        header.Draw(canvas, left, canvas.Width - left - Margin, theme);
        double height = Math.Max(12, (canvas.Height - top - Margin + 4 - Frame.BelowName - ((names.Length - 1) * PanelGap)) / Math.Max(1, names.Length));
        for (int i = 0; i < names.Length; i++)
        {
            var frame = new Frame(new(left, top + (i * (height + PanelGap)), Math.Max(12, canvas.Width - left - right), height), steps, scales[i]);
            bool isLast = i == names.Length - 1;
            frame.DrawGrid(canvas, theme);
            canvas.PushClip(frame.Area.Inflate(1));
            foreach (LineSeries line in series[i])
            {
                line.Draw(canvas, frame);
            }

            canvas.PopClip();
            frame.DrawAxes(
                canvas, theme, isLast ? (RichText)"step" : null, ColumnText.Of(names[i]), xLabels: isLast, open: true,
                nameColumn: left - Margin - Typography.Label + 2);
            EndLabels.Draw(canvas, frame, series[i], theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) =>
        $"Line chart of {string.Join(" and ", Names.Select(n => ColumnText.Of(n).PlainText))} against the step. "
        + string.Join(" ", input.Runs.Take(12).Select(r => FigureText.Course(r, Names.FirstOrDefault() ?? "loss", input)));

    private static double[] Cells(FigureInput input, FigureRun run, string column)
    {
        if (column is not "gap")
        {
            return run.Column(column).ToArray();
        }

        double lowest = (run.Landscape ?? input.Landscape).Info.GlobalMinimum?.Loss ?? 0;
        double[] gaps = run.Column("loss").ToArray();
        for (int i = 0; i < gaps.Length; i++)
        {
            gaps[i] = Math.Max(0, gaps[i] - lowest);
        }

        return gaps;
    }

    private static double[] Steps(FigureRun run)
    {
        double[] steps = new double[run.Rows];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = run.Step(i);
        }

        return steps;
    }

    private LineSeries[] SeriesOf(FigureInput input, string column, Theme theme)
    {
        var groups = input.Runs.GroupBy(r => Bands ? r.Name.Split('@')[0] : r.Name, StringComparer.Ordinal).ToList();
        var result = new List<LineSeries>();
        for (int g = 0; g < groups.Count; g++)
        {
            FigureRun[] runs = [.. groups[g].Where(r => r.Has(column) || (column is "gap" && r.Has("loss")))];
            if (runs.Length == 0)
            {
                continue;
            }

            // Earlier lines are wider, so that they can be seen under later ones that run the same way.
            double width = groups.Count > 1 ? 2.6 - (1.2 * g / (groups.Count - 1)) : 1.8;
            FigureRun longest = runs.MaxBy(r => r.Rows)!;
            var line = new LineSeries(groups[g].Key, Steps(longest), Cells(input, longest, column), theme.Categories[g])
            {
                Width = width,
                Dashes = RunStyle.DashesOf(g, theme),
            };
            result.Add(runs.Length == 1 ? line : ReplicateBands.Summarize(line, [.. runs.Select(r => Cells(input, r, column))]));
        }

        return [.. result];
    }

    private Scale StepAxis(LineSeries[][] series)
    {
        (double min, double max) = DataRange.Of(series.SelectMany(s => s.Select(l => l.X)), positive: StepScale == AxisScale.Log);
        return StepScale == AxisScale.Log ? Plots.Scale.Log(min, max) : Plots.Scale.Linear(min, Math.Max(max, min + 1), whole: true);
    }

    private Scale AxisOf(LineSeries[] series)
    {
        List<double[]> values = [.. series.Select(s => s.Y), .. series.Select(s => s.Lower), .. series.Select(s => s.Upper)];
        return DataRange.Axis(values, Scale switch { AxisScale.Linear => ScaleKind.Linear, AxisScale.Log => ScaleKind.Log, _ => null });
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Convergence = Add(
        "convergence",
        new Convergence(),
        "Columns over the steps",
        "One line per run, one panel per column, names beside the ends of the lines; replicates as a band.",
        f => ((Convergence)f).Misfit,
        Parameters.Text<Convergence>(
            "columns", f => f.Columns, (f, v) => f with { Columns = v }, "columns, separated by semicolons; gap is the loss above the known minimum"),
        Parameters.Choice<Convergence, AxisScale>("scale", f => f.Scale, (f, v) => f with { Scale = v }, "the vertical axis"),
        Parameters.Choice<Convergence, AxisScale>("stepScale", f => f.StepScale, (f, v) => f with { StepScale = v }, "the step axis"),
        Parameters.Flag<Convergence>("bands", f => f.Bands, (f, v) => f with { Bands = v }, "runs name@0, name@1, … as one line with a band"));
}
