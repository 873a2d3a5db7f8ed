using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>
/// What rescaling does to measures of sharpness (Dinh et al. 2017, arXiv:1703.04933): the landscape f(x/a, a y) is f in other coordinates, and its
/// point (a x, y/a) is f's point (x, y); the raw measures follow a, the adaptive ones stay.
/// </summary>
public sealed record Rescaling : FigureKind<IReadOnlyList<(double A, double[] Ratios)>>
{
    private const int Samples = 81;
    private const double Left = 58, ChartWidth = 430, Right = 16, Height = 260, Bottom = 40;

    private static readonly (string Measure, string Name)[] Shown =
    [
        ("lambda_max", "λ max"), ("keskar", "Keskar"), ("sam_sharpness", "SAM"), ("average_sharpness", "average"),
        ("adaptive_sharpness", "adaptive"), ("adaptive_lambda_max", "λ max, adaptive"),
    ];

    /// <summary>The point at a = 1; the first run's end where null.</summary>
    public Point? At { get; init; }

    /// <summary>The largest a; the smallest is its reciprocal.</summary>
    public double Largest { get; init; } = 10;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, IReadOnlyList<(double A, double[] Ratios)> rows) =>
        new(Left + ChartWidth + Right, Header(input, Theme.Light).Height(ChartWidth, Theme.Light) + 8 + Height + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, IReadOnlyList<(double A, double[] Ratios)> rows, Theme theme)
    {
        PageHeader header = Header(input, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme) + 8;
        header.Draw(canvas, Left, width, theme);
        double[] finite = [.. rows.SelectMany(r => r.Ratios).Where(v => v > 0 && double.IsFinite(v))];
        Scale up = finite.Length == 0 ? Scale.Log(0.1, 10) : Scale.Log(0.7 * finite.Min(), 1.4 * finite.Max());
        var chart = new ChartPanel(new(new(Left, top, width, canvas.Height - top - Bottom), Scale.Log(1 / Largest, Largest), up), theme);
        chart.Begin(canvas);
        for (int m = 0; m < Shown.Length; m++)
        {
            chart.Line(canvas, rows.Select(r => (r.A, r.Ratios[m])), StrokeOf(m, theme));
        }

        chart.End(canvas, "scale *a*", "relative to *a* = 1", chart.Numbers);
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, IReadOnlyList<(double A, double[] Ratios)> rows)
    {
        double[] last = rows[^1].Ratios;
        return $"Measures of sharpness of {input.Landscape.Info.Title} in rescaled coordinates, relative to the unscaled ones. "
            + $"At a = {NumberText.Short(Largest)}: "
            + string.Join(", ", Shown.Select((s, m) => $"{s.Name} {NumberText.Short(last[m])}")) + " times.";
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<(double A, double[] Ratios)> Ask(FigureInput input, Answers answers)
    {
        FigureRun? run = input.Runs.FirstOrDefault(r => r.Rows > 0);
        Point at = At ?? run?.At(run.Rows - 1) ?? input.Landscape.Info.Start;
        double[] first = Measured(input.Landscape, at, 1, answers);
        return
        [
            .. Enumerable.Range(0, Samples)
                .Select(i => Elementary.Exp(Elementary.Log(Largest) * ((2.0 * i / (Samples - 1)) - 1)))
                .Select(a => (a, Measured(input.Landscape, at, a, answers).Zip(first, (now, then) => now / then).ToArray())),
        ];
    }

    private static double[] Measured(ILandscape landscape, Point at, double a, Answers answers)
    {
        var scaled = new Transformed(landscape, new(0, 0), 0, new(a, 1 / a));
        IReadOnlyList<(string Name, double Value)> values = answers.Of(new SharpnessAt(scaled, scaled.ImageOf(at), new())).Values;
        return [.. Shown.Select(s => values.First(v => string.Equals(v.Name, s.Measure, StringComparison.Ordinal)).Value)];
    }

    // Some measures agree, so that their lines lie on one another: the lower ones are wider, the upper ones dashed.
    internal static Stroke StrokeOf(int measure, Theme theme) => new(
        theme.Categories[measure],
        measure switch { 0 or 4 => 4.2, 1 => 1.8, _ => 1.9 },
        Dashes: measure switch { 2 => new double[] { 7, 5 }, 3 => new double[] { 1.5, 4 }, 5 => new double[] { 5, 4 }, _ => default });

    private static PageHeader Header(FigureInput input, Theme theme) =>
        new(input.Title, input.Subtitle, "", [.. Shown.Select((s, m) => new KeyEntry(s.Name, theme.Categories[m]))]);
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Rescaling = Add(
        "rescaling",
        new Rescaling(),
        "Sharpness in other coordinates",
        "Measures of sharpness of f(x/a, a y) over a, relative to a = 1: the function stays the same, raw sharpness does not, adaptive sharpness does.",
        PointOrRuns("at", f => ((Rescaling)f).At, (f, p) => ((Rescaling)f) with { At = p }, "the point at a = 1; the first run's end unless given"),
        Parameters.Number<Rescaling>(
            "largest", f => f.Largest, (f, v) => f with { Largest = v }, new NumberRange(1, 1e6, IncludesFrom: false), "the largest a"));
}
