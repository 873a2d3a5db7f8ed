using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>What No Wrong Turns (Guille-Escuret et al. 2024, arXiv:2306.11922) measures in one step, with w* the path's last point.</summary>
/// <param name="Rsi">Restricted secant inequality: ⟨G, w − w*⟩/|w − w*|².</param>
/// <param name="ErrorBound">|G|/|w − w*|.</param>
/// <param name="Gamma">cos(G, w − w*); a wrong turn where it is negative.</param>
/// <param name="OptimalRate">The learning rate that brings the step nearest to w*: ⟨G, w − w*⟩/|G|².</param>
public readonly record struct SecantStep(double Rsi, double ErrorBound, double Gamma, double OptimalRate)
{
    /// <summary>All of them; a step without a gradient or a move has none.</summary>
    public static IReadOnlyList<Column<SecantStep?>> Columns { get; } =
    [
        Measures.Column<SecantStep?>("rsi", s => s?.Rsi),
        Measures.Column<SecantStep?>("error_bound", s => s?.ErrorBound),
        Measures.Column<SecantStep?>("gamma", s => s?.Gamma),
        Measures.Column<SecantStep?>("optimal_learning_rate", s => s?.OptimalRate),
    ];
}

/// <summary>
/// Numbers that describe a whole path: length and straightness, turning, No Wrong Turns (arXiv:2306.11922) and the directional redundancy of the
/// Hallmarks of optimization trajectories (arXiv:2403.07379). Zero vectors are skipped.
/// </summary>
public sealed record TrajectoryMetrics
{
    private TrajectoryMetrics()
    {
    }

    /// <summary>L = Σ |Δ_t|.</summary>
    public double Length { get; private init; }

    /// <summary>R = |w_T − w_0|.</summary>
    public double Displacement { get; private init; }

    /// <summary>R/L, from 0 to 1; 1 where nothing moved.</summary>
    public double Straightness { get; private init; }

    /// <summary>The largest distance of a point from the line through start and end.</summary>
    public double ChordDistance { get; private init; }

    /// <summary>The mean of cos(Δ_t, Δ_{t+1}); NaN with fewer than two moves.</summary>
    public double MeanCosineStep { get; private init; }

    /// <summary>The mean angle between consecutive updates, in radians from 0 to π; NaN with fewer than two moves.</summary>
    public double MeanTurningAngle { get; private init; }

    /// <summary>The sum of the signed turning angles, in radians, counter-clockwise: 2π for each time round.</summary>
    public double TotalTurning { get; private init; }

    /// <summary>The mean of cos(Δ_t, w_T − w_t).</summary>
    public double MeanCosineToEnd { get; private init; }

    /// <summary>The smallest γ = cos(G, w − w_T); NaN without gradients.</summary>
    public double SmallestGamma { get; private init; }

    /// <summary>The mean of γ.</summary>
    public double MeanGamma { get; private init; }

    /// <summary>The share of steps with γ &lt; 0.</summary>
    public double WrongTurns { get; private init; }

    /// <summary>The smallest restricted secant inequality: the μ that the path itself shows.</summary>
    public double SmallestRsi { get; private init; }

    /// <summary>The largest error bound: the L that the path itself shows.</summary>
    public double LargestErrorBound { get; private init; }

    /// <summary>The mean of cos(w_i − w_0, w_j − w_0) over all pairs, each point with itself too.</summary>
    public double DirectionalSimilarity { get; private init; }

    /// <summary>The same over pairs of different points only.</summary>
    public double DirectionalSimilarityOfPairs { get; private init; }

    /// <summary>The mean of cos(w_i, w_j) over all pairs: with the origin as centre, as the paper's trajectory map.</summary>
    public double OriginSimilarity { get; private init; }

    /// <summary>The mean angle that consecutive points span at the start, in radians.</summary>
    public double MeanApexAngle { get; private init; }

    /// <summary>All of them, in the order of the files.</summary>
    public static IReadOnlyList<Column<TrajectoryMetrics>> Columns { get; } =
    [
        Measures.Column<TrajectoryMetrics>("length", m => m.Length),
        Measures.Column<TrajectoryMetrics>("displacement", m => m.Displacement),
        Measures.Column<TrajectoryMetrics>("straightness", m => m.Straightness),
        Measures.Column<TrajectoryMetrics>("chord_distance", m => m.ChordDistance),
        Measures.Column<TrajectoryMetrics>("mean_cosine_step", m => m.MeanCosineStep),
        Measures.Column<TrajectoryMetrics>("mean_turning_angle", m => m.MeanTurningAngle),
        Measures.Column<TrajectoryMetrics>("total_turning", m => m.TotalTurning),
        Measures.Column<TrajectoryMetrics>("mean_cosine_to_end", m => m.MeanCosineToEnd),
        Measures.Column<TrajectoryMetrics>("gamma_min", m => m.SmallestGamma),
        Measures.Column<TrajectoryMetrics>("gamma_mean", m => m.MeanGamma),
        Measures.Column<TrajectoryMetrics>("wrong_turns", m => m.WrongTurns),
        Measures.Column<TrajectoryMetrics>("rsi_min", m => m.SmallestRsi),
        Measures.Column<TrajectoryMetrics>("error_bound_max", m => m.LargestErrorBound),
        Measures.Column<TrajectoryMetrics>("directional_similarity", m => m.DirectionalSimilarity),
        Measures.Column<TrajectoryMetrics>("directional_similarity_pairs", m => m.DirectionalSimilarityOfPairs),
        Measures.Column<TrajectoryMetrics>("origin_similarity", m => m.OriginSimilarity),
        Measures.Column<TrajectoryMetrics>("mean_apex_angle", m => m.MeanApexAngle),
    ];

