using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Cuts lines to rectangles.</summary>
public static class Clipping
{
    /// <summary>Cuts a straight line to a rectangle (Liang and Barsky 1984).</summary>
    /// <param name="area">The rectangle.</param>
    /// <param name="from">Start; moved to the border where it lies outside.</param>
    /// <param name="to">End; moved likewise.</param>
    /// <returns>Whether a part lies inside; false for points that are not finite.</returns>
    public static bool Clip(RectD area, ref PointD from, ref PointD to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y;
        if (!double.IsFinite(dx) || !double.IsFinite(dy))
        {
            return false;
        }

        double enter = 0, leave = 1;
        if (!Narrow(-dx, from.X - area.X, ref enter, ref leave)
            || !Narrow(dx, area.Right - from.X, ref enter, ref leave)
            || !Narrow(-dy, from.Y - area.Y, ref enter, ref leave)
            || !Narrow(dy, area.Bottom - from.Y, ref enter, ref leave))
        {
            return false;
        }

        (from, to) = (
            enter > 0 ? new(from.X + (enter * dx), from.Y + (enter * dy)) : from,
            leave < 1 ? new(from.X + (leave * dx), from.Y + (leave * dy)) : to);
        return true;
    }

    private static bool Narrow(double direction, double room, ref double enter, ref double leave)
    {
        if (direction == 0)
        {
            return room >= 0;
        }

        double t = room / direction;
        if (direction < 0)
        {
            enter = Math.Max(enter, t);
        }
        else
        {
            leave = Math.Min(leave, t);
        }

        return enter <= leave;
    }
}
