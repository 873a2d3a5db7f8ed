using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>How near a rule is to its edge of stability at a minimum, over two parameters.</summary>
/// <param name="Excess">The logarithm of its nearness on an even grid over both axes, row by row: 0 at the edge, positive beyond.</param>
/// <param name="Side">Columns and rows of that grid.</param>
/// <param name="Minimum">The minimum; null where it varies with the landscape.</param>
public sealed record StabilityField(IReadOnlyList<double> Excess, int Side, Point? Minimum)
{
    /// <summary>Whether the rule has an edge that its settings alone tell, at a minimum that is known.</summary>
    public bool IsKnown => Excess.Any(e => !double.IsNaN(e));
}

/// <summary>Where over two parameters the rule reaches its edge of stability.</summary>
/// <param name="Map">The map.</param>
/// <param name="Across">The parameter of the horizontal axis, over <see cref="Run"/>.</param>
/// <param name="Up">The parameter of the vertical axis, over <see cref="Run"/>.</param>
public sealed record StabilityOver(ParameterMap Map, Parameter Across, Parameter Up) : IAnalysis<StabilityField>
{
    private const int Side = 97, Ends = 40;

    // Two ends this near to each other are the same minimum.
    private const double Same = 1e-3;

    /// <inheritdoc/>
    public StabilityField Compute(CancellationToken cancellation)
    {
        var runs = new AxisRuns(Map.Model, Map.Horizontal, Across, Map.Vertical, Up, Side, Side);
        bool varies = new[] { Map.Horizontal, Map.Vertical }.Any(a => a.Path.StartsWith("landscape", StringComparison.Ordinal));
        Point? minimum = varies ? null : Reached(Map);
        double[] excess = new double[Side * Side];
        for (int i = 0; i < excess.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Run run = runs.At(i % Side, i / Side);
            Point? at = minimum ?? (varies ? run.Landscape.Info.GlobalMinimum?.At : null);
            double nearness = at is { } known ? StabilityEdge.Nearness(run, known) : double.NaN;
            excess[i] = nearness > 0 ? Elementary.Log(nearness) : double.NaN;
        }

        return new(excess, Side, minimum);
    }

    // The point at which most of a sample of runs end, if many do.
    private static Point? Reached(ParameterMap map)
    {
        var (ends, losses, steps, outcomes) = (new Point[map.Width], new double[map.Width], new int[map.Width], new OutcomeKind[map.Width]);
        var sample = new List<Point>();
        for (int j = 0; j < Math.Min(Ends, map.Height); j++)
        {
            map.Read((int)((j + 0.5) * map.Height / Math.Min(Ends, map.Height)), ends, losses, steps, outcomes);
            for (int i = 0; i < Math.Min(Ends, map.Width); i++)
            {
                int column = (int)((i + 0.5) * map.Width / Math.Min(Ends, map.Width));
                if (outcomes[column] is OutcomeKind.Converged or OutcomeKind.Stalled or OutcomeKind.Finished && ends[column].IsFinite)
                {
                    sample.Add(ends[column]);
                }
            }
        }

        // Runs crawl towards a minimum that others have reached: the known one nearest to the crowd is meant, or the crowd itself.
        Point[] known = [.. map.Model.Landscape.Info.CriticalPoints.Where(c => c.Kind == CriticalKind.Minimum).Select(c => c.At)];
        IEnumerable<Point> candidates = known.Length > 0 ? known : sample.Where((_, i) => i % Math.Max(1, sample.Count / 100) == 0);
        return candidates.Select(c => (At: c, Count: sample.Count(p => (p - c).Norm <= Same)))
            .OrderByDescending(c => c.Count)
            .Where(c => c.Count > 0.02 * sample.Count)
            .Select(c => (Point?)c.At)
            .FirstOrDefault();
    }
}
