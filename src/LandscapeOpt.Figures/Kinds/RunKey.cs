using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The names of runs beside a plot, each with its colour and how it ended.</summary>
internal static class RunKey
{
    private const double Swatch = 14, Indent = 20;

    /// <summary>How much room the texts need, within reason.</summary>
    public static double Width(IReadOnlyList<FigureRun> runs, Theme theme) => Indent + Math.Clamp(
        runs.Select(r => Math.Max(Typography.Width(r.Name, NameStyle(theme)), Typography.Width(r.Ending, EndingStyle(theme)))).DefaultIfEmpty(0)
            .Max() + 1, 50, 210);

    /// <summary>Draws the key from the top of an area; entries that do not fit are counted in a last line.</summary>
    public static void Draw(ICanvas canvas, RectD area, IReadOnlyList<FigureRun> runs, Theme theme)
    {
        bool endings = runs.Any(r => r.Ending.Length > 0) && area.Height / runs.Count >= 26;
        double step = endings ? Math.Min(34, area.Height / runs.Count) : Math.Clamp(area.Height / runs.Count, 13, 20);
        (TextStyle name, TextStyle ending) = (NameStyle(theme), EndingStyle(theme));
        int shown = Math.Min(runs.Count, Math.Max(1, (int)(area.Height / step)));
        for (int i = 0; i < shown; i++)
        {
            double y = area.Y + (i * step) + 8;
            if (i == shown - 1 && shown < runs.Count)
            {
                canvas.Text($"and {NumberText.Count(runs.Count - i)} more", new(area.X + Indent, y), ending);
                return;
            }

            canvas.Stroke(
                VectorPath.Segment(new(area.X, y - 3), new(area.X + Swatch, y - 3)),
                new(theme.Categories[i], 2.4, Dashes: RunStyle.DashesOf(i, theme)));
            canvas.Text(Typography.FitName(runs[i].Name, name, area.Width - Indent), new(area.X + Indent, y), name);
            if (endings)
            {
                canvas.Text(Typography.Fit(runs[i].Ending, ending, area.Width - Indent), new(area.X + Indent, y + 11), ending);
            }
        }
    }

    private static TextStyle NameStyle(Theme theme) => new(Typography.Label, theme.Ink);

    private static TextStyle EndingStyle(Theme theme) => new(8, theme.Muted);
}
