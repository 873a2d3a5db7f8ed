using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Beside a map of basins: each colour, what it stands for and its share of the starts; below, how many steps a fullness means.</summary>
internal sealed class BasinLegend
{
    /// <summary>The room that it takes beside the map.</summary>
    public const double Width = 148;

    // Longer lists say nothing that a reader would look for.
    private const int LongestList = 18;

    private const double Swatch = 13, Indent = 20, Row = 31, CompactRow = 15.5, ScaleHeight = 46, MarksHeight = 18;

    private static readonly (int Label, string Name)[] Others =
    [
        (BasinLabel.Diverged, "diverged"), (BasinLabel.LeftDomain, "left the domain"),
        (BasinLabel.Stalled, "stalled elsewhere"), (BasinLabel.NoMinimum, "at no minimum"),
    ];

    private readonly BasinMap map;
    private readonly BasinColors colors;
    private readonly Theme theme;
    private readonly Entry[] minima, others;

    public BasinLegend(BasinMap map, BasinColors colors, Theme theme)
    {
        (this.map, this.colors, this.theme) = (map, colors, theme);
        double lowest = map.Minima.Count > 0 ? map.Minima[0].Loss : 0, highest = map.Minima.Select(m => m.Loss).DefaultIfEmpty(0).Max();
        bool losses = highest - lowest > 1e-9 * (1 + Math.Abs(lowest));

        // A minimum that no start reaches is worth a line where it lies in the picture.
        minima = [.. map.Minima.Select((m, label) => (m, label)).Where(p => map.Count(p.label) > 0 || map.Grid.Window.Contains(p.m.At))
            .Select(p => new Entry(p.label, MapText.Place(p.m.At, map.Grid.Window), losses ? $"loss {Loss(p.m.Loss, highest - lowest)}" : ""))];
        others = [.. Others.Where(o => map.Count(o.Label) > 0).Select(o => new Entry(o.Label, o.Name, ""))];
    }

    private TextStyle Name => new(Typography.Label, theme.Ink);

    private TextStyle Second => new(Typography.Tick, theme.Muted);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="area">Where.</param>
    /// <param name="marks">Which kinds of points besides minima are marked in the map.</param>
    public void Draw(ICanvas canvas, RectD area, (bool Saddles, bool Maxima) marks)
    {
        bool hasRoom = area.Height > 150, hasScale = colors.Steps.Vary && hasRoom, hasMarks = hasRoom && (marks.Saddles || marks.Maxima);
        double below = (hasScale ? ScaleHeight + 8 : 0) + (hasMarks ? MarksHeight : 0), room = area.Height - below;
        bool isCompact = (minima.Length + others.Length) * Row > room;
        double row = isCompact ? CompactRow : Row, y = area.Y;
        (Entry[] shown, Entry[] rest) = Choose(Math.Min((int)(room / row) - others.Length, LongestList));
        foreach (Entry entry in shown)
        {
            DrawEntry(canvas, area, entry, isCompact, y);
            y += row;
        }

        if (rest.Length > 0)
        {
            string more = shown.Length > 0 ? $"and {NumberText.Count(rest.Length)} more" : $"{NumberText.Count(rest.Length)} minima";
            DrawLine(canvas, area, y, more, MapText.Percent(rest.Sum(e => map.Count(e.Label)) / (double)map.Grid.Count), theme.Muted);
            y += row;
        }

        foreach (Entry entry in others)
        {
            DrawEntry(canvas, area, entry, isCompact, y);
            y += row;
        }

        y = Math.Max(y + 8, area.Bottom - below + 8);
        if (hasMarks)
        {
            DrawMarks(canvas, area.X, y, marks);
            y += MarksHeight;
        }

        if (hasScale)
        {
            DrawScale(canvas, new(area.X, y, area.Width, ScaleHeight));
        }
    }

    private void DrawMarks(ICanvas canvas, double x, double y, (bool Saddles, bool Maxima) marks)
    {
        if (marks.Saddles)
        {
            canvas.Stamp(Markers.Cross(2.6), [new(x + 4, y + 5)], null, new(theme.Ink, 1.3, Cap: LineCap.Round));
            canvas.Text("saddle", new(x + 12, y + 8.2), Second);
            x += 22 + Typography.Width("saddle", Second);
        }

        if (marks.Maxima)
        {
            canvas.Stamp(Markers.Square(2.4), [new(x + 4, y + 5)], theme.Ink, null);
            canvas.Text("maximum", new(x + 11, y + 8.2), Second);
        }
    }

