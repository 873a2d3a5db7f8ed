using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Sorts boxes into connected heaps.</summary>
internal static class BoxHeaps
{
    /// <summary>The heaps, in the order of their first boxes; boxes that touch are in the same one.</summary>
    internal static IReadOnlyList<List<Domain>> Of(IReadOnlyList<Domain> boxes)
    {
        if (boxes.Count == 0)
        {
            return [];
        }

        double width = boxes.Max(b => b.Width), height = boxes.Max(b => b.Height);
        var cells = new Dictionary<(long, long), List<int>>();
        int[] parent = [.. Enumerable.Range(0, boxes.Count)];
        for (int i = 0; i < boxes.Count; i++)
        {
            Domain box = boxes[i];
            double slackX = 0.01 * box.Width, slackY = 0.01 * box.Height;
            for (long cx = Cell(box.X0 - slackX, width); cx <= Cell(box.X1 + slackX, width); cx++)
            {
                for (long cy = Cell(box.Y0 - slackY, height); cy <= Cell(box.Y1 + slackY, height); cy++)
                {
                    if (!cells.TryGetValue((cx, cy), out List<int>? here))
                    {
                        cells[(cx, cy)] = here = [];
                    }

                    foreach (int other in here)
                    {
                        Domain o = boxes[other];
                        if (o.X0 - slackX <= box.X1 && o.X1 + slackX >= box.X0 && o.Y0 - slackY <= box.Y1 && o.Y1 + slackY >= box.Y0)
                        {
                            parent[Root(parent, i)] = Root(parent, other);
                        }
                    }

                    here.Add(i);
                }
            }
        }

        return [.. Enumerable.Range(0, boxes.Count).GroupBy(i => Root(parent, i)).Select(g => g.Select(i => boxes[i]).ToList())];
    }

    private static long Cell(double place, double size) => (long)Math.Floor(place / size);

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
