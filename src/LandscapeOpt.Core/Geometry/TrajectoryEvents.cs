using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Geometry;

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
public sealed record TrajectoryEvent(TrajectoryEventKind Kind, int Step, int Last, Point At, string Sentence);

/// <summary>Finds what happened to a run.</summary>
public static class TrajectoryEvents
{
    // Shorter than this is chance.
    private const int ShortestOscillation = 4, ShortestPlateau = 10;

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
        return [.. all.SelectMany(e => e.Take(MostOfAKind)).OrderBy(e => e.Step).ThenBy(e => e.Kind)];
    }

    internal static string At(Point p) => Invariant($"({p.X:0.####}, {p.Y:0.####})");

    internal static string Number(double value) => Math.Abs(value) is > 0 and (< 1e-3 or >= 1e6) ? Invariant($"{value:0.###e0}") : Invariant($"{value:0.####}");

    internal static string Steps(int first, int last) => first == last ? Invariant($"step {first}") : Invariant($"steps {first} to {last}");

    private static IEnumerable<TrajectoryEvent> Edge(PathRecord path)
    {
        foreach ((int first, int last) in Stretches(path.Steps, t => t < path.Stability.Count && path.Stability[t] > 1, 1))
        {
            double highest = Enumerable.Range(first, last - first + 1).Max(t => path.Stability[t]);
            string tail = last - first >= 2 ? ": oscillations grow" : "";
            yield return new(
                TrajectoryEventKind.EdgeOfStability, first, last, path.Points[first],
                Invariant($"Past the edge of stability in {Steps(first, last)}, by up to {highest:0.###} times{tail}."));
        }
    }

    private static IEnumerable<TrajectoryEvent> Oscillations(PathRecord path)
    {
        foreach ((int first, int last) in Stretches(path.Steps, t => t > 0 && Point.Cosine(path.Update(t), path.Update(t - 1)) < -0.5, ShortestOscillation))
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
        foreach ((int first, int last) in worth > 0 ? Stretches(path.Steps, IsSlow, 1) : [])
        {
            yield return new(
                TrajectoryEventKind.Plateau, first, last + ShortestPlateau, path.Points[first],
                Invariant($"Plateau in {Steps(first, last + ShortestPlateau)} at loss {Number(f[first])}."));
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
        foreach ((int first, int last) in Stretches(path.Steps, t => f[t + 1] > f[t] + rounding, 1))
        {
            yield return new(
                TrajectoryEventKind.Overshoot, first, last, path.Points[first],
                Invariant($"Overshoots in {Steps(first, last)}: the loss rises from {Number(f[first])} to {Number(f[last + 1])}."));
        }
    }

    // The longest stretches of steps for which something holds.
    internal static IEnumerable<(int First, int Last)> Stretches(int count, Func<int, bool> holds, int shortest)
    {
        int first = -1;
        for (int t = 0; t <= count; t++)
        {
            bool now = t < count && holds(t);
            if (now && first < 0)
            {
                first = t;
            }
            else if (!now && first >= 0)
            {
                if (t - first >= shortest)
                {
                    yield return (first, t - 1);
                }

                first = -1;
            }
        }
    }
}
