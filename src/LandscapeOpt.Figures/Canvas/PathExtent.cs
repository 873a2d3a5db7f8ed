namespace LandscapeOpt.Figures.Canvas;

/// <summary>The exact extent of a path's lines and curves, control points left out.</summary>
internal static class PathExtent
{
    /// <summary>The smallest upright rectangle around a finite path; empty for an empty one.</summary>
    public static RectD Of(VectorPath path)
    {
        var extent = new Extent();
        ReadOnlySpan<PointD> points = path.Points;
        PointD current = default;
        int next = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            switch (verb)
            {
                case PathVerb.Close:
                    continue;
                case PathVerb.Quad:
                    extent.AddCurve(current, Between(current, points[next]), Between(points[next + 1], points[next]), points[next + 1]);
                    next += 2;
                    break;
                case PathVerb.Cubic:
                    extent.AddCurve(current, points[next], points[next + 1], points[next + 2]);
                    next += 3;
                    break;
                default:
                    next++;
                    break;
            }

            current = points[next - 1];
            extent.Add(current);
        }

        return extent.Rectangle;
    }

    // A quadratic curve is the cubic one with control points at two thirds of the way.
    private static PointD Between(PointD end, PointD control) => end + (2.0 / 3 * (control - end));

    private struct Extent()
    {
        private double left = double.PositiveInfinity, top = double.PositiveInfinity;
        private double right = double.NegativeInfinity, bottom = double.NegativeInfinity;

        public readonly RectD Rectangle => left <= right ? RectD.FromSides(left, top, right, bottom) : default;

        public void Add(PointD p)
        {
            (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
            (top, bottom) = (Math.Min(top, p.Y), Math.Max(bottom, p.Y));
        }

        public void AddCurve(PointD a, PointD b, PointD c, PointD d)
        {
            AddTurns(a.X, b.X, c.X, d.X, a, b, c, d);
            AddTurns(a.Y, b.Y, c.Y, d.Y, a, b, c, d);
        }

        // The curve turns where the derivative of one coordinate is zero: p t² + 2 q t + r.
        private void AddTurns(double a, double b, double c, double d, PointD pa, PointD pb, PointD pc, PointD pd)
        {
            double p = d - a + (3 * (b - c)), q = a - (2 * b) + c, r = b - a;
            double root = Math.Sqrt((q * q) - (p * r));

            // Both roots in the form that loses no digits; NaN where there are none.
            double sum = -(q + (q < 0 ? -root : root));
            AddAt(sum / p, pa, pb, pc, pd);
            AddAt(r / sum, pa, pb, pc, pd);
        }

        private void AddAt(double t, PointD a, PointD b, PointD c, PointD d)
        {
            if (!(t > 0 && t < 1))
                return;
            double s = 1 - t;
            Add((s * s * s * a) + (3 * s * s * t * b) + (3 * s * t * t * c) + (t * t * t * d));
        }
    }
}
