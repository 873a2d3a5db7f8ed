using System.Text;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>Writes paths as SVG path data: relative commands between rounded points, so that rounding errors do not add up.</summary>
internal sealed class SvgPathData
{
    // Points. Corners of a line that stray less from it are left out: half of a contour line's.
    private const double Straightness = 0.02;
    private const int LongestRun = 48;

    private readonly StringBuilder output = new();
    private readonly double scale;
    private readonly double straightness;
    private (long X, long Y) current, start;
    private char command;
    private bool afterPoint, moved;

    private SvgPathData(double scale, double straightness) => (this.scale, this.straightness) = (scale, straightness);

    /// <summary>The data of a path; all points are finite.</summary>
    public static string Of(VectorPath path) => new SvgPathData(1, Straightness).Write(path);

    /// <summary>The data of a glyph on the grid of its font.</summary>
    public static string OfGlyph(VectorPath outline, int unitsPerEm) => new SvgPathData(unitsPerEm, 0).Write(outline);

    private string Write(VectorPath path)
    {
        ReadOnlySpan<PathVerb> verbs = path.Verbs;
        ReadOnlySpan<PointD> points = path.Points;
        int next = 0;
        for (int i = 0; i < verbs.Length; i++)
        {
            switch (verbs[i])
            {
                case PathVerb.Move:
                    Move(points[next++]);
                    break;
                case PathVerb.Line:
                    int run = 1;
                    while (i + run < verbs.Length && verbs[i + run] == PathVerb.Line)
                        run++;
                    Lines(points.Slice(next - 1, run + 1), i > 0 && verbs[i - 1] != PathVerb.Close);
                    next += run;
                    i += run - 1;
                    break;
                case PathVerb.Quad:
                    Curve('q', points.Slice(next, 2));
                    next += 2;
                    break;
                case PathVerb.Cubic:
                    Curve('c', points.Slice(next, 3));
                    next += 3;
                    break;
                default:
                    Command('z');
                    current = start;
                    break;
            }
        }

        return output.ToString();
    }

    private (long X, long Y) Rounded(PointD p) => (SvgNumbers.Round(p.X * scale), SvgNumbers.Round(p.Y * scale));

    private void Move(PointD p)
    {
        (long X, long Y) to = Rounded(p);
        Command(output.Length == 0 ? 'M' : 'm');
        Pair(output.Length == 1 ? to : (to.X - current.X, to.Y - current.Y));
        (current, start, moved) = (to, to, true);

        // Pairs after a move are lines.
        command = command == 'M' ? 'L' : 'l';
    }

    // The first point is where the run starts.
    private void Lines(ReadOnlySpan<PointD> run, bool fromFirst)
    {
        int last = 0;
        for (int i = 1; i < run.Length; i++)
        {
            bool keep = i == run.Length - 1 || straightness == 0 || (last == 0 && !fromFirst) || i - last >= LongestRun
                || !IsStraight(run[last..(i + 2)]);
            if (!keep)
                continue;
            Line(Rounded(run[i]));
            last = i;
        }
    }

    private bool IsStraight(ReadOnlySpan<PointD> points)
    {
        PointD a = points[0], d = points[^1] - a;
        double squared = (d.X * d.X) + (d.Y * d.Y);
        foreach (PointD p in points[1..^1])
        {
            PointD v = p - a;
            double t = squared > 0 ? Math.Clamp(((v.X * d.X) + (v.Y * d.Y)) / squared, 0, 1) : 0;
            if (v.DistanceTo(t * d) > straightness)
                return false;
        }

        return true;
    }

    private void Line((long X, long Y) to)
    {
        (long x, long y) = (to.X - current.X, to.Y - current.Y);
        if (x == 0 && y == 0 && !moved)
            return;
        (current, moved) = (to, false);
        if (y == 0)
            Single('h', x);
        else if (x == 0)
            Single('v', y);
        else
        {
            Command('l');
            Pair((x, y));
        }
    }

    private void Curve(char kind, ReadOnlySpan<PointD> points)
    {
        Command(kind);
        (long X, long Y) to = current;
        foreach (PointD p in points)
        {
            to = Rounded(p);
            Pair((to.X - current.X, to.Y - current.Y));
        }

        current = to;
    }

    private void Single(char kind, long v)
    {
        Command(kind);
        Number(v);
    }

    private void Pair((long X, long Y) v)
    {
        Number(v.X);
        Number(v.Y);
    }

    private void Command(char kind)
    {
        if (kind == command && kind != 'z')
            return;
        output.Append(kind);
        command = kind;
        afterPoint = false;
    }

    private void Number(long v) => afterPoint = SvgNumbers.Append(output, v, !char.IsAsciiLetter(output[^1]), afterPoint);
}
