using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A loss sampled on a grid. Row 0 lies at the lowest y.</summary>
public sealed class ScalarField
{
    // What stands in for infinities, so that differences of two values stay finite.
    private const double Huge = 1e300;

    private readonly double[] values;
    private readonly bool[]? undefined;

    /// <summary>Wraps values.</summary>
    /// <param name="window">What the grid spans; the outermost samples lie on its border.</param>
    /// <param name="columns">Samples along x, at least 2.</param>
    /// <param name="rows">Samples along y, at least 2.</param>
    /// <param name="values">Row by row from the lowest y; not copied. Values beyond ±10³⁰⁰ are clamped, NaN counts as the highest.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public ScalarField(Domain window, int columns, int rows, double[] values)
    {
        if (columns < 2 || rows < 2 || values.Length != columns * rows)
        {
            throw new ArgumentException("The number of values is not columns × rows, each at least 2.", nameof(values));
        }

        (Window, Columns, Rows, this.values) = (window, columns, rows, values);
        (double min, double max) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int i = 0; i < values.Length; i++)
        {
            double v = values[i];
            if (!(Math.Abs(v) <= Huge))
            {
                if (double.IsNaN(v))
                {
                    (undefined ??= new bool[values.Length])[i] = true;
                }

                values[i] = v < 0 ? -Huge : Huge;
                continue;
            }

            min = v < min ? v : min;
            max = v > max ? v : max;
        }

        (Min, Max) = min <= max ? (min, max) : (0, 0);
    }

    /// <summary>What the grid spans.</summary>
    public Domain Window { get; }

    /// <summary>Samples along x.</summary>
    public int Columns { get; }

    /// <summary>Samples along y.</summary>
    public int Rows { get; }

    /// <summary>The smallest finite value; 0 where there is none.</summary>
    public double Min { get; }

    /// <summary>The largest finite value; 0 where there is none.</summary>
    public double Max { get; }

    /// <summary>Whether the loss is NaN somewhere.</summary>
    public bool HasUndefined => undefined is not null;

    /// <summary>Whether all samples are equal.</summary>
    public bool IsFlat => !(Max > Min);

    /// <summary>The values, row by row from the lowest y; finite.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Whether the loss is NaN at a sample.</summary>
    /// <param name="column">Its place along x.</param>
    /// <param name="row">Its place along y.</param>
    public bool IsUndefined(int column, int row) => undefined?[(row * Columns) + column] ?? false;

    /// <summary>Samples a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">The rectangle.</param>
    /// <param name="columns">Samples along x, at least 2.</param>
    /// <param name="rows">Samples along y, at least 2.</param>
    public static ScalarField Sample(ILandscape landscape, Domain window, int columns = 300, int rows = 300) =>
        new(window, columns, rows, landscape.Accept(new Sampler(window, columns, rows)));

    private sealed class Sampler(Domain window, int columns, int rows) : ILandscapeVisitor<double[]>
    {
        public double[] Visit<TLandscape>(TLandscape landscape)
            where TLandscape : struct, ILandscape<TLandscape> =>
            Lanes.Run<Grid<TLandscape>, double[]>(new(landscape, window, columns, rows));
    }

    // Row by row, as many samples side by side as the lanes hold.
    private readonly struct Grid<TLandscape>(TLandscape landscape, Domain window, int columns, int rows) : ILaneWork<double[]>
        where TLandscape : struct, ILandscape<TLandscape>
    {
        [MethodImpl(Hot.Loop)]
        public double[] Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            double[] values = new double[columns * rows];
            double[] xs = new double[columns + T.Count];
            double dx = window.Width / (columns - 1), dy = window.Height / (rows - 1);
            for (int i = 0; i < columns; i++)
            {
                xs[i] = i == columns - 1 ? window.X1 : window.X0 + (i * dx);
            }

            Span<double> tail = stackalloc double[T.Count];
            for (int j = 0; j < rows; j++)
            {
                T y = j == rows - 1 ? window.Y1 : window.Y0 + (j * dy);
                Span<double> row = values.AsSpan(j * columns, columns);
                int i = 0;
                for (; i + T.Count <= columns; i += T.Count)
                {
                    landscape.At(T.Load(xs.AsSpan(i)), y).Store(row[i..]);
                }

                if (i < columns)
                {
                    landscape.At(T.Load(xs.AsSpan(i)), y).Store(tail);
                    tail[..(columns - i)].CopyTo(row[i..]);
                }
            }

            return values;
        }
    }
}
