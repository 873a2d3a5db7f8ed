namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>The winding number along a vertical line through one pixel row: bands from the top, each with its lower end and its winding.</summary>
internal sealed class BandList
{
    private double[] bottoms = new double[64];
    private int[] windings = new int[64];

    public double Top { get; private set; }

    public int Count { get; private set; }

    public double Bottom(int band) => bottoms[band];

    public int Winding(int band) => windings[band];

    /// <summary>The height of the bands that the rule counts as inside.</summary>
    public double HeightInside(int ruleMask)
    {
        double height = 0, top = Top;
        for (int i = 0; i < Count; i++)
        {
            if ((windings[i] & ruleMask) != 0)
                height += bottoms[i] - top;
            top = bottoms[i];
        }

        return height;
    }

    /// <summary>One band of winding 0.</summary>
    public void Reset(double top, double bottom)
    {
        (Top, Count) = (top, 1);
        (bottoms[0], windings[0]) = (bottom, 0);
    }

    public void Clear() => Count = 0;

    /// <summary>Changes the winding of the only band.</summary>
    public void SetOnly(int winding) => windings[0] = winding;

    /// <summary>Adds a band below, or lengthens the last one where the winding is the same.</summary>
    public void Append(double bottom, int winding)
    {
        if (Count > 0 && windings[Count - 1] == winding)
        {
            bottoms[Count - 1] = bottom;
            return;
        }

        if (Count == bottoms.Length)
        {
            Array.Resize(ref bottoms, 2 * Count);
            Array.Resize(ref windings, 2 * Count);
        }

        (bottoms[Count], windings[Count]) = (bottom, winding);
        Count++;
    }

    /// <summary>Takes the bands of another list, which covers the same row.</summary>
    public void CopyFrom(BandList other)
    {
        Count = 0;
        for (int i = 0; i < other.Count; i++)
            Append(other.bottoms[i], other.windings[i]);
    }
}
