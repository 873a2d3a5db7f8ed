using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Analyses;

/// <summary>Events of a path that have to do with critical points: saddles it passes, the basin it ends in.</summary>
internal static class CriticalEvents
{
    // As near as this share of the window's diagonal counts as passing a saddle.
    private const double Near = 0.03;

    internal static IEnumerable<TrajectoryEvent> Saddles(ILandscape landscape, PathRecord path)
    {
        Domain window = Around(landscape.Info.Domain, path);
        double near = Near * new Point(window.Width, window.Height).Norm;
        var passed = new List<TrajectoryEvent>();
        foreach (CriticalFinding saddle in CriticalPoints.Find(landscape, window).Points.Where(p => p.Kind == CriticalKind.Saddle))
        {
            int closest = Enumerable.Range(0, path.Points.Count).MinBy(t => (path.Points[t] - saddle.At).Norm);
            double distance = (path.Points[closest] - saddle.At).Norm;
            if (distance < near && closest > 0 && closest < path.Steps)
            {
                passed.Add(new(
                    TrajectoryEventKind.SaddlePassed, closest, closest, path.Points[closest],
                    Invariant($"Passes the saddle at {TrajectoryEvents.At(saddle.At)} at step {closest}, {distance:0.###} away ")
                        + Invariant($"(λ_min {TrajectoryEvents.Rounded(saddle.Spectrum.Low)}).")));
            }
        }

        return passed.OrderBy(e => e.Step);
    }

    internal static IEnumerable<TrajectoryEvent> Basin(ILandscape landscape, PathRecord path)
    {
        if (StiffFlow.MinimumBelow(landscape, path.End) is not { } end)
        {
            yield break;
        }

        bool LeadsToEnd(int t) => StiffFlow.MinimumBelow(landscape, path.Points[t]) is { } at && (at - end).Norm < 1e-6 * (1 + end.Norm);

        // Backwards with growing strides until another basin is met, then by halves.
        int inside = path.Steps, stride = 1, outside = -1;
        while (inside > 0 && outside < 0)
        {
            int t = Math.Max(0, inside - stride);
            (inside, outside) = LeadsToEnd(t) ? (t, -1) : (inside, t);
            stride = Math.Min(2 * stride, Math.Max(1, path.Steps / 64));
        }

        while (outside >= 0 && inside - outside > 1)
        {
            int middle = (inside + outside) / 2;
            (inside, outside) = LeadsToEnd(middle) ? (middle, outside) : (inside, middle);
        }

        yield return new(
            TrajectoryEventKind.BasinEntered, inside, inside, path.Points[inside],
            inside == 0
                ? $"Starts and ends in the basin of the minimum at {TrajectoryEvents.At(end)}."
                : Invariant($"Enters the basin of the minimum at {TrajectoryEvents.At(end)} at step {inside}."));
    }

    private static Domain Around(Domain domain, PathRecord path)
    {
        // A path that runs away does not take the search with it.
        Domain wide = new(domain.X0 - domain.Width, domain.X1 + domain.Width, domain.Y0 - domain.Height, domain.Y1 + domain.Height);
        Point[] inside = [.. path.Points.Where(wide.Contains)];
        return inside.Length == 0
            ? domain
            : new(
                Math.Min(domain.X0, inside.Min(p => p.X)), Math.Max(domain.X1, inside.Max(p => p.X)),
                Math.Min(domain.Y0, inside.Min(p => p.Y)), Math.Max(domain.Y1, inside.Max(p => p.Y)));
    }
}
