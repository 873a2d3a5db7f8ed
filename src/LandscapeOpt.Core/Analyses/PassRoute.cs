using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// The way between two points over the lowest passes. From each saddle the loss falls on two sides, to a minimum or to a lower saddle; taking the
/// saddles from the lowest up, each joins what lies on its two sides (Kruskal's spanning tree), and the one that first joins both ends is the
/// lowest pass: the sublevel sets of a smooth function merge at its saddles and nowhere else.
/// </summary>
internal sealed class PassRoute
{
    // How far aside of a saddle its ways down begin, and how near an end must come to be told to be there.
    private const double Aside = 1e-5, Near = 1e-4;

    // Shares of the domain that are searched around it, the next one where a way through the outside may be lower; borders are proved in at most
    // so many pieces.
    private static readonly double[] Margins = [0.05, 1];

    private const int MostPieces = 1 << 14;

    private readonly ILandscape landscape;
    private readonly List<CriticalFinding> nodes;
    private readonly int[] parent;
    private readonly List<(int To, IReadOnlyList<Point> Way)>[] edges;
    private bool isUncertain;

    private PassRoute(ILandscape landscape, CriticalReport report)
    {
        this.landscape = landscape;
        nodes = [.. report.Points.Where(p => p.Kind is CriticalKind.Minimum or CriticalKind.Saddle)];
        parent = [.. Enumerable.Range(0, nodes.Count)];
        edges = [.. nodes.Select(_ => new List<(int, IReadOnlyList<Point>)>())];
    }

    /// <summary>The way, from end to end.</summary>
    internal IReadOnlyList<Point> Points { get; private set; } = [];

    /// <summary>How many saddles it crosses.</summary>
    internal int Saddles { get; private set; }

    /// <summary>The highest loss on it.</summary>
    internal double Highest { get; private set; }

    /// <summary>Whether every other way climbs as high: all that might be lower is known.</summary>
    internal bool IsLowest { get; private set; }

    /// <summary>The way between two points; null where the critical points around do not show one, or an end is not finite.</summary>
    internal static PassRoute? Between(ILandscape landscape, Point from, Point to)
    {
        PassRoute? best = null;
        foreach (double margin in Margins)
        {
            PassRoute? route = Within(landscape, Around(landscape.Info.Domain, from, to, margin), from, to, out bool isWalledIn);
            best = route is not null && (best is null || route.IsLowest || route.Highest < best.Highest) ? route : best;
            if (isWalledIn)
            {
                break;
            }
        }

        return best;
    }

    private static PassRoute? Within(ILandscape landscape, Domain window, Point from, Point to, out bool isWalledIn)
    {
        isWalledIn = false;
        if (!window.IsValid || !double.IsFinite(window.Width) || !double.IsFinite(window.Height))
        {
            return null;
        }

        CriticalReport report = CriticalPoints.Find(landscape, window);
        var route = new PassRoute(landscape, report);
        IReadOnlyList<Point> first = StiffFlow.Descent(landscape, from), last = StiffFlow.Descent(landscape, to);
        int start = route.NodeAt(first[^1]), end = route.NodeAt(last[^1]);
        if (start < 0 || end < 0 || !route.Join(start, end))
        {
            return null;
        }

        route.Follow(start, end, first, last);
        isWalledIn = route.IsWalledIn(window);
        route.IsLowest = isWalledIn && report.IsComplete && report.Poles.Count == 0 && !route.isUncertain
            && !report.Points.Any(p => p.Kind == CriticalKind.Degenerate && p.Loss < route.Highest);
        return route;
    }

    private static Domain Around(Domain domain, Point from, Point to, double margin)
    {
        Domain all = new(
            Math.Min(domain.X0, Math.Min(from.X, to.X)), Math.Max(domain.X1, Math.Max(from.X, to.X)),
            Math.Min(domain.Y0, Math.Min(from.Y, to.Y)), Math.Max(domain.Y1, Math.Max(from.Y, to.Y)));
        double x = margin * all.Width, y = margin * all.Height;
        return new(all.X0 - x, all.X1 + x, all.Y0 - y, all.Y1 + y);
    }

    private int NodeAt(Point p) => nodes.FindIndex(n => (n.At - p).Norm <= Near * (1 + p.Norm));

    // Takes saddles from the lowest up until the two are joined.
    private bool Join(int start, int end)
    {
        foreach (int saddle in Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Kind == CriticalKind.Saddle).OrderBy(i => nodes[i].Loss))
        {
            if (Root(start) == Root(end))
            {
                break;
            }

            CriticalFinding pass = nodes[saddle];
            foreach (double side in (ReadOnlySpan<double>)[1, -1])
            {
                IReadOnlyList<Point> down = StiffFlow.Descent(landscape, pass.At + ((side * Aside * (1 + pass.At.Norm)) * pass.Spectrum.LowDirection));
                int below = NodeAt(down[^1]);
                isUncertain |= below < 0;
                if (below >= 0 && Root(below) != Root(saddle))
                {
                    parent[Root(below)] = Root(saddle);
                    Point[] way = [pass.At, .. down];
                    edges[saddle].Add((below, way));
                    edges[below].Add((saddle, [.. way.Reverse()]));
                }
            }
        }

        return Root(start) == Root(end);
    }

    private void Follow(int start, int end, IReadOnlyList<Point> first, IReadOnlyList<Point> last)
    {
        var cameFrom = new Dictionary<int, (int Node, IReadOnlyList<Point> Way)> { [start] = (start, []) };
        var open = new Queue<int>([start]);
        while (!cameFrom.ContainsKey(end))
        {
            int here = open.Dequeue();
            foreach ((int next, IReadOnlyList<Point> way) in edges[here].Where(e => cameFrom.TryAdd(e.To, (here, e.Way))))
            {
                open.Enqueue(next);
            }
        }

        var ways = new Stack<IReadOnlyList<Point>>();
        int[] crossed = [.. Back().Where(i => nodes[i].Kind == CriticalKind.Saddle)];
        Points = [.. first, .. ways.SelectMany(w => w), .. last.Reverse()];
        Saddles = crossed.Length;
        Highest = crossed.Select(i => nodes[i].Loss).Append(landscape.Loss(first[0])).Append(landscape.Loss(last[0])).Max();

        IEnumerable<int> Back()
        {
            for (int node = end; node != start; node = cameFrom[node].Node)
            {
                ways.Push(cameFrom[node].Way);
                yield return node;
            }

            yield return start;
        }
    }

    // Whether the loss on the window's border is nowhere below the highest on the way, so that no way through the outside is lower.
    private bool IsWalledIn(Domain window)
    {
        var open = new Stack<Domain>(
        [
            window with { X1 = window.X0 }, window with { X0 = window.X1 }, window with { Y1 = window.Y0 }, window with { Y0 = window.Y1 },
        ]);
        for (int pieces = 0; open.TryPop(out Domain side); pieces++)
        {
            Interval loss = landscape.At(new Interval(side.X0, side.X1), new Interval(side.Y0, side.Y1));
            if (loss.Low >= Highest)
            {
                continue;
            }

            Point c = side.Center;
            if (pieces > MostPieces || !(landscape.Loss(c) >= Highest))
            {
                return false;
            }

            open.Push(side.Width > side.Height ? side with { X1 = c.X } : side with { Y1 = c.Y });
            open.Push(side.Width > side.Height ? side with { X0 = c.X } : side with { Y0 = c.Y });
        }

        return true;
    }

    private int Root(int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
