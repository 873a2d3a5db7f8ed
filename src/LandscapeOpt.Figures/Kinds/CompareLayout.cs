using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Where small panels lie. All lengths are points.</summary>
internal sealed record CompareLayout(int Columns, int Rows, double Left, double Top, double Width, double Height, double GapX, double GapY)
{
    private const double Heading = 30;

    /// <summary>The room between the margins, for the header.</summary>
    public double InnerWidth => (Columns * Width) + ((Columns - 1) * GapX);

    /// <summary>The page that holds everything.</summary>
    public PageSize Page => new(
        Math.Ceiling(Left + InnerWidth + TrajectoryLayout.Margin),
        Math.Ceiling(Top + (Rows * (Heading + Height)) + ((Rows - 1) * GapY) + Frame.BelowTicks + TrajectoryLayout.Margin));

    /// <summary>Where the frame of a panel lies.</summary>
    public RectD FrameOf(int panel) => new(
        Left + (panel % Columns * (Width + GapX)), Top + Heading + (panel / Columns * (Height + Heading + GapY)), Width, Height);

    /// <summary>The layout for a page, or for the panels' favourite size where the page is empty.</summary>
    public static CompareLayout For(int panels, int columns, double aspect, bool sharedAxes, double top, PageSize page)
    {
        panels = Math.Max(1, panels);
        columns = Math.Min(panels, columns > 0 ? columns : panels <= 4 ? panels : panels <= 6 ? 3 : panels <= 12 ? 4 : panels <= 20 ? 5 : 6);
        int rows = (panels + columns - 1) / columns;
        (double gapX, double gapY) = sharedAxes ? (18, 8) : (34, 8 + Frame.BelowTicks);
        double width = columns <= 4 ? 176 : columns == 5 ? 150 : 130;
        width = aspect > 1 ? width / aspect : width;
        double left = TrajectoryLayout.Margin + 28;
        if (page.Width > 0)
        {
            double roomX = (page.Width - left - TrajectoryLayout.Margin - ((columns - 1) * gapX)) / columns;
            double roomY = ((page.Height - top - Frame.BelowTicks - TrajectoryLayout.Margin - ((rows - 1) * gapY)) / rows) - Heading;
            width = Math.Max(16, Math.Min(roomX, roomY / aspect));
            left += Math.Max(0, (roomX - width) * columns / 2);
        }

        return new(columns, rows, left, top, width, width * aspect, gapX, gapY);
    }
}
