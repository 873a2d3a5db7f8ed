using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Analyses;

/// <summary>What can happen to a run.</summary>
public enum TrajectoryEventKind
{
    /// <summary>The path comes near a saddle and goes on.</summary>
    SaddlePassed,

    /// <summary>From here on gradient flow would lead to the minimum where the run ends.</summary>
    BasinEntered,

    /// <summary>The rule crosses its edge of stability.</summary>
    EdgeOfStability,

    /// <summary>Step after step turns back.</summary>
    Oscillation,

    /// <summary>The loss hardly falls though it will.</summary>
    Plateau,

    /// <summary>The components' gradients begin to point against each other.</summary>
    Conflict,

    /// <summary>A step raises the loss.</summary>
    Overshoot,
}

/// <summary>Something that happened to a run.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">When it began.</param>
/// <param name="Last">When it ended; the same for a moment.</param>
/// <param name="At">Where.</param>
/// <param name="Sentence">In words.</param>
public sealed record TrajectoryEvent(TrajectoryEventKind Kind, int Step, int Last, Point At, string Sentence)
{
    /// <summary>One row per event.</summary>
    public static Table<TrajectoryEvent> Table(IReadOnlyList<TrajectoryEvent> events) => new("events", Columns, events);

    private static Column<TrajectoryEvent>[] Columns { get; } =
    [
        new("kind", "", "what happened", e => Kebab.Of(e.Kind)),
        new("step", "1", "when it began", e => e.Step),
        new("last", "1", "when it ended", e => e.Last),
        new("x", "length", "first coordinate", e => e.At.X),
        new("y", "length", "second coordinate", e => e.At.Y),
        new("sentence", "", "what happened, in words", e => e.Sentence) { Views = TableViews.Csv },
    ];
}

/// <summary>Finds what happened to a run.</summary>
public static class TrajectoryEvents
{
    // Shorter than this is chance.
    private const int ShortestOscillation = 4, ShortestPlateau = 10;

    // At the edge, steps past it and steps short of it alternate: so few in between do not end a stretch.
    private const int MostGap = 2;

    // Events of a kind beyond this many are not told one by one.
    private const int MostOfAKind = 5;

    /// <summary>All events of a path, by step.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="path">The path with losses.</param>
    public static IReadOnlyList<TrajectoryEvent> Of(ILandscape landscape, PathRecord path)
    {
        if (path.Losses.Count != path.Points.Count)
        {
            path = PathRecord.On(landscape, path.Points) with { LearningRates = path.LearningRates, Stability = path.Stability };
        }

        IEnumerable<IEnumerable<TrajectoryEvent>> all =
        [
            CriticalEvents.Saddles(landscape, path), CriticalEvents.Basin(landscape, path), Edge(path), Oscillations(path), Plateaus(path),
            Conflicts(landscape, path), Overshoots(path),
        ];
        return [.. all.SelectMany(Told).OrderBy(e => e.Step).ThenBy(e => e.Kind)];
    }

    internal static string At(Point p) => Invariant($"({p.X:0.####}, {p.Y:0.####})");

    internal static string Number(double value) => Math.Abs(value) is > 0 and (< 1e-3 or >= 1e6) ? Invariant($"{value:0.###e0}") : Invariant($"{value:0.####}");

    internal static string Rounded(double value) => Math.Abs(value) >= 1 ? Invariant($"{value:0.#}") : Number(value);

    internal static string Steps(int first, int last) => first == last ? Invariant($"step {first}") : Invariant($"steps {first} to {last}");

    // The first of a kind one by one; the last of them counts the others.
    private static IEnumerable<TrajectoryEvent> Told(IEnumerable<TrajectoryEvent> events)
    {
        TrajectoryEvent[] all = [.. events];
        int more = all.Length - MostOfAKind;
        return more <= 0 ? all
            : [.. all[..(MostOfAKind - 1)], all[MostOfAKind - 1] with
            {
                Last = all[^1].Last,
                Sentence = Invariant($"{all[MostOfAKind - 1].Sentence.TrimEnd('.')}; {more} more by step {all[^1].Last}."),
            }];
    }

    private static IEnumerable<TrajectoryEvent> Edge(PathRecord path)
    {
        bool IsPast(int t) => t < path.Stability.Count && path.Stability[t] > 1;
        foreach ((int first, int last) in Stretches(path.Steps, IsPast, 1, MostGap))
        {
            int[] past = [.. Enumerable.Range(first, last - first + 1).Where(IsPast)];
            int[] turns = [.. past.Where(t => t > 0 && TurnsBack(path, t))];
            string how = turns.Any(t => path.Update(t).Norm > path.Update(t - 1).Norm) ? ": oscillations grow"
                : turns.Length == 0 && past.Length > 2 ? ", without turning back" : "";
            yield return new(
                TrajectoryEventKind.EdgeOfStability, first, last, path.Points[first],
                Invariant($"Past the edge of stability in {Share(past.Length, first, last)}, by up to {past.Max(t => path.Stability[t]):0.###} times{how}."));
        }
    }

    private static bool TurnsBack(PathRecord path, int t) => Point.Cosine(path.Update(t), path.Update(t - 1)) < -0.5;