    // All where they fit; otherwise the lowest minimum and then those with most starts.
    private (Entry[] Shown, Entry[] Others) Choose(int rows)
    {
        if (minima.Length <= rows)
        {
            return (minima, []);
        }

        Entry[] order = [.. minima.Take(1), .. minima.Skip(1).OrderByDescending(e => map.Count(e.Label)).ThenBy(e => e.Label)];
        int count = Math.Clamp(rows - 1, 0, order.Length);
        return (order[..count], order[count..]);
    }

    private void DrawEntry(ICanvas canvas, RectD area, Entry entry, bool isCompact, double y)
    {
        string share = MapText.Percent(map.Share(entry.Label));
        double side = isCompact ? 9 : Swatch;
        var swatch = new RectD(area.X, isCompact ? y + 1.5 : y + 1, side, side);
        canvas.Fill(VectorPath.RoundedRectangle(swatch, 2), colors.Of(entry.Label));
        canvas.Stroke(VectorPath.RoundedRectangle(swatch, 2), new(theme.Frame, 0.6));
        if (isCompact)
        {
            DrawLine(canvas, area, y, entry.Name, share, theme.Ink);
            return;
        }

        double room = area.Width - Indent;
        canvas.Text(Typography.Fit(entry.Name, Name, room), new(area.X + Indent, y + 9), Name);
        string second = entry.Second.Length > 0 ? $"{share}, {entry.Second}" : $"{share} of starts";
        canvas.Text(Typography.Fit(second, Second, room), new(area.X + Indent, y + 20.5), Second);
    }

    private void DrawLine(ICanvas canvas, RectD area, double y, string name, string share, Color color)
    {
        double width = Typography.Width(share, Second);
        TextStyle style = new(Typography.Tick, color);
        canvas.Text(Typography.Fit(name, style, area.Width - 15 - width - 6), new(area.X + 15, y + 9), style);
        canvas.Text(share, new(area.Right - 4, y + 9), Second with { HorizontalAlign = HorizontalAlign.Right });
    }

    private void DrawScale(ICanvas canvas, RectD area)
    {
        const int Stops = 24;
        int label = minima.MaxBy(e => map.Count(e.Label)).Label;
        var bar = new RectD(area.X, area.Y + 16, area.Width - 8, 8);
        GradientStop[] stops = [.. Enumerable.Range(0, Stops + 1)
            .Select(i => new GradientStop((double)i / Stops, colors.Shade(label, 1 - ((double)i / Stops))))];
        canvas.Text("steps taken", new(area.X, area.Y + 10), Second);
        canvas.Fill(VectorPath.Rectangle(bar), new LinearGradient(new(bar.X, 0), new(bar.Right, 0), stops));
        canvas.Stroke(VectorPath.Rectangle(bar), new(theme.Frame, 0.6, LineJoin.Miter));
        TextStyle style = Frame.TickStyle(theme) with { VerticalAlign = VerticalAlign.Top };
        string[] texts = [.. new[] { 0, 0.5, 1.0 }.Select(q => NumberText.Count(colors.Steps.Quantile(q)))];
        canvas.Text(texts[0], new(bar.X, bar.Bottom + 4), style);
        canvas.Text(texts[2], new(bar.Right, bar.Bottom + 4), style with { HorizontalAlign = HorizontalAlign.Right });
        double middle = Typography.Width(texts[1], style), left = Typography.Width(texts[0], style), right = Typography.Width(texts[2], style);
        if (bar.Center.X - (middle / 2) > bar.X + left + 5 && bar.Center.X + (middle / 2) < bar.Right - right - 5)
        {
            canvas.Text(texts[1], new(bar.Center.X, bar.Bottom + 4), style with { HorizontalAlign = HorizontalAlign.Center });
        }
    }

    // A loss that is rounding beside the others is 0 to a reader.
    private static string Loss(double loss, double spread) => NumberText.Short(Math.Abs(loss) < 1e-9 * spread ? 0 : loss);

    private readonly record struct Entry(int Label, string Name, string Second);
}
