using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Chooses the part of the plane that a picture shows.</summary>
public static class PictureWindow
{
    // A path may make the picture this many times as large as the landscape's domain before it is cut instead.
    private const double MostGrowth = 12;

    private const double Padding = 0.06;

    // What has a marker keeps this share of the picture away from its rim.
    private const double Rim = 0.035;

    /// <summary>The domain, grown to hold all points; points too far away are left outside, so that the landscape stays readable.</summary>
    /// <param name="domain">The landscape's own frame.</param>
    /// <param name="points">Points that should be inside; those that are not finite do not count.</param>
    /// <param name="marked">Those of them that have markers: the picture grows until these lie whole inside it.</param>
    public static Domain Around(Domain domain, IEnumerable<Point> points, IEnumerable<Point>? marked = null)
    {
        Domain window = Holding(domain, points);
        (double x0, double x1, double y0, double y1) = (window.X0, window.X1, window.Y0, window.Y1);
        foreach (Point p in (marked ?? []).Where(window.Contains))
        {
            (x0, x1) = (Math.Min(x0, p.X - (Rim * window.Width)), Math.Max(x1, p.X + (Rim * window.Width)));
            (y0, y1) = (Math.Min(y0, p.Y - (Rim * window.Height)), Math.Max(y1, p.Y + (Rim * window.Height)));
        }

        return new(x0, x1, y0, y1);
    }

    private static Domain Holding(Domain domain, IEnumerable<Point> points)
    {
        double halfX = 0.5 * MostGrowth * domain.Width, halfY = 0.5 * MostGrowth * domain.Height;
        Point middle = domain.Center;
        (double x0, double x1, double y0, double y1) = (domain.X0, domain.X1, domain.Y0, domain.Y1);
        foreach (Point p in points)
        {
            if (p.IsFinite && Math.Abs(p.X - middle.X) <= halfX && Math.Abs(p.Y - middle.Y) <= halfY)
            {
                (x0, x1) = (Math.Min(x0, p.X), Math.Max(x1, p.X));
                (y0, y1) = (Math.Min(y0, p.Y), Math.Max(y1, p.Y));
            }
        }

        double padX = Padding * (x1 - x0), padY = Padding * (y1 - y0);
        return new(
            x0 < domain.X0 ? x0 - padX : x0,
            x1 > domain.X1 ? x1 + padX : x1,
            y0 < domain.Y0 ? y0 - padY : y0,
            y1 > domain.Y1 ? y1 + padY : y1);
    }
}
