namespace LandscapeOpt.Maps;

/// <summary>Labels the pixels of a map band by band and keeps them.</summary>
/// <param name="rows">Keeps them.</param>
/// <param name="labelOf">The provisional label of a pixel of a band; pixels are asked for in order.</param>
/// <param name="counts">Counts the labels.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class MapLabeller(MapRows rows, Func<MapBand, int, short> labelOf, LabelCounts counts, CancellationToken cancellation)
{
    private short[] labels = [];

    /// <summary>Takes a band.</summary>
    internal void Take(MapBand band)
    {
        labels = labels.Length >= band.Count ? labels : new short[band.Count];
        for (int i = 0; i < band.Count; i++)
        {
            if ((i & 0xFFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            labels[i] = labelOf(band, i);
            counts.Add(labels[i]);
        }

        rows.Write(band, labels);
    }
}

/// <summary>How many pixels have each label.</summary>
internal sealed class LabelCounts
{
    private const int Special = 4;
    private readonly List<long> counts = [.. new long[Special]];

    internal void Add(short label)
    {
        while (counts.Count <= label + Special)
        {
            counts.Add(0);
        }

        counts[label + Special]++;
    }

    /// <summary>The counts by final label.</summary>
    internal Dictionary<int, long> Ranked(short[] ranks) =>
        counts.Index().Where(c => c.Item > 0).ToDictionary(c => c.Index - Special is >= 0 and var label ? ranks[label] : c.Index - Special, c => c.Item);

    /// <summary>Puts final labels in the place of provisional ones.</summary>
    internal static void Rank(Span<short> labels, short[] ranks)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = labels[i] >= 0 ? ranks[labels[i]] : labels[i];
        }
    }
}
