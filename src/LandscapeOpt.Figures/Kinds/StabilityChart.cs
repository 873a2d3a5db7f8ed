using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Loss, sharpness and nearness to the edge of stability over the steps, one line per run.</summary>
public sealed record StabilityChart : FigureKind
{
    private const double ChartWidth = 460, Right = 16, PanelHeight = 120, Gap = 22, Bottom = 40;

    private static readonly (string Column, string Name)[] Panels = [("loss", "loss"), ("lambda_max", "*λ*_{max}"), ("stability", "stability")];

    /// <summary>How many steps are shown; all where 0.</summary>
    public long Steps { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Column)> NamedColumns => Panels.Select(p => ("kind", p.Column));

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => new(
        LeftFor(input, Theme.Light) + ChartWidth + Right,
        Header(input, Theme.Light).Height(ChartWidth, Theme.Light) + 8 + (Panels.Length * PanelHeight) + ((Panels.Length - 1) * Gap) + Bottom);

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        PageHeader header = Header(input, theme);
        double left = LeftFor(input, theme), width = canvas.Width - left - Right, y = header.Height(width, theme) + 8;
        double height = (canvas.Height - y - Bottom - ((Panels.Length - 1) * Gap)) / Panels.Length;
        header.Draw(canvas, left, width, theme);
        ChartPanel[] panels = [.. Panels.Select((p, i) => new ChartPanel(FrameOf(input, p.Column, new(left, y + (i * (height + Gap)), width, height)), theme))];
        double numbers = panels.Max(p => p.Numbers);
        for (int p = 0; p < panels.Length; p++)
        {
            (string column, string name) = Panels[p];
            panels[p].Begin(canvas);
            if (column is "stability")
            {
                panels[p].Level(canvas, 1, "edge of stability", theme.Categories[1]);
            }
            else if (column is "lambda_max" && EdgeOf(input) is var edge && double.IsFinite(edge))
            {
                panels[p].Level(canvas, edge, $"{NameOfEdge(input.Runs[0], edge)} {NumberText.Short(edge, 4)}", theme.Categories[1]);
            }

            double[][] cells = Cells(input, column);
            for (int r = 0; r < cells.Length; r++)
            {
                panels[p].Line(canvas, cells[r].Select((v, t) => ((double)t, v)), new(theme.Categories[r == 0 ? 0 : r + 1], 1.5));
            }

            panels[p].End(canvas, p == panels.Length - 1 ? "step" : null, name, numbers);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) =>
        $"Loss, largest Hessian eigenvalue and nearness to the edge of stability over the steps on {input.Landscape.Info.Title}. "
        + string.Join(" ", input.Runs.Select(Sentence));

    private static string Sentence(FigureRun run)
    {
        ReadOnlySpan<double> sharpness = run.Column("lambda_max");
        return sharpness.Length == 0
            ? $"{run.Name}: the trace has no column lambda_max."
            : $"{run.Name}: sharpness goes from {NumberText.Short(sharpness[0], 4)} to {NumberText.Short(sharpness[^1], 4)}.";
    }

    // Plain gradient descent's edge has a name that every reader knows.
    private static string NameOfEdge(FigureRun run, double edge) =>
        run.Column("learning_rate") is { Length: > 0 } rates && Math.Abs((edge * rates[0]) - 2) < 1e-9 ? "2/η =" : "edge";

    // The curvature at which the rule stands on its edge, where it is the same at every step: one run of a rule whose edge is a number over the
    // learning rate, such as 2/η, at a constant rate.
    private static double EdgeOf(FigureInput input)
    {
        if (input.Runs.Count != 1)
        {
            return double.NaN;
        }

        ReadOnlySpan<double> sharpness = input.Runs[0].Column("lambda_max"), stability = input.Runs[0].Column("stability");
        double first = double.NaN;
        for (int t = 0; t < Math.Min(sharpness.Length, stability.Length) - 1; t++)
        {
            double edge = sharpness[t] / stability[t];
            first = t == 0 ? edge : first;
            if (!(Math.Abs(edge - first) <= 1e-9 * Math.Abs(first)))
            {
                return double.NaN;
            }
        }

        return first;
    }

    // The numbers' room does not depend on where the frames lie.
    private double LeftFor(FigureInput input, Theme theme) =>
        ChartPanel.LeftFor(Panels.Max(p => new ChartPanel(FrameOf(input, p.Column, new(0, 0, ChartWidth, PanelHeight)), theme).Numbers));

    private double[][] Cells(FigureInput input, string column) =>
        [.. input.Runs.Select(r => r.Column(column)[..Math.Min(Shown(r), r.Column(column).Length)].ToArray())];

    private Frame FrameOf(FigureInput input, string column, RectD area)
    {
        var steps = Scale.Linear(0, Math.Max(1, input.Runs.Select(Shown).DefaultIfEmpty(1).Max() - 1), whole: true);
        double[][] cells = Cells(input, column);

        double[] shown = column switch { "stability" => [0, 1.1], "lambda_max" => [EdgeOf(input)], _ => [] };

        // A loss that falls over many powers of ten is read on a logarithmic axis.
        return new(area, steps, column is "loss" ? DataRange.Axis(cells, null) : ChartPanel.Around(cells.SelectMany(c => c).Concat(shown)));
    }

    private int Shown(FigureRun run) => Steps == 0 ? run.Rows : (int)Math.Min(run.Rows, Steps + 1);

    private static PageHeader Header(FigureInput input, Theme theme) =>
        new(input.Title, input.Subtitle, "",
            input.Runs.Count < 2 ? [] : [.. input.Runs.Select((r, i) => new KeyEntry(r.Name, theme.Categories[i == 0 ? 0 : i + 1]))]);
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> StabilityChart = Add(
        "stability",
        new StabilityChart(),
        "Edge of stability",
        "Loss, λ_max and nearness to the rule's edge of stability over the steps; needs the trace columns lambda_max and stability.",
        Parameters.Integer<StabilityChart>(
            "steps", f => f.Steps, (f, v) => f with { Steps = v }, NumberRange.NonNegative, "how many steps are shown; 0 for all"));
}
