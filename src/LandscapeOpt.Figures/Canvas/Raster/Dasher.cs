namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Cuts polylines into dashes.</summary>
internal sealed class Dasher : IPolylineSink
{
    // Finer patterns cannot be seen as one.
    private const double ShortestPattern = 0.05;

    // Pixels.
    private const double Same = 1e-6;

    private readonly double[] pattern;
    private readonly double period, offset;
    private readonly IPolylineSink next;
    private readonly List<PointD> dash = [];

    private Dasher(double[] pattern, double period, double offset, IPolylineSink next) =>
        (this.pattern, this.period, this.offset, this.next) = (pattern, period, offset, next);

    /// <summary>Puts a dasher before a sink if the stroke has a usable pattern.</summary>
    /// <param name="stroke">The stroke.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="next">Where dashes go.</param>
    public static IPolylineSink Before(IPolylineSink next, Stroke stroke, double scale)
    {
        ReadOnlySpan<double> given = stroke.Dashes.Span;
        var lengths = new double[given.Length % 2 == 0 ? given.Length : 2 * given.Length];
        double total = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = scale * given[i % given.Length];
            if (!(lengths[i] >= 0))
                return next;
            total += lengths[i];
        }

        if (!(total >= ShortestPattern) || !double.IsFinite(total))
            return next;
        double start = scale * stroke.DashOffset;
        return new Dasher(lengths, total, double.IsFinite(start) ? start : 0, next);
    }

    public void Polyline(ReadOnlySpan<PointD> points, bool closed, double distance)
    {
        double phase = offset + distance;
        phase -= period * Math.Floor(phase / period);
        int index = 0;
        while (index < pattern.Length - 1 && (phase > pattern[index] || (phase == pattern[index] && phase > 0)))
            phase -= pattern[index++];
        double left = Math.Max(0, pattern[index] - phase);
        dash.Clear();
        if (index % 2 == 0)
            dash.Add(points[0]);
        int segments = closed ? points.Length : points.Length - 1;
        for (int i = 0; i < segments; i++)
        {
            PointD from = points[i], to = points[i + 1 < points.Length ? i + 1 : 0];
            double length = from.DistanceTo(to), at = 0;
            while (length - at > left)
            {
                at += left;
                PointD p = from + (at / length * (to - from));
                Turn(ref index, p);
                left = pattern[index];
            }

            left -= length - at;
            if (index % 2 == 0)
                dash.Add(to);
        }

        Emit();
    }

    // A dash ends or begins.
    private void Turn(ref int index, PointD p)
    {
        dash.Add(p);
        if (index % 2 == 0)
            Emit();
        index = (index + 1) % pattern.Length;
    }

    private void Emit()
    {
        // A dash of length 0 is a dot; ends that fall on a corner are not repeated.
        int kept = Math.Min(1, dash.Count);
        for (int i = 1; i < dash.Count; i++)
        {
            if (dash[i].DistanceTo(dash[kept - 1]) > Same)
                dash[kept++] = dash[i];
        }

        if (kept > 0)
            next.Polyline(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(dash)[..kept], closed: false, 0);
        dash.Clear();
    }
}
