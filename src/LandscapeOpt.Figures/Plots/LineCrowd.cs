using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Remembers on a coarse grid which contour line runs where, so that a number on one does not stand on its neighbours.</summary>
internal sealed class LineCrowd
{
    private const double Cell = 2;
    private const int Free = -1, Shared = -2;

    private readonly RectD area;
    private readonly int columns, rows;
    private readonly int[] owners;

    /// <summary>Takes the places of all lines.</summary>
    /// <param name="lines">The lines on the canvas.</param>
    /// <param name="area">What is of interest.</param>
    [MethodImpl(Hot.Loop)]
    public LineCrowd(ContourLines lines, RectD area)
    {
        this.area = area;
        columns = Math.Clamp((int)Math.Ceiling(area.Width / Cell), 1, 4096);
        rows = Math.Clamp((int)Math.Ceiling(area.Height / Cell), 1, 4096);
        owners = new int[columns * rows];
        Array.Fill(owners, Free);
        for (int line = 0; line < lines.Lines.Count; line++)
        {
            ReadOnlySpan<PointD> points = lines.PointsOf(lines.Lines[line]);
            for (int i = 1; i < points.Length; i++)
            {
                PointD a = points[i - 1], b = points[i];
                double dx = b.X - a.X, dy = b.Y - a.Y;
                int steps = (int)(Math.Max(Math.Abs(dx), Math.Abs(dy)) / Cell) + 1;
                for (int s = 0; s < steps; s++)
                {
                    Take(a.X + (dx * s / steps), a.Y + (dy * s / steps), line);
                }
            }
        }
    }

    /// <summary>Whether another line than that one runs through a point's cell.</summary>
    /// <param name="p">The point.</param>
    /// <param name="line">The index of the line that may.</param>
    public bool HasOther(PointD p, int line)
    {
        if (!area.Contains(p))
        {
            return false;
        }

        int owner = owners[(Math.Min((int)((p.Y - area.Y) / Cell), rows - 1) * columns) + Math.Min((int)((p.X - area.X) / Cell), columns - 1)];
        return owner != Free && owner != line;
    }

    private void Take(double x, double y, int line)
    {
        int column = (int)((x - area.X) / Cell), row = (int)((y - area.Y) / Cell);
        if (x >= area.X && y >= area.Y && column < columns && row < rows)
        {
            ref int owner = ref owners[(row * columns) + column];
            owner = owner == Free || owner == line ? line : Shared;
        }
    }
}
