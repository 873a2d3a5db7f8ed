using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Draws one trajectory figure.</summary>
internal sealed class TrajectoryPage(Trajectory kind, FigureInput input, Theme theme)
{
    private readonly bool together = kind.Panels == PanelMode.Together;
    private readonly PathColoring coloring = PathColoring.For(input, kind.ColorBy, kind.Panels == PanelMode.Together, theme);
    private readonly Domain window = Trajectory.WindowFor(input);

    public void Draw(ICanvas canvas)
    {
        (TrajectoryLayout layout, PageHeader header, MarkerRule markers) = kind.Arrange(input, window, coloring, theme, new(canvas.Width, canvas.Height));
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        MapLayer map = MapFor(layout);
        var inside = new MapPanel(
            input,
            theme,
            coloring,
            new()
            {
                Stride = markers.Stride,
                DensestStride = markers.Densest,
                Labels = (int)kind.Labels,
                Minima = kind.Minima,
                Saddles = kind.Saddles,
                Zoom = kind.Zoom,
            });
        int panels = together ? 1 : Math.Max(1, input.Runs.Count);
        int steps = input.Runs.Select(r => r.Rows - 1).DefaultIfEmpty(1).Max();
        WeightStrip[] strips = [.. input.Runs.Select(r => new WeightStrip(Trajectory.WeightsOf(r), steps))];
        double highest = WeightStrip.HighestOf(strips);
        for (int panel = 0; panel < panels; panel++)
        {
            int[] runs = together ? [.. Enumerable.Range(0, input.Runs.Count)] : input.Runs.Count > 0 ? [panel] : [];
            var frame = new Frame(layout.FrameOf(panel), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
            bool isFirst = panel % layout.Columns == 0;
            RichText? nameX = layout.Strip > 0 || layout.IsLowest(panel, panels) ? RichText.Parse(input.NameOfX) : null;
            RichText? nameY = isFirst ? RichText.Parse(input.NameOfY) : null;
            inside.Draw(
                canvas, frame, map, input.Landscape.Info, runs, () =>
                    frame.DrawAxes(canvas, theme, nameX, nameY, yLabels: isFirst, nameColumn: layout.NameColumn));
            if (!together && runs.Length > 0)
            {
                PanelHeading.Draw(canvas, frame.Area, layout.Heading, input.Runs[panel].Name, input.Runs[panel].Ending, theme);
                if (layout.Strip > 0)
                {
                    strips[panel].Draw(canvas, strips[panel].FrameIn(layout.StripOf(panel), highest), theme, isFirst, layout.NameColumn);
                }
            }
        }

        DrawSide(canvas, layout);
    }

    private MapLayer MapFor(TrajectoryLayout layout)
    {
        int columns = (int)kind.Grid, rows = Math.Clamp((int)Math.Round(kind.Grid * layout.FrameHeight / layout.FrameWidth), 20, 1000);
        return MapLayer.Resolve(input.Landscape, window, columns, rows, f => ContourLevels.Choose(f, (int)kind.LevelCount, kind.Levels));
    }

    private void DrawSide(ICanvas canvas, TrajectoryLayout layout)
    {
        RectD last = layout.FrameOf(layout.Columns - 1);
        if (coloring.Bar is { } scale)
        {
            ColorBar.Draw(canvas, last, scale, theme.Sequence.At, coloring.BarName, theme);
        }
        else if (together && input.Runs.Count > 1)
        {
            RunKey.Draw(canvas, RectD.FromSides(last.Right + 14, last.Y, last.Right + layout.Side, last.Bottom), input.Runs, theme);
        }
    }
}
