using LandscapeOpt.Figures.Canvas.Raster;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>
/// Cuts paths that viewers could choke on (gaps, coordinates far from the page) to a rectangle around the page; what is seen stays the same.
/// Others are left as they are.
/// </summary>
internal static class SvgGuard
{
    private const double Margin = 200;
    private const double Far = 20_000;

    /// <summary>The area of a path, for filling.</summary>
    public static VectorPath Area(VectorPath path, double width, double height)
    {
        if (IsTame(path))
            return path;
        var sink = new PolygonCutter(new RectD(0, 0, width, height).Inflate(Margin));
        Flattener.Flatten(path, Affine.Identity, Flattener.Fine, ref sink);
        sink.Finish();
        return sink.Result;
    }

    /// <summary>The pieces of a line, for stroking, each with its distance from the start of its subpath.</summary>
    public static IReadOnlyList<(VectorPath Path, double Distance)> Line(VectorPath path, Stroke stroke, double width, double height)
    {
        if (IsTame(path))
            return [(path, 0)];
        var pieces = new Pieces(stroke.Dashes.IsEmpty);
        RectD guard = new RectD(0, 0, width, height).Inflate(Margin + (stroke.Width * Math.Max(1, stroke.MiterLimit)));
        var collector = new PolylineCollector(guard, !stroke.Dashes.IsEmpty, pieces);
        Flattener.Flatten(path, Affine.Identity, Flattener.Fine, ref collector);
        collector.Finish();
        return pieces.All;
    }

    private static bool IsTame(VectorPath path)
    {
        foreach (PointD p in path.Points)
        {
            if (!(Math.Abs(p.X) <= Far && Math.Abs(p.Y) <= Far))
                return false;
        }

        return true;
    }

    private sealed class Pieces(bool together) : IPolylineSink
    {
        public List<(VectorPath Path, double Distance)> All { get; } = [];

        public void Polyline(ReadOnlySpan<PointD> points, bool closed, double distance)
        {
            if (!together || All.Count == 0)
                All.Add((new VectorPath(points.Length), distance));
            VectorPath path = All[^1].Path.AddPolyline(points, closed);
            if (points.Length == 1)
                path.LineTo(points[0]);
        }
    }

    /// <summary>Sutherland and Hodgman: a polygon cut at one side after another.</summary>
    private ref struct PolygonCutter(RectD guard) : ILineSink
    {
        private List<PointD> polygon = [], cut = [];

        public VectorPath Result { get; } = new();

        public void Move(PointD p)
        {
            Finish();
            polygon.Add(p);
        }

        public readonly void Line(PointD p) => polygon.Add(p);

        public void Close() => Finish();

        public void Finish()
        {
            (double left, double top, double right, double bottom) = (guard.X, guard.Y, guard.Right, guard.Bottom);
            Cut(p => p.X - left);
            Cut(p => right - p.X);
            Cut(p => p.Y - top);
            Cut(p => bottom - p.Y);
            if (polygon.Count > 2)
                Result.AddPolyline(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(polygon), closed: true);
            polygon.Clear();
        }

        private void Cut(Func<PointD, double> depth)
        {
            cut.Clear();
            for (int i = 0; i < polygon.Count; i++)
            {
                PointD a = polygon[i], b = polygon[(i + 1) % polygon.Count];
                double inA = depth(a), inB = depth(b);
                if (inA >= 0)
                    cut.Add(a);
                if (inA >= 0 != inB >= 0)
                    cut.Add(a + (inA / (inA - inB) * (b - a)));
            }

            (polygon, cut) = (cut, polygon);
        }
    }
}
