using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Fonts;

/// <summary>Reads outlines from the tables <c>glyf</c> and <c>loca</c>.</summary>
internal sealed class GlyphReader(FontData glyf, FontData loca, bool longOffsets, int glyphCount, double em)
{
    // Composite glyphs may be made of composites; real fonts need two levels.
    private const int DeepestComposite = 8;
    private const int MostPoints = 1 << 16;

    /// <summary>The outline of a glyph in fractions of the em, y downward.</summary>
    public VectorPath Read(int glyph)
    {
        var path = new VectorPath(64);
        Append(path, glyph, Affine.Scaling(1 / em, -1 / em), 0);
        return path;
    }

    private void Append(VectorPath path, int glyph, Affine map, int depth)
    {
        if ((uint)glyph >= (uint)glyphCount)
            throw new FontException("A composite glyph refers to a glyph that does not exist.");
        if (depth > DeepestComposite || path.Points.Length > MostPoints)
            throw new FontException("A composite glyph is nested too deeply.");
        long from = Offset(glyph), to = Offset(glyph + 1);
        if (from == to)
            return;
        FontData data = glyf.Slice(from, to - from);
        int contours = data.I16(0);
        if (contours < 0)
            AppendComposite(path, data, map, depth);
        else if (contours > 0)
            AppendSimple(path, data, contours, map);
    }

    private long Offset(int glyph) => longOffsets ? loca.U32(4 * glyph) : 2L * loca.U16(2 * glyph);

    private void AppendComposite(VectorPath path, FontData data, Affine map, int depth)
    {
        const int WordArguments = 1, ArgumentsAreOffsets = 2, OneScale = 8, More = 32, TwoScales = 64, Matrix = 128;
        int at = 10, flags;
        do
        {
            flags = data.U16(at);
            int glyph = data.U16(at + 2);
            if ((flags & ArgumentsAreOffsets) == 0)
                throw new FontException("A composite glyph is placed by points, which is not read here.");
            bool words = (flags & WordArguments) != 0;
            double x = words ? data.I16(at + 4) : (sbyte)data.U8(at + 4), y = words ? data.I16(at + 6) : (sbyte)data.U8(at + 5);
            at += words ? 8 : 6;
            Affine place = Affine.Translation(x, y);
            if ((flags & OneScale) != 0)
            {
                place *= Affine.Scaling(Scale(data, at), Scale(data, at));
                at += 2;
            }
            else if ((flags & TwoScales) != 0)
            {
                place *= Affine.Scaling(Scale(data, at), Scale(data, at + 2));
                at += 4;
            }
            else if ((flags & Matrix) != 0)
            {
                place *= new Affine(Scale(data, at), Scale(data, at + 2), Scale(data, at + 4), Scale(data, at + 6), 0, 0);
                at += 8;
            }

            Append(path, glyph, map * place, depth + 1);
        }
        while ((flags & More) != 0);
    }

    // A fraction with 14 bits after the point.
    private static double Scale(FontData data, int at) => data.I16(at) / 16384.0;

    private static void AppendSimple(VectorPath path, FontData data, int contours, Affine map)
    {
        int pointCount = data.U16(10 + (2 * (contours - 1))) + 1;
        int at = 10 + (2 * contours);
        at += 2 + data.U16(at);
        var points = new PointD[pointCount];
        var onCurve = new bool[pointCount];
        ReadPoints(data, at, points, onCurve);
        for (int contour = 0, first = 0; contour < contours; contour++)
        {
            int end = data.U16(10 + (2 * contour)) + 1;
            if (end < first || end > pointCount)
                throw new FontException("The contours of a glyph are out of order.");
            AppendContour(path, points.AsSpan(first..end), onCurve.AsSpan(first..end), map);
            first = end;
        }
    }

    private static void ReadPoints(FontData data, int at, PointD[] points, bool[] onCurve)
    {
        const int OnCurve = 1, ShortX = 2, ShortY = 4, Repeat = 8, SameX = 16, SameY = 32;
        var flags = new byte[points.Length];
        for (int i = 0; i < flags.Length;)
        {
            byte flag = data.U8(at++);
            int times = (flag & Repeat) != 0 ? 1 + data.U8(at++) : 1;
            for (; times > 0 && i < flags.Length; times--)
                flags[i++] = flag;
        }

        int x = 0, y = 0;
        for (int i = 0; i < flags.Length; i++)
        {
            x += Step(data, ref at, flags[i], ShortX, SameX);
            points[i] = new(x, 0);
            onCurve[i] = (flags[i] & OnCurve) != 0;
        }

        for (int i = 0; i < flags.Length; i++)
        {
            y += Step(data, ref at, flags[i], ShortY, SameY);
            points[i] = points[i] with { Y = y };
        }
    }

    private static int Step(FontData data, ref int at, int flags, int isShort, int sameOrPositive)
    {
        bool same = (flags & sameOrPositive) != 0;
        if ((flags & isShort) != 0)
            return same ? data.U8(at++) : -data.U8(at++);
        if (same)
            return 0;
        at += 2;
        return data.I16(at - 2);
    }

    // Between two control points in a row lies an implied point on the curve.
    private static void AppendContour(VectorPath path, ReadOnlySpan<PointD> points, ReadOnlySpan<bool> onCurve, Affine map)
    {
        if (points.Length < 2)
            return;
        int first = onCurve.IndexOf(true);
        PointD start = first >= 0 ? points[first] : 0.5 * (points[0] + points[^1]);
        path.MoveTo(map.Apply(start));
        PointD? control = null;
        for (int i = 1; i <= points.Length; i++)
        {
            int index = first >= 0 ? (first + i) % points.Length : i - 1;
            PointD p = points[index];
            if (onCurve[index])
                AddTo(p);
            else
            {
                if (control is { } before)
                    AddTo(0.5 * (before + p));
                control = p;
            }
        }

        if (control is not null)
            AddTo(start);
        path.Close();

        void AddTo(PointD p)
        {
            if (control is { } c)
                path.QuadTo(map.Apply(c), map.Apply(p));
            else
                path.LineTo(map.Apply(p));
            control = null;
        }
    }
}
