using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// Finds all critical points of a landscape in a window: boxes are halved until interval arithmetic proves that they hold none, or exactly one,
/// which Newton's method then finds to full precision. What stays undecided down to the smallest boxes is degenerate: a point where the Hessian
/// is singular, a curve or region of critical points, or a kink, or a pole, where nothing is proved. Each connected heap of such boxes becomes one
/// finding.
/// </summary>
public static class CriticalPoints
{
    // Half the boxes of a level cover a curve; so many of them show a curve well enough, and a point needs few at any level.
    private const int MostOnCurves = 1 << 13, MostEver = 1 << 18;

    // Boxes shrink to 2⁻²⁴ of the window where few are left; from 2⁻⁹ on, many and more of them mean a curve.
    private const int DeepestLevel = 48, CurveLevel = 18, NewtonLevel = 5;

    /// <summary>Searches a window.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">Where; the landscape's domain unless given.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="ArgumentException">The window's ends are not finite or not in order.</exception>
    public static CriticalReport Find(ILandscape landscape, Domain? window = null, CancellationToken cancellation = default)
    {
        Domain area = window ?? landscape.Info.Domain;
        if (!area.IsValid)
        {
            throw new ArgumentException("The window's ends must be finite and in order.", nameof(window));
        }

        var known = new KnownBoxes(area);
        var flat = new List<Domain>();
        List<Domain> level = [area];
        int boxes = 0, before = 0;
        for (int depth = 0; level.Count > 0 && depth < DeepestLevel; depth++)
        {
            bool grows = level.Count > 1.2 * before;
            if (level.Count > MostEver || (grows && depth >= CurveLevel && level.Count > MostOnCurves))
            {
                break;
            }

            before = level.Count;
            var next = new List<Domain>();
            foreach (Domain box in level)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Decide(landscape, box, depth, known, flat))
                {
                    continue;
                }

                (Domain first, Domain second) = Halves(box, area);
                next.Add(first);
                next.Add(second);
            }

            boxes += level.Count;
            level = next;
        }

        level.RemoveAll(known.Covers);
        IReadOnlyList<Pole> poles = Poles.TakenFrom(landscape, area, level);
        var rest = new DegenerateSets(landscape, area, known);
        IReadOnlyList<CriticalFinding> degenerate = [.. rest.From(level, cancellation), .. rest.FlatRegions(flat)];
        IEnumerable<CriticalFinding> single = known.All.Where(k => IsInside(area, k.At)).Select(k => At(landscape, k.At));
        return new(
            area,
            [.. single.Concat(degenerate).OrderBy(p => Order(p.Kind)).ThenBy(p => p.Loss).ThenBy(p => p.At.X).ThenBy(p => p.At.Y)],
            rest.IsComplete,
            boxes)
        {
            Poles = poles,
        };
    }

    /// <summary>What a point with zero gradient is.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="at">The point.</param>
    public static CriticalFinding At(ILandscape landscape, Point at)
    {
        Jet<Real> jet = landscape.Hessian(at);
        Spectrum spectrum = Spectrum.Of(jet);
        return new(spectrum.Kind, at, jet.Value, spectrum, new Point(jet.X, jet.Y).Norm);
    }

    /// <summary>How many critical points flat boxes hold; null where they cannot be told apart.</summary>
    internal static int? CountWithin(ILandscape landscape, IReadOnlyList<Domain> boxes, Domain window, KnownBoxes known)
    {
        var inside = new KnownBoxes(window);
        var level = new Stack<Domain>(boxes);
        for (int looks = 0; level.TryPop(out Domain box); looks++)
        {
            if (looks > MostOnCurves)
            {
                return null;
            }

            if (!Decide(landscape, box, NewtonLevel, inside, flat: null))
            {
                (Domain first, Domain second) = Halves(box, window);
                level.Push(first);
                level.Push(second);
            }
        }

        bool IsNew(Point at) => !known.All.Any(k => (k.At - at).Norm <= 1e-9 * (1 + at.Norm));
        return inside.All.Count(k => boxes.Any(b => b.Contains(k.At)) && IsNew(k.At));
    }

    // Where flat boxes are not asked for they are divided like the others.
    private static bool Decide(ILandscape landscape, Domain box, int depth, KnownBoxes known, List<Domain>? flat)
    {
        if (known.Covers(box) || BoxTests.HasNoZero(landscape, box))
        {
            return true;
        }

        switch (BoxTests.Decide(landscape, box, out bool hasKink, seesFlat: flat is not null))
        {
            case BoxVerdict.Empty:
                return true;
            case BoxVerdict.One when CriticalNewton.Polish(landscape, box.Center, box.Width + box.Height) is { } at && box.Contains(at):
                known.Add(box, at);
                return true;
            case BoxVerdict.Flat:
                flat!.Add(box);
                return true;
        }

        // A critical point on the border of two boxes would never be proved in either: look for it, and prove it in a box around it.
        if (depth >= NewtonLevel && !hasKink && CriticalNewton.Polish(landscape, box.Center, box.Width + box.Height) is { } found)
        {
            Prove(landscape, found, box, known, seesFlat: flat is not null);
        }

        return known.Covers(box);
    }

    private static void Prove(ILandscape landscape, Point at, Domain box, KnownBoxes known, bool seesFlat)
    {
        double half = 1.01 * Math.Max(box.Width, box.Height);
        for (int i = 0; i < 10; i++, half *= 0.5)
        {
            Domain around = new(at.X - half, at.X + half, at.Y - half, at.Y + half);
            if (known.Covers(around))
            {
                return;
            }

            if (BoxTests.Decide(landscape, around, out _, seesFlat) == BoxVerdict.One)
            {
                known.Add(around, at);
                return;
            }
        }
    }

    internal static (Domain First, Domain Second) Halves(Domain box, Domain area)
    {
        Point c = box.Center;
        return box.Width / area.Width >= box.Height / area.Height
            ? (box with { X1 = c.X }, box with { X0 = c.X })
            : (box with { Y1 = c.Y }, box with { Y0 = c.Y });
    }

    internal static bool IsInside(Domain area, Point p)
    {
        double slackX = 1e-12 * area.Width, slackY = 1e-12 * area.Height;
        return p.X >= area.X0 - slackX && p.X <= area.X1 + slackX && p.Y >= area.Y0 - slackY && p.Y <= area.Y1 + slackY;
    }

    /// <summary>The point, with coordinates of exactly 0 where halving came as near as it can.</summary>
    internal static Point Snapped(Domain window, Point p) => new(Math.Abs(p.X) < 1e-9 * window.Width ? 0 : p.X, Math.Abs(p.Y) < 1e-9 * window.Height ? 0 : p.Y);

    private static int Order(CriticalKind kind) => kind switch
    {
        CriticalKind.Minimum => 0,
        CriticalKind.Saddle => 1,
        CriticalKind.Maximum => 2,
        _ => 3,
    };
}

/// <summary>Which critical points a landscape has in a window.</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="Window">Where to look; the landscape's domain where null.</param>
public sealed record CriticalPointsOf(ILandscape Landscape, Domain? Window) : IAnalysis<CriticalReport>
{
    /// <inheritdoc/>
    public CriticalReport Compute(CancellationToken cancellation) => CriticalPoints.Find(Landscape, Window, cancellation);
}
