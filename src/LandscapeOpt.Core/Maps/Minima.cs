using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>
/// The minima that runs of a map end at. A run reaches a minimum if it ends within <see cref="Tolerance"/> of it: of one that the landscape states,
/// of one that Newton's method finds from the end and that the Hessian confirms, or of a point of a valley, a curve of minima of the same loss, which
/// counts as one. What is known grows as ends are looked at, in the order in which they come.
/// </summary>
internal sealed class Minima
{
    /// <summary>How near an end must be to its minimum.</summary>
    internal const double Tolerance = 1e-3;

    /// <summary>How many minima have a label; ends at others count as ends at none.</summary>
    internal const int Most = short.MaxValue;

    private readonly ILandscape landscape;
    private readonly MinimumTest test;
    private readonly Valleys valleys;
    private readonly PointIndex places = new(Tolerance);
    private readonly List<BasinMinimum> known = [];

    /// <summary>Begins with what the landscape states.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">What the map shows: valleys are followed some way beyond it.</param>
    internal Minima(ILandscape landscape, Domain window)
    {
        (this.landscape, test) = (landscape, new(landscape));
        valleys = new(landscape, window);
        LandscapeInfo info = landscape.Info;
        foreach (CriticalPoint point in info.CriticalPoints.Where(c => c.Kind is CriticalKind.Minimum or CriticalKind.Degenerate))
        {
            State(point, isMinimum: point.Kind is CriticalKind.Minimum);
        }

        if (info.GlobalMinimum is { } global)
        {
            State(global, isMinimum: true);
        }
    }

    /// <summary>Whether there were more than <see cref="Most"/>.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>The label of a run by where and how it ended.</summary>
    internal short LabelOf(Point end, OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Diverged => BasinLabel.Diverged,
        OutcomeKind.LeftDomain => BasinLabel.LeftDomain,
        _ => Find(end) is >= 0 and var label ? (short)label
            : outcome is OutcomeKind.Stalled ? (short)BasinLabel.Stalled
            : (short)BasinLabel.NoMinimum,
    };

    /// <summary>The places of the provisional labels in the order of the losses; losses that are equal to nine digits are ordered by x, then y.</summary>
    internal short[] Ranks(out BasinMinimum[] ordered)
    {
        int[] byLoss = [.. Enumerable.Range(0, known.Count).OrderBy(i => known[i].Loss)];
        int[] group = new int[known.Count];
        for (int i = 1; i < byLoss.Length; i++)
        {
            double before = known[byLoss[i - 1]].Loss;
            group[byLoss[i]] = group[byLoss[i - 1]] + (known[byLoss[i]].Loss > before + (1e-9 * (1 + Math.Abs(before))) ? 1 : 0);
        }

        int[] order = [.. byLoss.OrderBy(i => group[i]).ThenBy(i => known[i].At.X).ThenBy(i => known[i].At.Y)];
        short[] ranks = new short[order.Length];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = (short)rank;
        }

        ordered = [.. order.Select(i => known[i])];
        return ranks;
    }

    private int Find(Point end)
    {
        if (places.Nearest(end) is >= 0 and var near)
        {
            return near;
        }

        // Most ends that are at no minimum are far from any: one step of Newton's method says so.
        Jet<Real> jet = landscape.Hessian(end);
        if (!(CriticalNewton.Step(jet).Norm <= 2 * Tolerance)
            || CriticalNewton.Polish(landscape, end, 2 * Tolerance) is not { } at || (at - end).Norm > Tolerance)
        {
            return -1;
        }

        // The place may be known although the end is just too far from where it was found first.
        return places.Nearest(at) is >= 0 and var same ? same : Examine(at, isStated: false);
    }

    private int Examine(Point at, bool isStated)
    {
        CriticalFinding finding = CriticalPoints.At(landscape, at);
        return test.Of(finding) switch
        {
            MinimumShape.Single => Add(new(at, finding.Loss, isStated), at),
            MinimumShape.Valley => valleys.Find(finding) is >= 0 and var valley ? valley : Follow(finding, isStated),
            _ => -1,
        };
    }

    private int Follow(CriticalFinding finding, bool isStated)
    {
        (Point lowest, int known) = valleys.Follow(finding, this.known.Count);
        return known >= 0 ? known : Add(new(isStated ? finding.At : lowest, finding.Loss, isStated) { IsValley = true }, at: null);
    }

    private int Add(BasinMinimum minimum, Point? at)
    {
        if (known.Count == Most)
        {
            IsFull = true;
            return -1;
        }

        known.Add(minimum);
        if (at is { } place)
        {
            places.Add(place, known.Count - 1);
        }

        return known.Count - 1;
    }

    // Stated minima are taken at their word, because kinks have no Hessian to confirm them; the others show what they are.
    private void State(CriticalPoint point, bool isMinimum)
    {
        if (places.Nearest(point.At) >= 0)
        {
            return;
        }

        CriticalFinding finding = CriticalPoints.At(landscape, point.At);
        MinimumShape shape = test.Of(finding);
        if (shape is MinimumShape.Valley)
        {
            if (valleys.Find(finding) < 0)
            {
                Follow(finding, isStated: true);
            }
        }
        else if (isMinimum || shape is MinimumShape.Single)
        {
            Add(new(point.At, point.Loss, IsStated: true), point.At);
        }
    }
}
