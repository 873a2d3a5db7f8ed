using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A surface over a rectangle, drawn cell by cell from the far side to the near one, so that near cells hide far ones.</summary>
public sealed class SurfaceMesh
{
    private const double Overlap = 0.3, Ambient = 0.7;

    private readonly ScalarField heights;
    private readonly Projection projection;

    /// <summary>Takes heights from 0 to 1.</summary>
    /// <param name="heights">The heights on a grid.</param>
    /// <param name="projection">How they are seen.</param>
    public SurfaceMesh(ScalarField heights, Projection projection) => (this.heights, this.projection) = (heights, projection);

    /// <summary>The height at a place, linear between samples.</summary>
    /// <param name="x">-1 to 1; clamped.</param>
    /// <param name="y">-1 to 1; clamped.</param>
    public double Height(double x, double y)
    {
        double u = Math.Clamp(0.5 * (x + 1), 0, 1) * (heights.Columns - 1), v = Math.Clamp(0.5 * (y + 1), 0, 1) * (heights.Rows - 1);
        int i = Math.Min((int)u, heights.Columns - 2), j = Math.Min((int)v, heights.Rows - 2);
        (u, v) = (u - i, v - j);
        return ((1 - v) * (((1 - u) * At(i, j)) + (u * At(i + 1, j)))) + (v * (((1 - u) * At(i, j + 1)) + (u * At(i + 1, j + 1))));
    }

    /// <summary>Whether the viewer sees a point a little above the surface, or something nearer hides it.</summary>
    /// <param name="x">-1 to 1.</param>
    /// <param name="y">-1 to 1.</param>
    /// <param name="z">0 to 1.</param>
    public bool IsVisible(double x, double y, double z)
    {
        double step = 1.0 / heights.Columns;
        for (double t = step; ; t += step)
        {
            double gx = x + (t * projection.ToViewerX), gy = y + (t * projection.ToViewerY), ray = z + 0.012 + (t * projection.Rise);
            if (Math.Abs(gx) > 1 || Math.Abs(gy) > 1 || ray > 1)
            {
                return true;
            }

            if (Height(gx, gy) > ray)
            {
                return false;
            }
        }
    }

    /// <summary>Draws the surface, shaded as if lit from the upper left, with a mesh of thin lines.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="colors">The colours from low to high.</param>
    /// <param name="shadow">What colours become where no light falls.</param>
    /// <param name="mesh">The colour of the mesh.</param>
    /// <param name="every">A mesh line after so many cells.</param>
    public void Draw(ICanvas canvas, ColorMap colors, Color shadow, Color mesh, int every)
    {
        bool fromRight = projection.Away(1, 0) > projection.Away(-1, 0), fromTop = projection.Away(0, 1) > projection.Away(0, -1);
        bool rowsOutside = Math.Abs(projection.Away(0, 1)) >= Math.Abs(projection.Away(1, 0));
        (int columns, int rows) = (heights.Columns - 1, heights.Rows - 1);
        (int outer, int inner) = rowsOutside ? (rows, columns) : (columns, rows);
        var quad = new VectorPath(5);
        var lines = new VectorPath(8);
        for (int a = 0; a < outer; a++)
        {
            for (int b = 0; b < inner; b++)
            {
                (int i, int j) = rowsOutside ? (b, a) : (a, b);
                (i, j) = (fromRight ? columns - 1 - i : i, fromTop ? rows - 1 - j : j);
                DrawCell(canvas, i, j, colors, shadow, quad);
                AddMesh(lines.Clear(), i, j, (fromRight ? i + 1 : i, fromTop ? j + 1 : j), every);
                if (!lines.IsEmpty)
                {
                    canvas.Stroke(lines, new(mesh, 0.45));
                }
            }
        }
    }

    private void DrawCell(ICanvas canvas, int i, int j, ColorMap colors, Color shadow, VectorPath quad)
    {
        double z00 = At(i, j), z10 = At(i + 1, j), z11 = At(i + 1, j + 1), z01 = At(i, j + 1);
        PointD p = Corner(i, j), q = Corner(i + 1, j), r = Corner(i + 1, j + 1), s = Corner(i, j + 1);
        var middle = new PointD(0.25 * (p.X + q.X + r.X + s.X), 0.25 * (p.Y + q.Y + r.Y + s.Y));

        // Light from the upper left in front: slopes that fall that way are bright.
        double slopeX = 0.25 * (z10 + z11 - z00 - z01) * (heights.Columns - 1), slopeY = 0.25 * (z01 + z11 - z00 - z10) * (heights.Rows - 1);
        double normal = 1 / Math.Sqrt(1 + (slopeX * slopeX) + (slopeY * slopeY));
        double light = Math.Clamp(((-0.45 * slopeX) + (0.35 * slopeY) + 0.82) * normal, 0, 1);
        Color color = colors.At(0.25 * (z00 + z10 + z11 + z01));
        double shade = Ambient + ((1 - Ambient) * light);
        canvas.Fill(quad.Clear().MoveTo(Out(p, middle)).LineTo(Out(q, middle)).LineTo(Out(r, middle)).LineTo(Out(s, middle)).Close(), shadow.Mix(color, shade));
    }

    // The sides of a cell that border on cells drawn before it: later cells do not cover them. The last cells also have their outer sides.
    private void AddMesh(VectorPath lines, int i, int j, (int I, int J) far, int every)
    {
        (int lastI, int lastJ) = (heights.Columns - 1, heights.Rows - 1);
        (int nearI, int nearJ) = (far.I == i ? i + 1 : i, far.J == j ? j + 1 : j);
        foreach (int side in (ReadOnlySpan<int>)[far.I, nearI])
        {
            if ((side == far.I && side % every == 0) || (side == nearI && (side == 0 || side == lastI)))
            {
                lines.MoveTo(Corner(side, j)).LineTo(Corner(side, j + 1));
            }
        }

        foreach (int side in (ReadOnlySpan<int>)[far.J, nearJ])
        {
            if ((side == far.J && side % every == 0) || (side == nearJ && (side == 0 || side == lastJ)))
            {
                lines.MoveTo(Corner(i, side)).LineTo(Corner(i + 1, side));
            }
        }
    }

    // A little beyond the corner, so that nothing shines through between neighbours.
    private static PointD Out(PointD corner, PointD middle)
    {
        double dx = corner.X - middle.X, dy = corner.Y - middle.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
        double factor = length > 1e-9 ? Overlap / length : 0;
        return new(corner.X + (dx * factor), corner.Y + (dy * factor));
    }

    private PointD Corner(int i, int j) => projection.Place((2.0 * i / (heights.Columns - 1)) - 1, (2.0 * j / (heights.Rows - 1)) - 1, At(i, j));

    private double At(int i, int j) => heights.Values[(j * heights.Columns) + i];
}
