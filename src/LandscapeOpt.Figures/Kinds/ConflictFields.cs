using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>How the gradients of a landscape's components lie to each other and to a target, sampled on a grid over a window.</summary>
public sealed class ConflictFields
{
    private readonly double[][]? scores;

    private ConflictFields(Domain window, int columns, int rows, int components, bool hasTarget)
    {
        (Window, Columns, Rows) = (window, columns, rows);
        Cosine = new double[columns * rows];
        scores = hasTarget ? [.. Enumerable.Range(0, components).Select(_ => new double[columns * rows])] : null;
    }

    /// <summary>What the grid spans.</summary>
    public Domain Window { get; }

    /// <summary>Samples along x.</summary>
    public int Columns { get; }

    /// <summary>Samples along y.</summary>
    public int Rows { get; }

    /// <summary>
    /// The mean cosine between the gradients of two components, over all pairs; 0 where one of the two vanishes. Row by row from the lowest
    /// y.
    /// </summary>
    public double[] Cosine { get; }

    /// <summary>⟨g_k, w − w*⟩ for each component: the guided rule takes those where it is positive. Empty without a target.</summary>
    public IReadOnlyList<double[]> Scores => scores ?? [];

    /// <summary>The share of the samples where the gradients oppose each other: mean cosine below 0.</summary>
    public double Opposed => Share(i => Cosine[i] < 0);

    /// <summary>
    /// The share of the samples where the guided rule takes no component at all, so that a run that comes there stays for ever; 0 without a
    /// target.
    /// </summary>
    public double Deadlocked => scores is null ? 0 : Share(i => !Array.Exists(scores, s => s[i] > 0));

    /// <summary>Samples the components.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="target">The point that the guided rule aims at, if any.</param>
    /// <param name="window">The rectangle; the outermost samples lie on its border.</param>
    /// <param name="columns">Samples along x, at least 2.</param>
    /// <param name="rows">Samples along y, at least 2.</param>
    public static ConflictFields Sample(ILandscape landscape, Point? target, Domain window, int columns, int rows)
    {
        ILandscape[] parts = [.. landscape.Components.Select(c => c.Landscape)];
        var fields = new ConflictFields(window, columns, rows, parts.Length, target is not null);
        var g = new Vec2<Real>[parts.Length];
        for (int j = 0; j < rows; j++)
        {
            double y = j == rows - 1 ? window.Y1 : window.Y0 + (j * window.Height / (rows - 1));
            for (int i = 0; i < columns; i++)
            {
                var w = new Point(i == columns - 1 ? window.X1 : window.X0 + (i * window.Width / (columns - 1)), y);
                for (int k = 0; k < parts.Length; k++)
                {
                    Dual<Real> loss = parts[k].Gradient(w);
                    g[k] = new(loss.X, loss.Y);
                }

                fields.Put((j * columns) + i, g, w, target);
            }
        }

        return fields;
    }

    /// <summary>Positive where the guided rule takes at least so many components.</summary>
    /// <param name="count">How many, from 1.</param>
    internal ScalarField AtLeast(int count)
    {
        double[] result = new double[Columns * Rows], here = new double[Scores.Count];
        for (int i = 0; i < result.Length; i++)
        {
            for (int k = 0; k < here.Length; k++)
            {
                here[k] = Scores[k][i];
            }

            Array.Sort(here);
            result[i] = here[^count];
        }

        return new(Window, Columns, Rows, result);
    }

    private void Put(int at, Vec2<Real>[] g, Point w, Point? target)
    {
        double sum = 0;
        for (int b = 1; b < g.Length; b++)
        {
            for (int a = 0; a < b; a++)
            {
                double norms = Vec2<Real>.Norm(g[a]) * Vec2<Real>.Norm(g[b]);
                sum += norms == 0 ? 0 : Vec2<Real>.Dot(g[a], g[b]) / norms;
            }
        }

        Cosine[at] = g.Length > 1 ? sum / (g.Length * (g.Length - 1) / 2) : 1;
        for (int k = 0; scores is not null && k < g.Length; k++)
        {
            scores[k][at] = Vec2<Real>.Dot(g[k], new(w.X - target!.Value.X, w.Y - target.Value.Y));
        }
    }

    private double Share(Predicate<int> holds)
    {
        int count = 0;
        for (int i = 0; i < Cosine.Length; i++)
        {
            count += holds(i) ? 1 : 0;
        }

        return (double)count / Cosine.Length;
    }
}
