using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Boxes that are known to hold exactly one critical point each, found again by place.</summary>
internal sealed class KnownBoxes(Domain window)
{
    private const int Side = 64;

    private readonly Dictionary<(int, int), List<(Domain Box, Point At)>> cells = [];
    private readonly List<(Domain Box, Point At)> all = [];

    /// <summary>The boxes with their critical points, in the order found.</summary>
    internal IReadOnlyList<(Domain Box, Point At)> All => all;

    /// <summary>Adds a box unless its point is known.</summary>
    internal void Add(Domain box, Point at)
    {
        if (Has(at, box))
        {
            return;
        }

        all.Add((box, at));
        for (int i = Column(box.X0); i <= Column(box.X1); i++)
        {
            for (int j = Row(box.Y0); j <= Row(box.Y1); j++)
            {
                if (!cells.TryGetValue((i, j), out List<(Domain, Point)>? list))
                {
                    cells[(i, j)] = list = [];
                }

                list.Add((box, at));
            }
        }
    }

    /// <summary>Whether a box lies in a known one, so that it holds nothing new.</summary>
    internal bool Covers(Domain box) => cells.TryGetValue((Column(box.Center.X), Row(box.Center.Y)), out List<(Domain Box, Point At)>? list)
        && list.Exists(k => k.Box.X0 <= box.X0 && k.Box.X1 >= box.X1 && k.Box.Y0 <= box.Y0 && k.Box.Y1 >= box.Y1);

    // Two boxes of one critical point each that share a point: the same, if it lies in both.
    private bool Has(Point at, Domain box) => cells.TryGetValue((Column(at.X), Row(at.Y)), out List<(Domain Box, Point At)>? list)
        && list.Exists(k => k.Box.Contains(at) && (box.Contains(k.At) || k.At == at));

    private int Column(double x) => (int)Math.Floor(Math.Clamp((x - window.X0) / window.Width, -2, 3) * Side);

    private int Row(double y) => (int)Math.Floor(Math.Clamp((y - window.Y0) / window.Height, -2, 3) * Side);
}
