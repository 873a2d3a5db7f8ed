using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The loss along a straight line, for the objective and each component, with the barrier on it; slope and curvature along it below.</summary>
public sealed record LineChart : FigureKind<LineProfile>
{
    private const double Left = 66, ChartWidth = 430, Right = 16, LossHeight = 206, SmallHeight = 84, Gap = 22, Bottom = 40;

    /// <summary>The line's first point; the first run's start where null.</summary>
    public Point? From { get; init; }

    /// <summary>The line's second point; the first run's end where null.</summary>
    public Point? To { get; init; }

    /// <summary>How many samples.</summary>
    public long Points { get; init; } = 201;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, LineProfile line) =>
        new(Left + ChartWidth + Right, Header(input, line, Theme.Light).Height(ChartWidth, Theme.Light) + 8 + LossHeight + (2 * (Gap + SmallHeight)) + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, LineProfile line, Theme theme)
    {
        PageHeader header = Header(input, line, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme) + 8;
        double room = canvas.Height - top - (2 * Gap) - Bottom, height = room * LossHeight / (LossHeight + (2 * SmallHeight));
        header.Draw(canvas, Left, width, theme);
        var t = Scale.Linear(0, 1);
        bool hasComponents = line.ComponentNames.Count > 1;
        IEnumerable<double> values = line.Samples.Select(s => s.Loss).Concat(hasComponents ? line.Samples.SelectMany(s => s.Components) : []);
        var losses = new ChartPanel(new(new(Left, top, width, height), t, ChartPanel.Around(values)), theme);
        losses.Begin(canvas);
        for (int k = 0; hasComponents && k < line.ComponentNames.Count; k++)
        {
            losses.Line(canvas, line.Samples.Select(s => (s.T, s.Components[k])), new(theme.Categories[k], 1.6));
        }

        losses.Line(canvas, line.Samples.Select(s => (s.T, s.Loss)), new(theme.Ink, 2.2));
        DrawBarrier(canvas, losses.Frame, line, theme);
        double small = 0.5 * (room - height);
        var below = new RectD(Left, top + height + Gap, width, small);
        ChartPanel slope = Derivative(below, s => s.Slope), curvature = Derivative(below with { Y = below.Bottom + Gap }, s => s.Curvature);
        double numbers = Math.Max(losses.Numbers, Math.Max(slope.Numbers, curvature.Numbers));
        losses.End(canvas, null, "loss", numbers);
        Draw(slope, s => s.Slope);
        slope.End(canvas, null, "slope", numbers);
        Draw(curvature, s => s.Curvature);
        curvature.End(canvas, "place on the line *t*", "curvature", numbers);

        ChartPanel Derivative(RectD area, Func<LineSample, double> value) =>
            new(new(area, t, ChartPanel.Around(line.Samples.Select(value), includeZero: true)), theme);

        void Draw(ChartPanel panel, Func<LineSample, double> value)
        {
            panel.Begin(canvas);
            panel.Level(canvas, 0, "", theme.Muted);
            panel.Line(canvas, line.Samples.Select(s => (s.T, value(s))), new(theme.Ink, 1.4));
        }
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, LineProfile line)
    {
        LineSample from = line.Samples[0], to = line.Samples[^1];
        string shape = line.IsMonotone ? "never rises" : $"rises by up to {NumberText.Short(line.LargestRise)}";
        return $"The loss of {input.Landscape.Info.Title} on the line from {NumberText.Point(from.At, 4)} to {NumberText.Point(to.At, 4)} goes from "
            + $"{NumberText.Short(from.Loss)} to {NumberText.Short(to.Loss)} and {shape}; "
            + $"the barrier is {NumberText.Short(line.BarrierAboveChord)} above the chord and {NumberText.Short(line.BarrierAboveEnds)} above the higher end.";
    }

    // The chord, and how far the line rises above it where it does so most.
    private static void DrawBarrier(ICanvas canvas, Frame frame, LineProfile line, Theme theme)
    {
        LineSample first = line.Samples[0], last = line.Samples[^1];
        canvas.Stroke(VectorPath.Segment(frame.Place(0, first.Loss), frame.Place(1, last.Loss)), new(theme.Muted, 0.9, Dashes: new double[] { 4, 3 }));
        double Chord(double t) => ((1 - t) * first.Loss) + (t * last.Loss);
        LineSample top = line.Samples.MaxBy(s => s.Loss - Chord(s.T))!;
        if (!(line.BarrierAboveChord > 0))
        {
            return;
        }

        PointD high = frame.Place(top.T, top.Loss), low = frame.Place(top.T, Chord(top.T));
        canvas.Stroke(VectorPath.Segment(high, low), new(theme.Categories[1], 1.2));
        bool toRight = top.T < 0.6;
        canvas.Text(
            $"barrier {NumberText.Short(line.BarrierAboveChord)}",
            new(high.X + (toRight ? 6 : -6), 0.5 * (high.Y + low.Y)),
            new(
                Typography.Label,
                theme.Categories[1],
                HorizontalAlign: toRight ? HorizontalAlign.Left : HorizontalAlign.Right,
                VerticalAlign: VerticalAlign.Middle,
                Halo: theme.Background,
                HaloWidth: 2));
    }

    private static PageHeader Header(FigureInput input, LineProfile line, Theme theme)
    {
        KeyEntry[] components = line.ComponentNames.Count > 1 ? [.. line.ComponentNames.Select((n, k) => new KeyEntry(n, theme.Categories[k]))] : [];
        return new(input.Title, input.Subtitle, "", components.Length == 0 ? [] : [new("objective", theme.Ink), .. components]);
    }

    /// <inheritdoc/>
    protected override LineProfile Ask(FigureInput input, Answers answers)
    {
        FigureRun? run = input.Runs.FirstOrDefault(r => r.Rows > 0);
        Point start = run?.At(0) ?? input.Landscape.Info.Start;
        return answers.Of(new LineBetween(input.Landscape, From ?? start, To ?? run?.At(run.Rows - 1) ?? start, (int)Points));
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> LineChart = Add(
        "line",
        new LineChart(),
        "Loss along a line",
        "The objective and each component on the straight line between two points, with the barrier above the chord, and slope and curvature along the line.",
        PointOrRuns("from", f => ((LineChart)f).From, (f, p) => ((LineChart)f) with { From = p }, "the line's first point; the first run's start unless given"),
        PointOrRuns("to", f => ((LineChart)f).To, (f, p) => ((LineChart)f) with { To = p }, "the line's second point; the first run's end unless given"),
        Parameters.Integer<LineChart>("points", f => f.Points, (f, v) => f with { Points = v }, new NumberRange(2, 100_000), "how many samples"));

    // A point that the run decides where it is not given.
    private static Parameter PointOrRuns(string name, Func<object, Point?> get, Func<object, Point?, object> with, string meaning) => new()
    {
        Name = name,
        Type = ParameterType.Point,
        Meaning = meaning,
        Get = f => get(f),
        With = (f, v) => with(f, (Point?)v),
        IsOptional = true,
    };
}
