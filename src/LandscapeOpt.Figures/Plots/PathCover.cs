using System.Collections;
using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Which segments of a long path can be seen: those that run only where later ones run too need not be drawn.</summary>
internal static class PathCover
{
    // Finer than the thinnest line is wide.
    private const double Cell = 0.5;

    // A long segment that is new in single cells only would fill gaps that the width of its neighbours fills already.
    private const double Negligible = 0.08;

    /// <summary>Whether each segment, by the index of its end, adds something to the picture.</summary>
    /// <param name="places">The path on the canvas; NaN where it has no point.</param>
    /// <param name="area">The plot.</param>
    [MethodImpl(Hot.Loop)]
    public static BitArray Visible(ReadOnlySpan<PointD> places, RectD area)
    {
        var visible = new BitArray(places.Length);
        int columns = (int)(area.Width / Cell) + 2, rows = (int)(area.Height / Cell) + 2;
        bool[] covered = new bool[columns * rows];
        for (int i = places.Length - 1, first; i > 0; i = first)
        {
            first = Reach(places, i);
            PointD from = places[first], to = places[i];
            if (!Clipping.Clip(area, ref from, ref to))
            {
                // What lies outside is for the pen to know; it costs nothing.
                Show(visible, first, i);
                continue;
            }

            double dx = (to.X - from.X) / Cell, dy = (to.Y - from.Y) / Cell;
            int steps = (int)Math.Max(Math.Abs(dx), Math.Abs(dy)) + 1;
            double x = (from.X - area.X) / Cell, y = (from.Y - area.Y) / Cell;
            (dx, dy) = (dx / steps, dy / steps);
            int added = 0;
            for (int s = 0; s <= steps; s++)
            {
                ref bool cell = ref covered[((int)(y + (s * dy)) * columns) + (int)(x + (s * dx))];
                added += cell ? 0 : 1;
                cell = true;
            }

            if (added > Negligible * steps)
            {
                Show(visible, first, i);
            }
        }

        return visible;
    }

    // Where a piece begins that is long enough to be seen: steps shorter than a cell are judged together, or each would hide behind the next.
    private static int Reach(ReadOnlySpan<PointD> places, int last)
    {
        int first = last - 1;
        while (first > 0 && Math.Abs(places[first].X - places[last].X) < Cell && Math.Abs(places[first].Y - places[last].Y) < Cell)
        {
            first--;
        }

        return first;
    }

    private static void Show(BitArray visible, int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
        {
            visible[i] = true;
        }
    }
}
