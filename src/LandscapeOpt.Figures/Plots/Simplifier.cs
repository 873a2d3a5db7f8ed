using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Leaves out points of a line that the eye would not miss.</summary>
public static class Simplifier
{
    /// <summary>
    /// Adds to <paramref name="kept"/> a part of the points such that every point left out lies within the tolerance of the line that remains.
    /// First and last point stay. One pass: from the last kept point, a cone of directions narrows until a point falls out of it
    /// (Zhao and Saalfeld 1997, sleeve fitting).
    /// </summary>
    /// <param name="line">The points; finite.</param>
    /// <param name="tolerance">The distance, in the unit of the points.</param>
    /// <param name="kept">Where the points go.</param>
    [MethodImpl(Hot.Loop)]
    public static void Simplify(ReadOnlySpan<PointD> line, double tolerance, List<PointD> kept)
    {
        if (line.Length == 0)
        {
            return;
        }

        PointD anchor = line[0];
        kept.Add(anchor);
        bool hasCone = false;
        double reach = 0;
        PointD left = default, right = default;
        for (int i = 1; i < line.Length; i++)
        {
            double dx = line[i].X - anchor.X, dy = line[i].Y - anchor.Y;
            double distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (hasCone && (distance < reach || Cross(right, dx, dy) < 0 || Cross(left, dx, dy) > 0))
            {
                anchor = line[i - 1];
                kept.Add(anchor);
                hasCone = false;
                (dx, dy) = (line[i].X - anchor.X, line[i].Y - anchor.Y);
                distance = Math.Sqrt((dx * dx) + (dy * dy));
            }

            if (distance <= tolerance)
            {
                continue;
            }

            // The directions from the anchor that pass the point within the tolerance.
            double along = Math.Sqrt((distance * distance) - (tolerance * tolerance)) / distance, across = tolerance / distance;
            (double ux, double uy) = (dx / distance, dy / distance);
            PointD newLeft = new((ux * along) - (uy * across), (uy * along) + (ux * across));
            PointD newRight = new((ux * along) + (uy * across), (uy * along) - (ux * across));
            left = !hasCone || Cross(left, newLeft.X, newLeft.Y) < 0 ? newLeft : left;
            right = !hasCone || Cross(right, newRight.X, newRight.Y) > 0 ? newRight : right;
            reach = hasCone ? Math.Max(reach, distance) : distance;
            hasCone = true;
        }

        if (line.Length > 1)
        {
            kept.Add(line[^1]);
        }
    }

    private static double Cross(PointD a, double x, double y) => (a.X * y) - (a.Y * x);
}
