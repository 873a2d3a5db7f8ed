using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Maps;

/// <summary>
/// Labels the pixels of a map over parameters: by the minima of the one landscape, or where the landscape varies, by whether a run reached a minimum
/// of its own.
/// </summary>
internal sealed class ParameterLabels
{
    private readonly AxisRuns runs;
    private readonly bool variesAcross, variesUp;
    private readonly Minima?[] own;
    private int row = -1;

    internal ParameterLabels(AxisRuns runs)
    {
        this.runs = runs;
        ILandscape first = runs.At(0, 0).Landscape;
        variesAcross = !Equals(first, runs.At(runs.Width - 1, 0).Landscape);
        variesUp = !Equals(first, runs.At(0, runs.Height - 1).Landscape);
        own = new Minima?[variesAcross ? runs.Width : 1];
    }

    /// <summary>Whether more minima were met than there are labels.</summary>
    internal bool IsFull => !Varies && own[0]!.IsFull;

    private bool Varies => variesAcross || variesUp;

    /// <summary>The provisional label of a pixel; rows come in order.</summary>
    internal short LabelOf(MapBand band, int pixel)
    {
        int column = pixel % band.Width, at = band.FirstRow + (pixel / band.Width);
        if (variesUp && at != row)
        {
            row = at;
            Array.Clear(own);
        }

        ref Minima? minima = ref own[variesAcross ? column : 0];
        if (minima is null)
        {
            ILandscape landscape = runs.At(column, at).Landscape;
            minima = new(landscape, landscape.Info.Domain);
        }

        short label = minima.LabelOf(band.End(pixel), band.Outcomes[pixel]);
        return Varies ? Math.Min(label, (short)0) : label;
    }

    /// <summary>Final labels by provisional ones.</summary>
    internal short[] Ranks(out IReadOnlyList<BasinMinimum> ordered)
    {
        if (Varies)
        {
            ordered = [];
            return [0];
        }

        short[] ranks = own[0]!.Ranks(out BasinMinimum[] minima);
        ordered = minima;
        return ranks;
    }
}
