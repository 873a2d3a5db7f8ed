using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Takes the straight lines that a path becomes.</summary>
internal interface ILineSink
{
    /// <summary>A subpath starts; the one before, if any, ends.</summary>
    void Move(PointD p);

    /// <summary>A line from the last point.</summary>
    void Line(PointD p);

    /// <summary>The subpath returns to its start and ends; that line has not been reported.</summary>
    void Close();
}

/// <summary>Turns curves into lines that stray less than a tolerance, and gaps (points that are not finite) into new subpaths.</summary>
internal static class Flattener
{
    /// <summary>Pixels. Keeps the coverage of a pixel on a curved edge within 1/255.</summary>
    internal const double Fine = 0.001;

    /// <summary>Pixels. Good enough for markers, and for round joins and caps, whose errors stay in their tips.</summary>
    internal const double Joins = 0.005;

    /// <summary>Pixels. Good enough for letters, which have many curves.</summary>
    internal const double Letters = 0.02;

    /// <summary>Pixels. Good enough for halos around letters.</summary>
    internal const double Halos = 0.05;

    // Beyond this, differences of coordinates could overflow.
    private const double Largest = 1e300;
    private const int MaxPieces = 256;

    /// <summary>Sends the lines of a mapped path to a sink.</summary>
    [MethodImpl(Hot.Loop)]
    public static void Flatten<TSink>(VectorPath path, Affine map, double tolerance, ref TSink sink)
        where TSink : ILineSink, allows ref struct
    {
        ReadOnlySpan<PointD> points = path.Points;
        PointD start = default, current = default;
        bool drawing = false; // the sink's last point is the current one
        bool whole = false; // no gap since the subpath's start
        int next = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            if (verb == PathVerb.Close)
            {
                if (IsUsable(start) && IsUsable(current))
                {
                    Begin(ref drawing, current, ref sink);
                    if (whole)
                        sink.Close();
                    else
                        sink.Line(start);
                }

                (current, drawing, whole) = (start, false, IsUsable(start));
                continue;
            }

            ReadOnlySpan<PointD> taken = points.Slice(next, PointsOf(verb));
            next += taken.Length;
            PointD end = map.Apply(taken[^1]);
            if (verb == PathVerb.Move)
            {
                (start, drawing, whole) = (end, false, IsUsable(end));
            }
            else if (!IsUsable(current) || !IsUsable(end))
            {
                (drawing, whole) = (false, false);
            }
            else
            {
                Begin(ref drawing, current, ref sink);
                Piece(verb, current, taken, end, map, tolerance, ref sink);
            }

            current = end;
        }
    }

    private static void Begin<TSink>(ref bool drawing, PointD p, ref TSink sink)
        where TSink : ILineSink, allows ref struct
    {
        if (!drawing)
            sink.Move(p);
        drawing = true;
    }

    private static int PointsOf(PathVerb verb) => verb switch { PathVerb.Cubic => 3, PathVerb.Quad => 2, _ => 1 };

    private static bool IsUsable(PointD p) => Math.Abs(p.X) <= Largest && Math.Abs(p.Y) <= Largest;

    private static void Piece<TSink>(PathVerb verb, PointD from, ReadOnlySpan<PointD> taken, PointD end, Affine map, double tolerance, ref TSink sink)
        where TSink : ILineSink, allows ref struct
    {
        PointD c1 = verb == PathVerb.Line ? end : map.Apply(taken[0]);
        PointD c2 = verb == PathVerb.Cubic ? map.Apply(taken[1]) : c1;
        if (verb == PathVerb.Line || !IsUsable(c1) || !IsUsable(c2))
        {
            sink.Line(end);
            return;
        }

        // A polynomial curve strays from n equal chords by at most max|B''| / (8 n²).
        double bend = verb == PathVerb.Quad ? 2 * Bend(from, c1, end) : 6 * Math.Max(Bend(from, c1, c2), Bend(c1, c2, end));
        double count = Math.Sqrt(bend / (8 * tolerance));
        int n = count < MaxPieces ? Math.Max(1, (int)Math.Ceiling(count)) : MaxPieces;
        for (int i = 1; i < n; i++)
        {
            double t = (double)i / n;
            sink.Line(verb == PathVerb.Quad ? Quad(from, c1, end, t) : Cubic(from, c1, c2, end, t));
        }

        sink.Line(end);
    }

    private static double Bend(PointD a, PointD b, PointD c) => (a - (2 * b) + c).DistanceTo(default);

    private static PointD Quad(PointD a, PointD b, PointD c, double t)
    {
        double s = 1 - t;
        return (s * s * a) + (2 * s * t * b) + (t * t * c);
    }

    private static PointD Cubic(PointD a, PointD b, PointD c, PointD d, double t)
    {
        double s = 1 - t;
        return (s * s * s * a) + (3 * s * s * t * b) + (3 * s * t * t * c) + (t * t * t * d);
    }
}