    /// <summary>Measures a path.</summary>
    /// <param name="path">The path.</param>
    public static TrajectoryMetrics Of(PathRecord path)
    {
        Point start = path.Points[0], chord = path.End - start;
        Point[] moves = [.. Enumerable.Range(0, path.Steps).Select(path.Update)];
        Point[] nonzero = [.. moves.Where(m => m != default)];
        double length = moves.Sum(m => m.Norm);
        double[] turns = [.. nonzero.Zip(nonzero.Skip(1), Angle)];
        (Point Move, Point Way)[] toEnd = [.. moves.Select((m, t) => (m, path.End - path.Points[t])).Where(p => p.m != default && p.Item2 != default)];
        SecantStep[] secants = [.. Secants(path).OfType<SecantStep>()];
        Point[] away = [.. path.Points.Select(p => p - start).Where(p => p != default)];
        (double all, double pairs) = MeanCosine(away);
        return new()
        {
            Length = length,
            Displacement = chord.Norm,
            Straightness = length == 0 ? 1 : Math.Min(1, chord.Norm / length),
            ChordDistance = path.Points.Max(p => Distance(p - start, chord)),
            MeanCosineStep = Mean(nonzero.Zip(nonzero.Skip(1), Point.Cosine)),
            MeanTurningAngle = Mean(turns.Select(Math.Abs)),
            TotalTurning = turns.Sum(),
            MeanCosineToEnd = Mean(toEnd.Select(p => Point.Cosine(p.Move, p.Way))),
            SmallestGamma = secants.Select(s => s.Gamma).DefaultIfEmpty(double.NaN).Min(),
            MeanGamma = Mean(secants.Select(s => s.Gamma)),
            WrongTurns = Mean(secants.Select(s => s.Gamma < 0 ? 1.0 : 0)),
            SmallestRsi = secants.Select(s => s.Rsi).DefaultIfEmpty(double.NaN).Min(),
            LargestErrorBound = secants.Select(s => s.ErrorBound).DefaultIfEmpty(double.NaN).Max(),
            DirectionalSimilarity = all,
            DirectionalSimilarityOfPairs = pairs,
            OriginSimilarity = MeanCosine([.. path.Points.Where(p => p != default)]).All,
            MeanApexAngle = Mean(away.Zip(away.Skip(1), (a, b) => Math.Abs(Angle(a, b)))),
        };
    }

    /// <summary>No Wrong Turns' quantities step by step; null where the point is the end already, or the gradient is not known.</summary>
    /// <param name="path">The path.</param>
    public static IReadOnlyList<SecantStep?> Secants(PathRecord path) => [.. Enumerable.Range(0, path.Steps).Select(SecantStep? (t) =>
    {
        Point away = path.Points[t] - path.End;
        if (away == default || t >= path.Gradients.Count)
        {
            return null;
        }

        Point g = path.Gradients[t];
        double inner = Point.Dot(g, away), square = Point.Dot(away, away);
        return new(inner / square, g.Norm / away.Norm, Point.Cosine(g, away), inner / Point.Dot(g, g));
    })];

    /// <summary>The angle by which b turns from a, in (−π, π], counter-clockwise; 0 where either is zero.</summary>
    /// <param name="a">One vector.</param>
    /// <param name="b">The other.</param>
    public static double Angle(Point a, Point b) =>
        a == default || b == default ? 0 : Elementary.Atan2((a.X * b.Y) - (a.Y * b.X), Point.Dot(a, b));

    // The mean of the cosines of all pairs is the square of the mean unit vector, so it needs no pairs.
    private static (double All, double Pairs) MeanCosine(Point[] vectors)
    {
        int n = vectors.Length;
        Point sum = default;
        foreach (Point v in vectors)
        {
            sum += (1 / v.Norm) * v;
        }

        double square = Point.Dot(sum, sum);
        return (n == 0 ? double.NaN : square / n / n, n < 2 ? double.NaN : (square - n) / n / (n - 1));
    }

    private static double Distance(Point from, Point chord)
    {
        double length = chord.Norm;
        return length == 0 ? from.Norm : Math.Abs((chord.X * from.Y) - (chord.Y * from.X)) / length;
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();
}
