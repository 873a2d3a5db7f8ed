using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Samples the pixels at boundaries more finely: those with a neighbour to the side, above or below of another label.</summary>
internal sealed class EdgeSampler(Run model, MapGrid grid, MapRows rows, Minima minima, MapOptions options, int fineness)
{
    // Enough starts at a time for all threads, few enough to keep the memory flat.
    private const int Samples = 1 << 17;

    private readonly int perPixel = fineness * fineness;
    private readonly BasinEdge[][] edges = new BasinEdge[grid.Height][];
    private readonly List<(int Row, int Column)> waiting = [];
    private long steps;
    private double seconds;

    /// <summary>The finely sampled pixels of each row, with provisional labels, and what they cost.</summary>
    internal (BasinEdge[][] Edges, MapResult Result) Sample(CancellationToken cancellation)
    {
        MapResult last = new(0, 0, 0, 0, null);
        short[] below = [], here = Labels(0);
        for (int row = 0; row < grid.Height; row++)
        {
            edges[row] = [];
            short[] above = row + 1 < grid.Height ? Labels(row + 1) : [];
            for (int column = 0; column < grid.Width; column++)
            {
                if (Differs(here, column - 1) || Differs(here, column + 1) || Differs(below, column) || Differs(above, column))
                {
                    waiting.Add((row, column));
                }

                bool Differs(short[] labels, int at) => (uint)at < (uint)labels.Length && labels[at] != here[column];
            }

            if (waiting.Count * perPixel >= Samples || row == grid.Height - 1)
            {
                last = waiting.Count > 0 ? Compute(cancellation) : last;
            }

            (below, here) = (here, above);
        }

        return (edges, last with { Steps = steps, Seconds = seconds });
    }

    private short[] Labels(int row)
    {
        short[] labels = new short[grid.Width];
        rows.ReadLabels(row, labels);
        return labels;
    }

    private MapResult Compute(CancellationToken cancellation)
    {
        var starts = new Point[waiting.Count * perPixel];
        for (int i = 0; i < starts.Length; i++)
        {
            (int row, int column) = waiting[i / perPixel];
            int sample = i % perPixel;
            starts[i] = new(Spread(grid.X, column, grid.Width, sample % fineness), Spread(grid.Y, row, grid.Height, sample / fineness));
        }

        short[] labels = new short[starts.Length];
        int[] taken = new int[starts.Length];
        MapResult result = MapEngine.Execute(
            new PointRuns(model, starts),
            options,
            band =>
            {
                cancellation.ThrowIfCancellationRequested();
                int first = band.FirstRow * band.Width, count = Math.Min(band.Count, starts.Length - first);
                for (int i = 0; i < count; i++)
                {
                    (labels[first + i], taken[first + i]) = (minima.LabelOf(band.End(i), band.Outcomes[i]), band.Steps[i]);
                }
            },
            cancellation);
        foreach (IGrouping<int, (int Index, (int Row, int Column) Pixel)> row in waiting.Index().GroupBy(w => w.Item.Row))
        {
            edges[row.Key] =
            [
                .. row.Select(w => new BasinEdge(w.Pixel.Column, labels.AsMemory(w.Index * perPixel, perPixel), taken.AsMemory(w.Index * perPixel, perPixel))),
            ];
        }

        waiting.Clear();
        (steps, seconds) = (steps + result.Steps, seconds + result.Seconds);
        return result;
    }

    // The middles of equal parts of the pixel, which reaches half way to its neighbours.
    private double Spread(Func<int, double> at, int index, int count, int part)
    {
        double width = count == 1 ? 0 : index + 1 < count ? at(index + 1) - at(index) : at(index) - at(index - 1);
        return at(index) + ((((part + 0.5) / fineness) - 0.5) * width);
    }
}
