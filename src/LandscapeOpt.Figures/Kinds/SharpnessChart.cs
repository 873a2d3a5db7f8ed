using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>All measures of sharpness along a run: curvatures above, rises of the loss below.</summary>
public sealed record SharpnessChart : FigureKind<SharpnessSeries>
{
    private const double Left = 66, ChartWidth = 460, Right = 16, PanelHeight = 170, Gap = 22, Bottom = 40;

    // Room for the numbers of an axis, the same for both panels.
    private const double Numbers = 36;

    // A long run is measured at about this many of its steps: more than a line shows.
    private const int MostSamples = 300;

    private static readonly (string Measure, string Name)[] Curvatures =
        [("lambda_max", "λ max"), ("trace_hessian", "trace"), ("adaptive_lambda_max", "λ adaptive")];

    private static readonly (string Measure, string Name)[] Rises =
        [("keskar", "Keskar %"), ("sam_sharpness", "SAM"), ("average_sharpness", "average"), ("adaptive_sharpness", "adaptive")];


    /// <summary>ε of Keskar's box.</summary>
    public double Epsilon { get; init; } = 1e-3;

    /// <summary>ρ of the balls, and the random perturbations' deviation.</summary>
    public double Rho { get; init; } = 0.05;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, SharpnessSeries content) =>
        new(Left + ChartWidth + Right, Header(input, Theme.Light).Height(ChartWidth, Theme.Light) + 8 + (2 * PanelHeight) + Gap + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, SharpnessSeries content, Theme theme)
    {
        PageHeader header = Header(input, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme) + 8, height = 0.5 * (canvas.Height - top - Gap - Bottom);
        header.Draw(canvas, Left, width, theme);
        var area = new RectD(Left, top, width, height);
        DrawPanel(canvas, area, content, Curvatures, 0, theme, null, "curvature");
        DrawPanel(canvas, area with { Y = area.Bottom + Gap }, content, Rises, Curvatures.Length, theme, "step", "rise of the loss");
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, SharpnessSeries content)
    {
        return $"Measures of sharpness along {content.Name} on {input.Landscape.Info.Title}, at its start and at its end: "
                + string.Join(", ", Curvatures.Concat(Rises)
                    .Select(m => $"{m.Name} {NumberText.Short(content.Value(0, m.Measure))} and {NumberText.Short(content.Value(^1, m.Measure))}")) + ".";
    }

    private static void DrawPanel(
        ICanvas canvas, RectD area, SharpnessSeries content, (string Measure, string Name)[] measures, int firstColor, Theme theme, string? nameX, string nameY)
    {
        double[][] values = [.. measures.Select(m => Enumerable.Range(0, content.Rows.Count).Select(i => content.Value(i, m.Measure)).ToArray())];
        var steps = Scale.Linear(0, Math.Max(1, content.Rows.Select(r => r.Step).DefaultIfEmpty(1).Max()), whole: true);
        var panel = new ChartPanel(new(area, steps, ScaleOf([.. values.SelectMany(v => v).Where(double.IsFinite)])), theme);
        panel.Begin(canvas);
        for (int m = 0; m < measures.Length; m++)
        {
            panel.Line(canvas, content.Rows.Select((r, i) => ((double)r.Step, values[m][i])),
                new(ColorOf(firstColor + m, theme), firstColor + m == 0 ? 3.4 : 1.7));
        }

        panel.End(canvas, nameX, nameY, Numbers);
    }

    // Positive numbers of many sizes are read on a logarithmic axis.
    private static Scale ScaleOf(double[] values) => values.Length > 0 && values.Min() > 0 && values.Max() > 20 * values.Min()
        ? Scale.Log(0.8 * Math.Max(values.Min(), 1e-12 * values.Max()), 1.25 * values.Max())
        : ChartPanel.Around(values, includeZero: true);

    private static Color ColorOf(int measure, Theme theme) => theme.Categories[measure];

    private static PageHeader Header(FigureInput input, Theme theme) =>
        new(input.Title, input.Subtitle, "", [.. Curvatures.Concat(Rises).Select((m, i) => new KeyEntry(m.Name, ColorOf(i, theme)))]);

    /// <inheritdoc/>
    protected override string Nothing => "Measures of sharpness along a run; there is no run.";

    /// <inheritdoc/>
    protected override SharpnessSeries? Ask(FigureInput input, Answers answers)
    {
        if (input.Runs.FirstOrDefault(r => r.Rows > 0) is not { } run)
        {
            return null;
        }

        ILandscape landscape = run.Landscape ?? input.Landscape;
        var settings = new SharpnessSettings { Epsilon = Epsilon, Rho = Rho, Deviation = Rho, AdaptiveRho = Rho };
        int stride = Math.Max(1, run.Rows / MostSamples);
        return new(
            run.Name,
            [.. Enumerable.Range(0, run.Rows)
                .Where(t => (t % stride == 0 || t == run.Rows - 1) && run.At(t).IsFinite)
                .Select(t => (t, answers.Of(new SharpnessAt(landscape, run.At(t), settings)).Values))]);
    }
}

/// <summary>Measures of sharpness at steps of a run.</summary>
/// <param name="Name">The run's name.</param>
/// <param name="Rows">The steps and their measures.</param>
public sealed record SharpnessSeries(string Name, IReadOnlyList<(int Step, IReadOnlyList<(string Name, double Value)> Values)> Rows)
{
    internal double Value(Index row, string measure) =>
        Rows[row.GetOffset(Rows.Count)].Values.First(v => string.Equals(v.Name, measure, StringComparison.Ordinal)).Value;
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> SharpnessChart = Add(
        "sharpness",
        new SharpnessChart(),
        "Sharpness along a run",
        "All measures of sharpness over the first run's steps: curvatures of the loss and of the loss in units of the weights, and its rise within a "
            + "small radius.",
        Parameters.Number<SharpnessChart>(
            "epsilon", f => f.Epsilon, (f, v) => f with { Epsilon = v }, NumberRange.Positive, "Keskar's box, relative to |w| + 1"),
        Parameters.Number<SharpnessChart>(
            "rho", f => f.Rho, (f, v) => f with { Rho = v }, NumberRange.Positive, "radius of the SAM and adaptive measures, deviation of the average"));
}
