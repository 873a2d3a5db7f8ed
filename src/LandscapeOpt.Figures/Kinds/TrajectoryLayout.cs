using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Where the parts of a picture with several map panels lie. All lengths are points.</summary>
internal sealed record TrajectoryLayout
{
    public const double Margin = 14, ColumnGap = 22, RowGap = 14, StripGap = 9, NarrowestAspect = 0.4, WidestAspect = 2.5;

    private TrajectoryLayout(int panels)
    {
        Columns = panels <= 3 ? panels : panels == 4 ? 2 : panels <= 9 ? 3 : panels <= 16 ? 4 : 5;
        Rows = (panels + Columns - 1) / Columns;
    }

    /// <summary>Panels beside each other.</summary>
    public int Columns { get; }

    /// <summary>Panels above each other.</summary>
    public int Rows { get; }

    /// <summary>Where the header ends.</summary>
    public double Top { get; private init; }

    /// <summary>Where the first panel's frame begins.</summary>
    public double Left { get; private init; }

    /// <summary>Where the vertical axis's name stands, left of the frame.</summary>
    public double NameColumn { get; private init; }

    /// <summary>Width of a frame.</summary>
    public double FrameWidth { get; private init; }

    /// <summary>Height of a frame.</summary>
    public double FrameHeight { get; private init; }

    /// <summary>Height of the lines above a frame.</summary>
    public double Heading { get; private init; }

    /// <summary>Height of a strip; 0 without strips.</summary>
    public double Strip { get; private init; }

    /// <summary>Width of what stands right of the panels.</summary>
    public double Side { get; private init; }

    /// <summary>The room between the margins, for the header.</summary>
    public double InnerWidth => (Columns * FrameWidth) + ((Columns - 1) * ColumnGap) + Side;

    private double RowHeight => Heading + FrameHeight + (Strip > 0 ? Frame.BelowName + StripGap + Strip + Frame.BelowName : Frame.BelowName);

    /// <summary>Where the frame of a panel lies.</summary>
    public RectD FrameOf(int panel) => new(
        Left + (panel % Columns * (FrameWidth + ColumnGap)),
        Top + Heading + (panel / Columns * (RowHeight + RowGap)),
        FrameWidth,
        FrameHeight);

    /// <summary>Where the strip of a panel lies.</summary>
    public RectD StripOf(int panel)
    {
        RectD frame = FrameOf(panel);
        return new(frame.X, frame.Bottom + Frame.BelowName + StripGap, frame.Width, Strip);
    }

    /// <summary>Whether a panel has none below it.</summary>
    public bool IsLowest(int panel, int panels) => panel + Columns >= panels;

    /// <summary>The layout for a page; where the page is a wish (0), the frames have the given width and the page follows.</summary>
    public static TrajectoryLayout For(int panels, Domain window, double leftOfFrame, double header, double heading, bool strips, double side, PageSize page)
    {
        double aspect = Math.Clamp(window.Height / window.Width, NarrowestAspect, WidestAspect);
        var layout = new TrajectoryLayout(Math.Max(1, panels))
        {
            Top = header,
            Heading = heading,
            Side = side,
            Strip = strips ? 52 : 0,
            NameColumn = leftOfFrame + 8,
            Left = Margin + leftOfFrame + 6 + Typography.Label,
        };
        double width = layout.Columns switch { 1 => 400, 2 => 345, 3 => 280, _ => 220 };
        double most = layout.Columns == 1 ? 430 : 400;
        (double w, double h) = width * aspect <= most ? (width, width * aspect) : (most / aspect, most);
        if (page.Width > 0)
        {
            double roomX = (page.Width - layout.Left - Margin - side - ((layout.Columns - 1) * ColumnGap)) / layout.Columns;
            double fixedHeight = (layout.RowHeight * layout.Rows) + ((layout.Rows - 1) * RowGap);
            double roomY = (page.Height - header - Margin + 4 - fixedHeight) / layout.Rows;
            w = Math.Max(20, Math.Min(roomX, roomY / aspect));
            h = Math.Max(20, w * aspect);
            layout = layout with { Left = layout.Left + Math.Max(0, (roomX - w) * layout.Columns / 2) };
        }

        return layout with { FrameWidth = w, FrameHeight = h };
    }

    /// <summary>The page that holds everything.</summary>
    public PageSize Page => new(
        Math.Ceiling(Left + InnerWidth + Margin),
        Math.Ceiling(Top + (Rows * RowHeight) + ((Rows - 1) * RowGap) + Margin - 4));
}
