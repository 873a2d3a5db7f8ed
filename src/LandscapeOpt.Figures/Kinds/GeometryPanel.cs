using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A map of a landscape in a frame, with room for what lies on it: first things take their places, then labels find theirs.</summary>
internal sealed class GeometryPanel
{
    private const int Grid = 300, LevelCount = 14;

    private readonly Theme theme;
    private readonly MapLayer layer;

    internal GeometryPanel(ILandscape landscape, Domain window, RectD area, Theme theme)
    {
        this.theme = theme;
        Frame = new(area, Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
        Occupancy = new(area.Inflate(-3));
        int rows = Math.Clamp((int)Math.Round(Grid * area.Height / area.Width), 20, 1000);
        layer = MapLayer.Resolve(landscape, window, Grid, rows, f => ContourLevels.Choose(f, LevelCount));
        Marks = new(Frame, theme, Occupancy, names: true, size: 1);
    }

    internal Frame Frame { get; }

    internal Occupancy Occupancy { get; }

    internal Marks Marks { get; }

    /// <summary>How tall a map of a window is that is this wide; very long windows are cut to a page's shape.</summary>
    internal static double HeightFor(Domain window, double width) => width * Math.Clamp(window.Height / window.Width, 0.4, 2);

    /// <summary>Draws contours, then the content, then marks and labels.</summary>
    internal void Draw(ICanvas canvas, FigureInput input, Action<ICanvas> content)
    {
        RectD area = Frame.Area;
        canvas.PushClip(area);
        layer.DrawFill(canvas, area, theme);
        var labels = new Recording();
        Marks.DrawLabels(labels.For(canvas));
        layer.DrawLines(canvas, area, theme, Occupancy);
        content(canvas);
        Marks.DrawShapes(canvas);
        labels.Play(canvas);
        canvas.PopClip();
        Frame.DrawAxes(canvas, theme, RichText.Parse(input.NameOfX), RichText.Parse(input.NameOfY));
    }
}
