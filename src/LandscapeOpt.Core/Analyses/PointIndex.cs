using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Points with a number each, found again by who lies near.</summary>
/// <param name="reach">How near is near.</param>
internal sealed class PointIndex(double reach)
{
    // Wide enough that most questions look into one cell only.
    private readonly double cell = 8 * reach;
    private readonly Dictionary<(long X, long Y), List<(Point At, int Number)>> cells = [];

    internal void Add(Point at, int number)
    {
        (long, long) key = (Key(at.X), Key(at.Y));
        if (!cells.TryGetValue(key, out List<(Point, int)>? list))
        {
            cells[key] = list = [];
        }

        list.Add((at, number));
    }

    /// <summary>The number of the nearest point within reach, the smaller of two equally near; -1 where there is none.</summary>
    internal int Nearest(Point p)
    {
        (int nearest, double least) = (-1, reach * reach);
        for (long x = Key(p.X - reach); x <= Key(p.X + reach); x++)
        {
            for (long y = Key(p.Y - reach); y <= Key(p.Y + reach); y++)
            {
                if (!cells.TryGetValue((x, y), out List<(Point At, int Number)>? list))
                {
                    continue;
                }

                foreach ((Point at, int number) in list)
                {
                    Point d = at - p;
                    double squared = Point.Dot(d, d);
                    if (squared < least || (squared == least && (nearest < 0 || number < nearest)))
                    {
                        (nearest, least) = (number, squared);
                    }
                }
            }
        }

        return nearest;
    }

    // Far away all is one cell: nobody looks there.
    private long Key(double coordinate) => (long)Math.Clamp(Math.Floor(coordinate / cell), -1e15, 1e15);
}
