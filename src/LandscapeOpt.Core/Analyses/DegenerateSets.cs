using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Makes one finding of each connected heap of undecided boxes.</summary>
internal sealed class DegenerateSets(ILandscape landscape, Domain window, KnownBoxes known)
{
    // More boxes of a heap than this are not looked at one by one: every n-th shows the same.
    private const int MostLooks = 600;

    // In large boxes interval arithmetic suspects kinks where none are: so many are looked into, each so deep.
    private const int MostTries = 4096, Depth = 80;

    // A region that is smaller than this share of the window in both directions is a point to the tolerance: x⁴ is flat around 0.
    private const double PointSize = 1e-4;

    /// <summary>Whether every heap was explained.</summary>
    internal bool IsComplete { get; private set; } = true;

    internal IReadOnlyList<CriticalFinding> From(List<Domain> boxes, CancellationToken cancellation)
    {
        var found = new List<CriticalFinding>();
        foreach (List<Domain> heap in BoxHeaps.Of(boxes))
        {
            cancellation.ThrowIfCancellationRequested();
            found.AddRange(Explain(heap));
        }

        return found;
    }

    /// <summary>The regions where gradient and curvature vanish to the tolerance.</summary>
    internal IEnumerable<CriticalFinding> FlatRegions(List<Domain> flat) => BoxHeaps.Of(flat).Select(heap =>
    {
        Domain extent = Around(heap), flattest = heap.MinBy(b => ((Point)landscape.Gradient(b.Center).Gradient).Norm);
        bool isPoint = extent.Width <= PointSize * window.Width && extent.Height <= PointSize * window.Height;
        Point at = CriticalNewton.Polish(landscape, flattest.Center, flattest.Width + flattest.Height) is { } polished && extent.Contains(polished)
            ? polished : flattest.Center;
        return CriticalPoints.At(landscape, at) with
        {
            Kind = CriticalKind.Degenerate,
            Extent = isPoint ? null : extent,
            Boxes = isPoint ? [] : heap,
            Merged = isPoint ? null : CriticalPoints.CountWithin(landscape, heap, window, known),
        };
    });

    private static Domain Around(List<Domain> heap) => new(heap.Min(b => b.X0), heap.Max(b => b.X1), heap.Min(b => b.Y0), heap.Max(b => b.Y1));

    private IEnumerable<CriticalFinding> Explain(List<Domain> heap)
    {
        Domain extent = Around(heap);
        double size = heap.Max(b => b.Width + b.Height);
        bool isSmall = extent.Width <= 8 * heap.Max(b => b.Width) && extent.Height <= 8 * heap.Max(b => b.Height);
        Domain? reach = isSmall ? null : extent;
        int stride = Math.Max(1, heap.Count / MostLooks);
        var points = new List<Point>();
        var single = new List<CriticalFinding>();
        for (int i = 0; i < heap.Count; i += stride)
        {
            _ = BoxTests.Decide(landscape, heap[i], out bool hasKink);
            if (hasKink)
            {
                yield return Kink(heap, reach);
                yield break;
            }

            if (CriticalNewton.Polish(landscape, heap[i].Center, Math.Max(4 * size, 1e-9)) is { } at && CriticalPoints.IsInside(window, at))
            {
                CriticalFinding here = CriticalPoints.At(landscape, at);
                if (here.Kind == CriticalKind.Degenerate)
                {
                    points.Add(at);
                }
                else if (!known.All.Any(k => (k.At - at).Norm <= 1e-9 * (1 + at.Norm)) && !single.Exists(s => (s.At - at).Norm <= 1e-9 * (1 + at.Norm)))
                {
                    single.Add(here);
                }
            }
        }

        foreach (CriticalFinding regular in single)
        {
            yield return regular;
        }

        if (points.Count > 0)
        {
            yield return CriticalPoints.At(landscape, Flattest(points, size)) with
            {
                Kind = CriticalKind.Degenerate,
                Extent = reach,
                Samples = reach is null ? [] : points,
            };
        }
        else if (single.Count == 0 && !heap.TrueForAll(IsNearKnown))
        {
            IsComplete = false;
        }
    }

    // The tips of boxes that a proof's box does not quite cover.
    private bool IsNearKnown(Domain box) => known.All.Any(k => k.Box.X0 <= box.X1 && k.Box.X1 >= box.X0 && k.Box.Y0 <= box.Y1 && k.Box.Y1 >= box.Y0);

    private CriticalFinding Kink(List<Domain> heap, Domain? reach)
    {
        Point at = CriticalPoints.Snapped(window, reach is null ? OnKink(Around(heap)).At : LowestOnKink(heap));
        Jet<Real> jet = landscape.Hessian(at);
        return new(CriticalKind.Degenerate, at, jet.Value, Spectrum.Of(jet), new Point(jet.X, jet.Y).Norm)
        {
            Extent = reach,
            IsKink = true,
            Boxes = reach is null ? [] : heap,
        };
    }

    private Point LowestOnKink(List<Domain> heap)
    {
        (Point At, int Depth) best = default;
        foreach (Domain box in heap.OrderBy(b => landscape.Loss(b.Center)).Take(MostTries))
        {
            (Point At, int Depth) found = OnKink(box);
            best = found.Depth > best.Depth || best.Depth == 0 ? found : best;
            if (found.Depth == Depth)
            {
                break;
            }
        }

        return best.At;
    }

    // Halves a box as long as a half is left in which the gradient may both jump and vanish; ends on the kink, if there is one.
    private (Point At, int Depth) OnKink(Domain box)
    {
        int depth = 0;
        for (; depth < Depth; depth++)
        {
            (Domain first, Domain second) = CriticalPoints.Halves(box, window);
            if (IsKinked(first))
            {
                box = first;
            }
            else if (IsKinked(second))
            {
                box = second;
            }
            else
            {
                break;
            }
        }

        return (box.Center, depth);

        bool IsKinked(Domain half) => BoxTests.Decide(landscape, half, out bool hasKink) != BoxVerdict.Empty && hasKink;
    }

    // Of a curve of critical points, the one of least curvature: it is where noise and large learning rates drift to. Of several, the middle one.
    private Point Flattest(List<Point> points, double size)
    {
        const double Same = 1e-9;
        double CurvatureAt(Point p) => CriticalPoints.At(landscape, p).Spectrum.Norm;
        double lowest = points.Min(CurvatureAt);
        if (CriticalNewton.Polish(landscape, window.Center, window.Width + window.Height) is { } middle && CriticalPoints.IsInside(window, middle)
            && CriticalPoints.At(landscape, middle) is { Kind: CriticalKind.Degenerate } && points.Exists(p => (p - middle).Norm <= 2 * size))
        {
            points = [.. points, middle];
        }

        Point best = points.Where(p => CurvatureAt(p) <= lowest + (Same * (1 + lowest))).MinBy(p => (p - window.Center).Norm);
        double least = CurvatureAt(best);
        for (double step = points.Count > 1 ? size : 0; step > 1e-9 * (1 + best.Norm);)
        {
            Point along = CriticalPoints.At(landscape, best).Spectrum.LowDirection;
            bool better = false;
            foreach (double sign in (ReadOnlySpan<double>)[1, -1])
            {
                if (CriticalNewton.Polish(landscape, best + ((sign * step) * along), 4 * step) is { } at && CriticalPoints.IsInside(window, at)
                    && CurvatureAt(at) is var norm && norm < least)
                {
                    (best, least, better) = (at, norm, true);
                    break;
                }
            }

            step = better ? step : 0.5 * step;
        }

        return best;
    }
}