    private static IEnumerable<TrajectoryEvent> Oscillations(PathRecord path)
    {
        foreach ((int first, int last) in Stretches(path.Steps, t => t > 0 && TurnsBack(path, t), ShortestOscillation))
        {
            yield return new(
                TrajectoryEventKind.Oscillation, first, last, path.Points[first],
                Invariant($"Oscillates in {Steps(first, last)}: each step turns back, the last {Number(path.Update(last).Norm)} long."));
        }
    }

    // Less than 0.01 % progress over ten steps, while a thousandth of the whole descent is still to come.
    private static IEnumerable<TrajectoryEvent> Plateaus(PathRecord path)
    {
        IReadOnlyList<double> f = path.Losses;
        double best = f.Min(), worth = 1e-3 * (f[0] - best);
        bool IsSlow(int t) => t + ShortestPlateau < f.Count && f[t] - best > worth
            && Math.Abs(f[t] - f[t + ShortestPlateau]) / (Math.Abs(f[t]) + 1e-12) < 1e-4;
        string Slope(int first, int last) => path.Gradients.Count <= last ? ""
            : Invariant($", gradients down to {Number(Enumerable.Range(first, last - first + 1).Min(t => path.Gradients[t].Norm))}");
        foreach ((int first, int last) in worth > 0 ? Stretches(path.Steps, IsSlow, 1) : [])
        {
            yield return new(
                TrajectoryEventKind.Plateau, first, last + ShortestPlateau, path.Points[first],
                Invariant($"Plateau in {Steps(first, last + ShortestPlateau)} at loss {Number(f[first])}{Slope(first, last + ShortestPlateau)}."));
        }
    }

    private static IEnumerable<TrajectoryEvent> Conflicts(ILandscape landscape, PathRecord path)
    {
        IReadOnlyList<Component> components = landscape.Components;
        if (components.Count < 2)
        {
            yield break;
        }

        double Worst(int t)
        {
            Point[] gradients = [.. components.Select(c => (Point)c.Landscape.Gradient(path.Points[t]).Gradient)];
            double worst = 1;
            for (int i = 0; i < gradients.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    worst = Math.Min(worst, Point.Cosine(gradients[i], gradients[j]));
                }
            }

            return worst;
        }

        foreach ((int first, int last) in Stretches(path.Points.Count, t => Worst(t) < 0, 1))
        {
            yield return new(
                TrajectoryEventKind.Conflict, first, last, path.Points[first],
                Invariant($"The components' gradients conflict in {Steps(first, last)} (cosine {Enumerable.Range(first, last - first + 1).Min(Worst):0.##})."));
        }
    }

    private static IEnumerable<TrajectoryEvent> Overshoots(PathRecord path)
    {
        IReadOnlyList<double> f = path.Losses;
        double rounding = 1e-12 * f.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        bool Rises(int t) => f[t + 1] > f[t] + rounding;
        foreach ((int first, int last) in Stretches(path.Steps, Rises, 1, MostGap))
        {
            int[] rises = [.. Enumerable.Range(first, last - first + 1).Where(Rises)];
            yield return new(
                TrajectoryEventKind.Overshoot, first, last, path.Points[first],
                Invariant($"Overshoots in {Share(rises.Length, first, last)}: the loss rises from {Number(f[first])} to {Number(rises.Max(t => f[t + 1]))}."));
        }
    }

    private static string Share(int held, int first, int last) =>
        held == last - first + 1 ? Steps(first, last) : Invariant($"{held} of the steps {first} to {last}");

    // The longest stretches of steps for which something holds, gaps of so many steps included.
    internal static IEnumerable<(int First, int Last)> Stretches(int count, Func<int, bool> holds, int shortest, int gap = 0)
    {
        int first = -1, last = -1;
        for (int t = 0; t <= count; t++)
        {
            if (t < count && holds(t))
            {
                (first, last) = (first < 0 ? t : first, t);
            }
            else if (first >= 0 && (t == count || t - last > gap))
            {
                if (last - first + 1 >= shortest)
                {
                    yield return (first, last);
                }

                first = -1;
            }
        }
    }
}

/// <summary>What happened on a path, and where the gradient flow goes from the same start.</summary>
/// <param name="Path">The path.</param>
/// <param name="Events">What happened.</param>
/// <param name="Flow">The points of the flow.</param>
public sealed record PathReport(PathRecord Path, IReadOnlyList<TrajectoryEvent> Events, IReadOnlyList<Point> Flow);

/// <summary>What happened on a path?</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="Path">The path.</param>
public sealed record EventsOn(ILandscape Landscape, PathRecord Path) : IAnalysis<IReadOnlyList<TrajectoryEvent>>
{
    /// <inheritdoc/>
    public IReadOnlyList<TrajectoryEvent> Compute(CancellationToken cancellation) => TrajectoryEvents.Of(Landscape, Path);
}

/// <summary>Where does the gradient flow go from the beginning of a path?</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="Path">The path.</param>
public sealed record FlowBeside(ILandscape Landscape, PathRecord Path) : IAnalysis<IReadOnlyList<Point>>
{
    /// <inheritdoc/>
    public IReadOnlyList<Point> Compute(CancellationToken cancellation) => GradientFlow.Beside(Landscape, Path);
}
