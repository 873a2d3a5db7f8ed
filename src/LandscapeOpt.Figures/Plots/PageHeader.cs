using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>An entry of a key: a colour and what it stands for.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Color">The colour.</param>
/// <param name="Shape">How the key shows it.</param>
public readonly record struct KeyEntry(string Name, Color Color, KeyShape Shape = KeyShape.Bar);

/// <summary>Title, grey line and key at the top of a figure.</summary>
/// <param name="Title">A sentence; a long one is broken into lines, a very long one is also smaller. Empty for none.</param>
/// <param name="Subtitle">One or two lines; empty for none.</param>
/// <param name="KeyTitle">What the key is about; empty for none.</param>
/// <param name="Key">The entries of the key.</param>
public sealed record PageHeader(string Title, string Subtitle, string KeyTitle = "", IReadOnlyList<KeyEntry>? Key = null)
{
    private const double Top = 12, SwatchGap = 4, EntryGap = 12, Line = 13.5, TitleLine = 19, SmallTitle = 11.5, KeyGap = 3;

    /// <summary>How much of the page's top it takes, with the space below.</summary>
    /// <param name="width">The room between the margins.</param>
    /// <param name="theme">The colours.</param>
    public double Height(double width, Theme theme) => Layout(width, theme).Height;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="left">The left margin.</param>
    /// <param name="width">The room between the margins.</param>
    /// <param name="theme">The colours.</param>
    public void Draw(ICanvas canvas, double left, double width, Theme theme)
    {
        (IReadOnlyList<string> lines, double titleBottom, bool keyBeside, _) = Layout(width, theme);
        (IReadOnlyList<string> titles, TextStyle title) = TitleLines(width, theme);
        for (int i = 0; i < titles.Count; i++)
        {
            canvas.Text(titles[i], new(left, Top + (i * LineHeight(title))), title with { VerticalAlign = VerticalAlign.Top });
        }

        double y = titleBottom;
        foreach (string line in lines)
        {
            canvas.Text(line, new(left, y + 9), SubtitleStyle(theme));
            y += Line;
        }

        if (Key is { Count: > 0 })
        {
            double keyY = (keyBeside ? y - Line : y + KeyGap) + 9;
            DrawKey(canvas, keyBeside ? left + width - KeyWidth(theme) : left, keyY, left + width, theme);
        }
    }

    // Two lines in the size of titles, else three in a smaller one: a sentence is not cut while there is a way to show it.
    private (IReadOnlyList<string> Lines, TextStyle Style) TitleLines(double width, Theme theme)
    {
        TextStyle large = TitleStyle(theme), small = large with { Size = SmallTitle };
        IReadOnlyList<string> lines = Typography.Wrap(Printed, large, width, 2);
        return IsWhole(lines) ? (lines, large) : (Typography.Wrap(Printed, small, width, 4), small);
    }

    private string Printed => Typography.Polish(Title);

    private bool IsWhole(IReadOnlyList<string> lines) =>
        string.Equals(string.Join(' ', lines), string.Join(' ', Printed.Split(' ', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

    private static double LineHeight(TextStyle title) => TitleLine * title.Size / Typography.Title;

    private static TextStyle TitleStyle(Theme theme) => new(Typography.Title, theme.Ink, Bold: true);

    private static TextStyle SubtitleStyle(Theme theme) => new(Typography.Subtitle, theme.Muted);

    private static TextStyle KeyStyle(Theme theme) => new(Typography.Label, theme.Ink);

    private (IReadOnlyList<string> Lines, double TitleBottom, bool KeyBeside, double Height) Layout(double width, Theme theme)
    {
        IReadOnlyList<string> lines = Typography.Wrap(Typography.Polish(Subtitle), SubtitleStyle(theme), width, 3);
        (IReadOnlyList<string> titles, TextStyle title) = TitleLines(width, theme);
        double titleBottom = Top + (titles.Count > 0 ? (titles.Count * LineHeight(title)) + 1 : 0);
        double height = titleBottom + (lines.Count * Line);
        if (Key is not { Count: > 0 })
        {
            return (lines, titleBottom, false, height + 6);
        }

        bool beside = lines.Count > 0 && Typography.Width(lines[^1], SubtitleStyle(theme)) + 24 + KeyWidth(theme) <= width;
        return (lines, titleBottom, beside, height + (beside ? 6 : KeyGap + Line + 6));
    }

    private double KeyWidth(Theme theme) => (KeyTitle.Length > 0 ? Typography.Width(KeyTitle, KeyStyle(theme)) + EntryGap : 0)
        + Key!.Sum(k => KeyShapes.WidthOf(k.Shape) + SwatchGap + Typography.Width(k.Name, KeyStyle(theme)) + EntryGap) - EntryGap;

    private void DrawKey(ICanvas canvas, double x, double baseline, double right, Theme theme)
    {
        TextStyle style = KeyStyle(theme);
        if (KeyTitle.Length > 0)
        {
            canvas.Text(KeyTitle, new(x, baseline), style with { Color = theme.Muted });
            x += Typography.Width(KeyTitle, style) + EntryGap;
        }

        foreach (KeyEntry entry in Key!)
        {
            double sign = KeyShapes.WidthOf(entry.Shape), room = right - x - sign - SwatchGap;
            if (room < 16)
            {
                return;
            }

            string name = Typography.FitName(entry.Name, style, room);
            KeyShapes.Draw(canvas, entry, x, baseline - 3.2, theme);
            canvas.Text(name, new(x + sign + SwatchGap, baseline), style);
            x += sign + SwatchGap + Typography.Width(name, style) + EntryGap;
        }
    }
}
