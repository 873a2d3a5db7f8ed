using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What is mixed at each step: the components' weights, and below them the cosines of their descent directions with the way to the target.</summary>
public sealed record Weights : FigureKind
{
    private const double Margin = 14, ColumnGap = 22, RowGap = 10, StripHeight = 104;

    /// <summary>Whether cosines are shown where the trace has them.</summary>
    public bool Cosines { get; init; } = true;

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input)
    {
        (int columns, int rows) = Grid(input);
        return new(columns == 1 ? 560 : 780,
            62 + 14 + (rows * (20 + StripHeight + Frame.BelowName + (HasCosines(input) ? StripHeight + RowGap : 0))) + ((rows - 1) * 14));
    }

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        IReadOnlyList<string> names = input.Runs.Select(r => r.Components).MaxBy(c => c.Count) ?? [];
        var header = new PageHeader(input.Title, input.Subtitle, "", [.. names.Select((n, k) => new KeyEntry(n, theme.Categories[k]))]);
        const double Left = Margin + 44;
        double inner = canvas.Width - Left - Margin;
        double top = header.Height(inner, theme);
        header.Draw(canvas, Left, inner, theme);
        (int columns, int rows) = Grid(input);
        bool cosines = HasCosines(input);
        int steps = input.Runs.Select(r => r.Rows - 1).DefaultIfEmpty(1).Max();
        WeightStrip[] strips = [.. input.Runs.Select(r => new WeightStrip(Trajectory.WeightsOf(r), steps))];
        double highest = WeightStrip.HighestOf(strips);
        double width = Math.Max(12, (inner - ((columns - 1) * ColumnGap)) / columns);
        double cell = (canvas.Height - top - Margin + 4 - ((rows - 1) * 14)) / rows;
        double strip = Math.Max(12, cosines ? (cell - 20 - RowGap - Frame.BelowName) / 2 : cell - 20 - Frame.BelowName);
        for (int i = 0; i < input.Runs.Count; i++)
        {
            bool isFirst = i % columns == 0;
            var area = new RectD(Left + (i % columns * (width + ColumnGap)), top + 20 + (i / columns * (cell + 14)), width, strip);
            PanelHeading.Draw(canvas, area, PanelHeading.OneLine, input.Runs[i].Name, Remark(input.Runs[i], width, theme), theme);
            strips[i].Draw(canvas, strips[i].FrameIn(area, highest), theme, isFirst, 30, steps: !cosines);
            if (cosines)
            {
                DrawCosines(canvas, area with { Y = area.Bottom + RowGap }, input.Runs[i], steps, isFirst, theme);
            }
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => "Weights of the components at each step. " + string.Join(" ", input.Runs.Take(12).Select(r =>
        $"{r.Name}: " + string.Join(", ", r.Components.Select((c, k) => $"{c} {NumberText.Short(Mean(r.Column("weight_" + c)), 2)} on average")) + "."));

    private static string Remark(FigureRun run, double width, Theme theme) =>
        PanelHeading.HeightFor([(run.Name, run.Ending)], width, theme) > PanelHeading.OneLine ? "" : run.Ending;

    private static double Mean(ReadOnlySpan<double> cells)
    {
        (double sum, int count) = (0, 0);
        foreach (double v in cells)
        {
            (sum, count) = double.IsFinite(v) ? (sum + v, count + 1) : (sum, count);
        }

        return count > 0 ? sum / count : 0;
    }

    private static (int Columns, int Rows) Grid(FigureInput input)
    {
        int n = Math.Max(1, input.Runs.Count), columns = n == 1 ? 1 : 2;
        return (columns, (n + columns - 1) / columns);
    }

    private static void DrawCosines(ICanvas canvas, RectD area, FigureRun run, int steps, bool isFirst, Theme theme)
    {
        var frame = new Frame(area, Scale.Linear(-0.5, Math.Max(1, steps) - 0.5, whole: true), Scale.Linear(-1.08, 1.08));
        double zero = frame.Place(0, 0).Y;
        canvas.Stroke(VectorPath.Segment(new(area.X, zero), new(area.Right, zero)), new(theme.Muted, 0.7));
        double[] x = [.. Enumerable.Range(0, run.Rows).Select(i => run.Step(i)).Where(t => t < steps)];
        canvas.PushClip(area.Inflate(1));
        for (int k = 0; k < run.Components.Count; k++)
        {
            var line = new LineSeries(
                run.Components[k],
                x,
                run.Column("cosine_" + run.Components[k])[..Math.Min(x.Length, run.Column("cosine_" + run.Components[k]).Length)].ToArray(),
                theme.Categories[k]);
            line.Draw(canvas, frame);
            if (area.Width / Math.Max(1, steps) > 6)
            {
                PointD[] places = [.. x.Zip(line.Y, (step, cosine) => frame.Place(step, cosine))];
                canvas.Stamp(Markers.Disc(1.9), places, theme.MarkerFill, new(line.Color, 1.1));
            }
        }

        canvas.PopClip();
        frame.DrawAxes(canvas, theme, "step", isFirst ? (RichText)"cosine" : null, yLabels: isFirst, open: true, nameColumn: 30);
    }

    private bool HasCosines(FigureInput input) => Cosines && input.Runs.Any(r => r.Components.Count > 1 && r.Has("cosine_" + r.Components[0]));
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Weights = Add(
        "weights",
        new Weights(),
        "Weights over the steps",
        "One panel per run: the components' weights as bars, and below them the cosines of their descent directions with the way to the target.",
        Parameters.Flag<Weights>("cosines", f => f.Cosines, (f, v) => f with { Cosines = v }, "show cosines where the trace has them"));
}
