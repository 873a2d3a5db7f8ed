using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The line (or two) above a panel: its name, and a remark in grey.</summary>
internal static class PanelHeading
{
    /// <summary>The height of one line.</summary>
    public const double OneLine = 20;

    /// <summary>The height of two lines.</summary>
    public const double TwoLines = 32;

    /// <summary>The height that all of these headings need in panels of a width.</summary>
    public static double HeightFor(IEnumerable<(string Name, string Remark)> headings, double width, Theme theme) => headings.Any(h =>
        h.Remark.Length > 0 && Typography.Width(h.Name, NameStyle(theme)) + 14 + Typography.Width(h.Remark, RemarkStyle(theme)) > width) ? TwoLines : OneLine;

    /// <summary>Draws a heading above a frame: side by side where the height is one line, otherwise one above the other.</summary>
    public static void Draw(ICanvas canvas, RectD area, double height, string name, string remark, Theme theme)
    {
        (TextStyle nameStyle, TextStyle remarkStyle) = (NameStyle(theme), RemarkStyle(theme));
        double baseline = area.Y - 6;
        if (height > OneLine)
        {
            canvas.Text(Typography.FitName(name, nameStyle, area.Width), new(area.X, baseline - 12), nameStyle);
            canvas.Text(Typography.Fit(remark, remarkStyle, area.Width), new(area.X, baseline), remarkStyle);
            return;
        }

        canvas.Text(Typography.FitName(name, nameStyle, area.Width), new(area.X, baseline), nameStyle);
        canvas.Text(remark, new(area.Right, baseline), remarkStyle with { HorizontalAlign = HorizontalAlign.Right });
    }

    /// <summary>Draws name and remark above a small frame, one above the other.</summary>
    public static void DrawSmall(ICanvas canvas, RectD area, string name, string remark, Theme theme)
    {
        TextStyle nameStyle = NameStyle(theme) with { Size = Typography.Label }, remarkStyle = RemarkStyle(theme) with { Size = 7.5 };
        canvas.Text(Typography.FitName(name, nameStyle, area.Width), new(area.X, area.Y - 14), nameStyle);
        canvas.Text(Typography.Fit(remark, remarkStyle, area.Width), new(area.X, area.Y - 4), remarkStyle);
    }

    private static TextStyle NameStyle(Theme theme) => new(Typography.Heading, theme.Ink, Bold: true);

    private static TextStyle RemarkStyle(Theme theme) => new(Typography.Label, theme.Muted);
}
