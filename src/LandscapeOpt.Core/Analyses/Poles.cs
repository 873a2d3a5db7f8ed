using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Tells the undecided boxes around poles, where nothing can be proved, from the others.</summary>
internal static class Poles
{
    // So many boxes of a heap are halved so often: what has no bound then is no overestimate of a large box.
    private const int MostTries = 16, Depth = 80;

    // Boxes as near to a pole as this many of their sizes are its own: rounding is large there.
    private const int Near = 4;

    /// <summary>Removes the boxes around poles from a list.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">The window that was searched.</param>
    /// <param name="boxes">The undecided boxes, of one level.</param>
    internal static IReadOnlyList<Pole> TakenFrom(ILandscape landscape, Domain window, List<Domain> boxes)
    {
        var poles = new List<Pole>();
        var around = new HashSet<(long, long)>();
        var beside = new HashSet<Domain>();
        double width = boxes.Select(b => b.Width).DefaultIfEmpty(1).Max(), height = boxes.Select(b => b.Height).DefaultIfEmpty(1).Max();
        foreach (List<Domain> all in BoxHeaps.Of(boxes))
        {
            int before = poles.Count;
            foreach (List<Domain> heap in BoxHeaps.Of([.. all.Where(b => !BoxTests.IsBounded(landscape, b))]))
            {
                int stride = Math.Max(1, heap.Count / MostTries);
                if (heap.Where((_, i) => i % stride == 0).Select(b => In(landscape, window, b)).FirstOrDefault(p => p is not null) is { } at)
                {
                    poles.Add(new(at, new(heap.Min(b => b.X0), heap.Max(b => b.X1), heap.Min(b => b.Y0), heap.Max(b => b.Y1))));
                    around.UnionWith(heap.Select(Cell));
                }
            }

            // Around a pole rounding leaves boxes undecided that hold nothing; kinks may cross it.
            if (poles.Count > before)
            {
                beside.UnionWith(all.Where(b => IsNear(Cell(b)) || BoxTests.Decide(landscape, b, out bool hasKink) == BoxVerdict.Empty || !hasKink));
            }
        }

        boxes.RemoveAll(beside.Contains);
        return poles;

        (long I, long J) Cell(Domain box) => ((long)Math.Floor(box.Center.X / width), (long)Math.Floor(box.Center.Y / height));

        bool IsNear((long I, long J) cell)
        {
            for (long i = cell.I - Near; i <= cell.I + Near; i++)
            {
                for (long j = cell.J - Near; j <= cell.J + Near; j++)
                {
                    if (around.Contains((i, j)))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    // Halves a box as long as a half is left where the loss has no bound.
    private static Point? In(ILandscape landscape, Domain window, Domain box)
    {
        for (int depth = 0; depth < Depth; depth++)
        {
            (Domain first, Domain second) = CriticalPoints.Halves(box, window);
            bool isInFirst = !BoxTests.IsBounded(landscape, first);
            if (!isInFirst && BoxTests.IsBounded(landscape, second))
            {
                return null;
            }

            box = isInFirst ? first : second;
        }

        return CriticalPoints.Snapped(window, box.Center);
    }
}
