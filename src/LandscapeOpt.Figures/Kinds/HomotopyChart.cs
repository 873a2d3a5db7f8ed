using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What a bifurcation figure shows upward.</summary>
public enum BifurcationAxis
{
    /// <summary>The first coordinate.</summary>
    X,

    /// <summary>The second coordinate.</summary>
    Y,

    /// <summary>The mixture's loss.</summary>
    Loss,
}

/// <summary>The critical points of (1 − α) first + α second over α: where minima, saddles and maxima are born, move and merge.</summary>
public sealed record HomotopyChart : FigureKind<Homotopy>
{
    private const double Left = 58, ChartWidth = 560, Right = 16, Height = 330, Gap = 20, SmallHeight = 84, Bottom = 40;

    /// <summary>What is shown upward.</summary>
    public BifurcationAxis Axis { get; init; } = BifurcationAxis.X;

    /// <summary>At how many α counts are taken.</summary>
    public long Alphas { get; init; } = 200;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, Homotopy homotopy) =>
        new(Left + ChartWidth + Right, Header(input, Theme.Light).Height(ChartWidth, Theme.Light) + 8 + Height + (2 * (Gap + SmallHeight)) + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, Homotopy homotopy, Theme theme)
    {
        PageHeader header = Header(input, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme) + 8, height = canvas.Height - top - (2 * (Gap + SmallHeight)) - Bottom;
        header.Draw(canvas, Left, width, theme);
        var alpha = Scale.Linear(0, 1);
        IEnumerable<double> values = homotopy.Branches.SelectMany(b => b.Samples).Where(s => homotopy.Window.Contains(s.At)).Select(Value);
        var below = new RectD(Left, top + height + Gap, width, SmallHeight);
        ChartPanel barrier = BarrierPanel(homotopy, below, alpha, theme), counts = CountPanel(homotopy, below with { Y = below.Bottom + Gap }, alpha, theme);
        var chart = new ChartPanel(new(new(Left, top, width, height), alpha, ChartPanel.Around(values)), theme);
        chart.Begin(canvas);
        foreach (CriticalKind kind in (ReadOnlySpan<CriticalKind>)[CriticalKind.Maximum, CriticalKind.Saddle, CriticalKind.Minimum])
        {
            foreach (HomotopyBranch branch in homotopy.Branches)
            {
                chart.Line(canvas, Parts(branch, kind), new(ColorOf(kind, theme), kind == CriticalKind.Minimum ? 1.9 : 0.9));
            }
        }

        chart.Line(canvas, Lowest(homotopy), new(theme.Ink, 4.2, Cap: LineCap.Round));
        chart.Line(canvas, Lowest(homotopy), new(theme.TargetFill, 2.8, Cap: LineCap.Round));
        canvas.PushClip(chart.Frame.Area.Inflate(3));
        foreach (HomotopyEventKind kind in Enum.GetValues<HomotopyEventKind>())
        {
            PointD[] at = [.. homotopy.Events.Where(e => e.Kind == kind)
                .Select(e => chart.Frame.Place(e.Alpha, Axis switch { BifurcationAxis.X => e.At.X, BifurcationAxis.Y => e.At.Y, _ => e.Loss }))];
            canvas.Stamp(kind == HomotopyEventKind.Pitchfork ? Markers.Square(2.4) : Markers.Disc(2), at, theme.MarkerFill, new(theme.Ink, 0.9));
        }

        canvas.PopClip();
        double numbers = Math.Max(chart.Numbers, Math.Max(barrier.Numbers, counts.Numbers));
        chart.End(canvas, null, Axis switch { BifurcationAxis.X => input.NameOfX, BifurcationAxis.Y => input.NameOfY, _ => "loss" }, numbers);
        DrawBarrier(canvas, homotopy, barrier, numbers, theme);
        DrawCounts(canvas, homotopy, counts, numbers, theme);
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, Homotopy homotopy)
    {
        HomotopyLevel first = homotopy.Levels[0], last = homotopy.Levels[^1];
        string births = NumberText.Count(homotopy.Events.Count(e => e.Kind == HomotopyEventKind.Birth));
        string mergers = NumberText.Count(homotopy.Events.Count(e => e.Kind == HomotopyEventKind.Merger));
        return $"Critical points of {Mixture(homotopy)} over α. The minima in the window grow from {NumberText.Count(first.Minima)} at α = 0 to "
            + $"{NumberText.Count(last.Minima)} at α = 1, with {births} births and {mergers} mergers.";
    }

    // The way out of the lowest minimum; a gap where another one takes over.
    private static void DrawBarrier(ICanvas canvas, Homotopy homotopy, ChartPanel barrier, double numbers, Theme theme)
    {
        barrier.Begin(canvas);
        barrier.Line(canvas, homotopy.Levels.Select(l => (l.Alpha, l.Barrier)), new(theme.Ink, 1.5));
        barrier.End(canvas, null, "barrier", numbers);
    }

    private static ChartPanel BarrierPanel(Homotopy homotopy, RectD area, Scale alpha, Theme theme) =>
        new(new(area, alpha, ChartPanel.Around(homotopy.Levels.Select(l => l.Barrier), includeZero: true)), theme);

    private static ChartPanel CountPanel(Homotopy homotopy, RectD area, Scale alpha, Theme theme) =>
        new(new(area, alpha, ChartPanel.Around(homotopy.Levels.SelectMany(l => new double[] { l.Minima, l.Saddles, l.Maxima }), includeZero: true)), theme);

    private static void DrawCounts(ICanvas canvas, Homotopy homotopy, ChartPanel counts, double numbers, Theme theme)
    {
        counts.Begin(canvas);
        counts.Line(canvas, homotopy.Levels.Select(l => (l.Alpha, (double)l.Maxima)), new(ColorOf(CriticalKind.Maximum, theme), 1.2));
        counts.Line(canvas, homotopy.Levels.Select(l => (l.Alpha, (double)l.Saddles)), new(ColorOf(CriticalKind.Saddle, theme), 1.2));
        counts.Line(canvas, homotopy.Levels.Select(l => (l.Alpha, (double)l.Minima)), new(ColorOf(CriticalKind.Minimum, theme), 1.9));
        counts.End(canvas, $"share of {homotopy.Names[1]}  *α*", "how many", numbers);
    }

    private static Color ColorOf(CriticalKind kind, Theme theme) => kind switch
    {
        CriticalKind.Minimum => theme.Categories[0],
        CriticalKind.Maximum => theme.Categories[1],
        _ => theme.Muted.WithAlpha(0.75),
    };

    private static string Mixture(Homotopy homotopy) => $"(1 − α) {homotopy.Names[0]} + α {homotopy.Names[1]}";

    private double Value(HomotopySample sample) => Axis switch
    {
        BifurcationAxis.X => sample.At.X,
        BifurcationAxis.Y => sample.At.Y,
        _ => sample.Loss,
    };

    // Broken where the lowest minimum is another one than before.
    private IEnumerable<(double, double)> Lowest(Homotopy homotopy)
    {
        double farthest = 0.05 * Math.Max(homotopy.Window.Width, homotopy.Window.Height);
        HomotopySample? before = null;
        foreach (HomotopyLevel level in homotopy.Levels)
        {
            if (before is { } b && level.Lowest is { } now && (now.At - b.At).Norm > farthest)
            {
                yield return (double.NaN, double.NaN);
            }

            before = level.Lowest;
            yield return before is { } sample ? (sample.Alpha, Value(sample)) : (double.NaN, double.NaN);
        }
    }

    // The parts of a branch that are of one kind, each drawn on to where the next begins.
    private IEnumerable<(double, double)> Parts(HomotopyBranch branch, CriticalKind kind)
    {
        bool was = false;
        foreach (HomotopySample sample in branch.Samples)
        {
            bool here = sample.Kind == kind;
            yield return here || was ? (sample.Alpha, Value(sample)) : (double.NaN, double.NaN);
            was = here;
        }
    }

    private static PageHeader Header(FigureInput input, Theme theme) => new(
        input.Title,
        input.Subtitle,
        "",
        [
            new("minima", ColorOf(CriticalKind.Minimum, theme)), new("saddles", ColorOf(CriticalKind.Saddle, theme)),
            new("maxima", ColorOf(CriticalKind.Maximum, theme)),
            new("lowest minimum", theme.TargetFill), new("birth or merger", theme.Ink, KeyShape.Ring),
        ]);

    /// <inheritdoc/>
    protected override string Nothing => "A homotopy goes between two components; this landscape has another number of them.";

    /// <inheritdoc/>
    protected override Homotopy? Ask(FigureInput input, Answers answers) =>
        input.Landscape.Components.Count == 2 ? answers.Of(new HomotopyOf(input.Landscape, (int)Alphas)) : null;
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> HomotopyChart = Add(
        "homotopy",
        new HomotopyChart(),
        "Bifurcations on the way from one component to the other",
        "All critical points of (1 − α) first + α second as α goes from 0 to 1: births, mergers, the lowest minimum; the barrier around it and how "
            + "many there are below.",
        Parameters.Choice<HomotopyChart, BifurcationAxis>("axis", f => f.Axis, (f, v) => f with { Axis = v }, "what is shown upward"),
        Parameters.Integer<HomotopyChart>(
            "alphas", f => f.Alphas, (f, v) => f with { Alphas = v }, new NumberRange(2, 10_000), "at how many α counts are taken"));
}
