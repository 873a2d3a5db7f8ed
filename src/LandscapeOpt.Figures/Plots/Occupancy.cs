using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Remembers on a coarse grid what already lies where, so that labels find a free place.</summary>
public sealed class Occupancy
{
    private const double Cell = 2;

    private readonly RectD area;
    private readonly int columns, rows;
    private readonly byte[] cells;

    /// <summary>An empty area.</summary>
    /// <param name="area">What it covers; what lies outside counts as fully occupied.</param>
    public Occupancy(RectD area)
    {
        this.area = area;
        columns = Math.Clamp((int)Math.Ceiling(area.Width / Cell), 1, 4096);
        rows = Math.Clamp((int)Math.Ceiling(area.Height / Cell), 1, 4096);
        cells = new byte[columns * rows];
    }

    /// <summary>What it covers.</summary>
    public RectD Area => area;

    /// <summary>Marks a rectangle.</summary>
    /// <param name="rect">The rectangle.</param>
    /// <param name="weight">How bad it is to cover it, 1 to 255; the larger of old and new stays.</param>
    public void Add(RectD rect, byte weight)
    {
        if (!TryCells(rect, out int x0, out int y0, out int x1, out int y1))
        {
            return;
        }

        for (int y = y0; y <= y1; y++)
        {
            for (int x = x0; x <= x1; x++)
            {
                ref byte cell = ref cells[(y * columns) + x];
                cell = Math.Max(cell, weight);
            }
        }
    }

    /// <summary>Marks a straight line.</summary>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    /// <param name="width">Its width in points.</param>
    /// <param name="weight">How bad it is to cover it, 1 to 255.</param>
    public void Add(PointD from, PointD to, double width, byte weight)
    {
        if (!Clipping.Clip(area.Inflate(width), ref from, ref to))
        {
            return;
        }

        double length = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        int steps = Math.Max(1, (int)(length / Cell) + 1);
        for (int i = 0; i <= steps; i++)
        {
            double t = (double)i / steps;
            Add(new RectD(from.X + ((to.X - from.X) * t) - (width / 2), from.Y + ((to.Y - from.Y) * t) - (width / 2), width, width), weight);
        }
    }

    /// <summary>The mean weight under a rectangle, 0 where it is free; parts outside count as 255.</summary>
    /// <param name="rect">The rectangle.</param>
    public double Cost(RectD rect)
    {
        if (rect.X < area.X || rect.Y < area.Y || rect.Right > area.Right || rect.Bottom > area.Bottom
            || !TryCells(rect, out int x0, out int y0, out int x1, out int y1))
        {
            return 255;
        }

        int sum = 0;
        for (int y = y0; y <= y1; y++)
        {
            for (int x = x0; x <= x1; x++)
            {
                sum += cells[(y * columns) + x];
            }
        }

        return (double)sum / ((y1 - y0 + 1) * (x1 - x0 + 1));
    }

    /// <summary>The largest weight at a point; 255 outside.</summary>
    /// <param name="p">The point.</param>
    public int At(PointD p) => area.Contains(p)
        ? cells[(Math.Min((int)((p.Y - area.Y) / Cell), rows - 1) * columns) + Math.Min((int)((p.X - area.X) / Cell), columns - 1)]
        : 255;

    /// <summary>The mean weight along a straight line.</summary>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    public double Cost(PointD from, PointD to)
    {
        int steps = Math.Clamp((int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Cell) + 1, 1, 4096);
        int sum = 0;
        for (int i = 0; i <= steps; i++)
        {
            sum += At(new(from.X + ((to.X - from.X) * i / steps), from.Y + ((to.Y - from.Y) * i / steps)));
        }

        return (double)sum / (steps + 1);
    }

    private bool TryCells(RectD rect, out int x0, out int y0, out int x1, out int y1)
    {
        RectD inside = rect.Intersect(area);
        (x0, y0, x1, y1) = (0, 0, -1, -1);
        if (inside.IsEmpty)
        {
            return false;
        }

        x0 = Math.Min((int)((inside.X - area.X) / Cell), columns - 1);
        y0 = Math.Min((int)((inside.Y - area.Y) / Cell), rows - 1);
        x1 = Math.Min((int)((inside.Right - area.X) / Cell), columns - 1);
        y1 = Math.Min((int)((inside.Bottom - area.Y) / Cell), rows - 1);
        return true;
    }
}
