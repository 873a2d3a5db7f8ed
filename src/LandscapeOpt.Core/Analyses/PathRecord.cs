using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Analyses;

/// <summary>A path w_0, …, w_T with what is known at its points; what metrics and events are computed from.</summary>
public sealed record PathRecord
{
    /// <summary>A path of these points.</summary>
    /// <param name="points">w_0, …, w_T; at least one.</param>
    /// <exception cref="ArgumentException">There is no point.</exception>
    public PathRecord(IReadOnlyList<Point> points) =>
        Points = points.Count > 0 ? points : throw new ArgumentException("A path has at least one point.", nameof(points));

    /// <summary>w_0, …, w_T.</summary>
    public IReadOnlyList<Point> Points { get; }

    /// <summary>The objective's loss at each point; empty where it is not known.</summary>
    public IReadOnlyList<double> Losses { get; init; } = [];

    /// <summary>The gradient G at each point; empty where it is not known.</summary>
    public IReadOnlyList<Point> Gradients { get; init; } = [];

    /// <summary>The learning rate of each step, T numbers or more; empty where it is not known.</summary>
    public IReadOnlyList<double> LearningRates { get; init; } = [];

    /// <summary>Each step's nearness to the rule's edge of stability; empty where it is not known.</summary>
    public IReadOnlyList<double> Stability { get; init; } = [];

    /// <summary>Whether two paths have the same numbers.</summary>
    public bool Equals(PathRecord? other) => other is not null && Points.SequenceEqual(other.Points) && Losses.SequenceEqual(other.Losses)
        && Gradients.SequenceEqual(other.Gradients) && LearningRates.SequenceEqual(other.LearningRates) && Stability.SequenceEqual(other.Stability);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Points.Count, Points[0], End);

    /// <summary>The number of steps T.</summary>
    public int Steps => Points.Count - 1;

    /// <summary>w_T.</summary>
    public Point End => Points[^1];

    /// <summary>w_{t+1} − w_t.</summary>
    /// <param name="t">The step, from 0 to T − 1.</param>
    public Point Update(int t) => Points[t + 1] - Points[t];

    /// <summary>The path of points on a landscape, with the objective's losses and gradients.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="points">The points; those that are not finite end the path.</param>
    public static PathRecord On(ILandscape landscape, IEnumerable<Point> points)
    {
        Point[] finite = [.. points.TakeWhile(p => p.IsFinite)];
        Dual<Real>[] values = [.. finite.Select(landscape.Gradient)];
        return new(finite) { Losses = [.. values.Select(v => (double)v.Value)], Gradients = [.. values.Select(v => (Point)v.Gradient)] };
    }

    /// <summary>The path of a trace, up to its last finite point.</summary>
    /// <param name="column">Gives the cells of a column by name; empty where there is none.</param>
    public static PathRecord From(Func<string, ReadOnlyMemory<double>> column)
    {
        ReadOnlySpan<double> x = column("x").Span, y = column("y").Span;
        int count = 0;
        while (count < x.Length && double.IsFinite(x[count]) && double.IsFinite(y[count]))
        {
            count++;
        }

        return new(Pairs("x", "y"))
        {
            Losses = Cells("loss"),
            Gradients = column("gradient_x").IsEmpty ? [] : Pairs("gradient_x", "gradient_y"),
            LearningRates = Cells("learning_rate"),
            Stability = Cells("stability"),
        };

        double[] Cells(string name) => column(name) is { IsEmpty: false } cells ? cells[..count].ToArray() : [];

        Point[] Pairs(string first, string second) => [.. Cells(first).Zip(Cells(second), (a, b) => new Point(a, b))];
    }

    /// <summary>The path of a trace, up to its last finite point.</summary>
    /// <param name="trace">The trace.</param>
    public static PathRecord From(Trace trace) => From(name => trace.Column(name).ToArray());
}
