using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Curves of minima, followed from where one was met, so that every later end on one is known to be the same.</summary>
internal sealed class Valleys
{
    // A valley is followed this many window widths beyond the window, in steps of this share of its diagonal.
    private const double Margin = 1, Fineness = 1e-3;
    private const int MostSteps = 20_000;

    private readonly ILandscape landscape;
    private readonly Domain area;
    private readonly double step;
    private readonly PointIndex vertices;
    private readonly List<double> losses = [];
    private readonly List<int> labels = [];

    internal Valleys(ILandscape landscape, Domain window)
    {
        this.landscape = landscape;
        double x = Margin * window.Width, y = Margin * window.Height;
        area = new(window.X0 - x, window.X1 + x, window.Y0 - y, window.Y1 + y);
        step = Fineness * new Point(area.Width, area.Height).Norm;
        vertices = new(0.75 * step);
    }

    /// <summary>The label of the valley that a minimum lies in; -1 where it is not known.</summary>
    internal int Find(CriticalFinding minimum) =>
        vertices.Nearest(minimum.At) is >= 0 and var vertex && IsSame(losses[vertex], minimum.Loss) ? labels[vertex] : -1;

    /// <summary>Follows a valley both ways.</summary>
    /// <param name="from">Where it was met.</param>
    /// <param name="label">The label that it gets unless it leads to a known one.</param>
    /// <returns>The point of least curvature that was met, and the label of the known valley that it is; -1 where it is a new one.</returns>
    internal (Point Flattest, int Known) Follow(CriticalFinding from, int label)
    {
        var path = new List<CriticalFinding> { from };
        int known = -1;
        foreach (double sign in (ReadOnlySpan<double>)[1, -1])
        {
            known = Walk(from, sign, path) is >= 0 and var met && known < 0 ? met : known;
        }

        foreach (CriticalFinding point in path)
        {
            vertices.Add(point.At, losses.Count);
            losses.Add(from.Loss);
            labels.Add(known >= 0 ? known : label);
        }

        return (path.MinBy(p => p.Spectrum.Norm)!.At, known);
    }

    private int Walk(CriticalFinding from, double sign, List<CriticalFinding> path)
    {
        CriticalFinding here = from;
        Point heading = sign * from.Spectrum.LowDirection;
        for (int i = 0; i < MostSteps; i++)
        {
            Point along = here.Spectrum.LowDirection;
            heading = Point.Dot(along, heading) < 0 ? -1 * along : along;
            if (CriticalNewton.Polish(landscape, here.At + (step * heading), step) is not { } at || !area.Contains(at)
                || CriticalPoints.At(landscape, at) is not { Spectrum.FlatDirections: 1, Spectrum.High: > 0 } next || !IsSame(next.Loss, from.Loss))
            {
                return -1;
            }

            // A closed valley comes back to where it began.
            if ((i > 2 && (at - from.At).Norm < 0.75 * step) || (at - here.At).Norm < 0.25 * step)
            {
                return -1;
            }

            if (Find(next) is >= 0 and var met)
            {
                return met;
            }

            path.Add(next);
            (here, heading) = (next, at - here.At);
        }

        return -1;
    }

    private static bool IsSame(double a, double b) => Math.Abs(a - b) <= 1e-9 * (1 + Math.Abs(a));
}
