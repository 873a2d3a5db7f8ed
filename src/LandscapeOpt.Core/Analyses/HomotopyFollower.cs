using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// Follows a curve of critical points of (1 − α) first + α second by pseudo-arclength continuation (Keller 1977; Allgower and Georg 2003,
/// doi:10.1137/1.9780898719154): a step along the tangent of the curve in (x, y, α), then Newton's method across it. Folds are passed as any
/// other place.
/// </summary>
internal sealed class HomotopyFollower(ILandscape first, ILandscape second, Domain window, double largestStep)
{
    private const int MostSteps = 20_000;
    private const double SmallestStep = 1e-8, CrossingStep = 1e-6;

    private readonly double size = Math.Max(window.Width, window.Height);

    /// <summary>A point on a curve and the curve's direction there; both lengths are in units of the window's size, α is as it is.</summary>
    private readonly record struct Place(double X, double Y, double Alpha)
    {
        internal double Norm => Math.Sqrt((X * X) + (Y * Y) + (Alpha * Alpha));

        internal static double Dot(Place a, Place b) => (a.X * b.X) + (a.Y * b.Y) + (a.Alpha * b.Alpha);

        public static Place operator +(Place a, Place b) => new(a.X + b.X, a.Y + b.Y, a.Alpha + b.Alpha);

        public static Place operator *(double s, Place a) => new(s * a.X, s * a.Y, s * a.Alpha);

        internal static Place Cross(Place a, Place b) =>
            new((a.Y * b.Alpha) - (a.Alpha * b.Y), (a.Alpha * b.X) - (a.X * b.Alpha), (a.X * b.Y) - (a.Y * b.X));
    }

    /// <summary>The mixture's value and derivatives at (x, y, α).</summary>
    internal Jet<Real> Mixed(Point w, double alpha)
    {
        Jet<Real> f = first.Hessian(w), h = second.Hessian(w);
        return ((1 - alpha) * f) + (alpha * h);
    }

    /// <summary>The critical point at this place, as a sample.</summary>
    internal HomotopySample Sample(Point w, double alpha)
    {
        Jet<Real> f = Mixed(w, alpha);
        return new(alpha, w, f.Value, Spectrum.Of(f));
    }

    /// <summary>The critical point near a guess at this α; null where Newton's method does not settle near it.</summary>
    internal HomotopySample? Polished(Point guess, double alpha) => AtAlpha(Scaled(guess, alpha), alpha) is { } place ? SampleAt(place) : null;

    /// <summary>The whole curve through a critical point: both ways until it leaves the window or α's range, or closes.</summary>
    internal HomotopyBranch Follow(Point at, double alpha)
    {
        Place start = Scaled(at, alpha);
        Place tangent = Tangent(start);
        List<HomotopySample> forward = Walk(start, tangent, out bool isClosed);
        if (isClosed)
        {
            return new(forward);
        }

        List<HomotopySample> backward = Walk(start, -1 * tangent, out _);
        backward.Reverse();
        return new([.. backward[..^1], .. forward]);
    }

    private List<HomotopySample> Walk(Place start, Place direction, out bool isClosed)
    {
        isClosed = false;
        var samples = new List<HomotopySample> { SampleAt(start) };
        Place place = start, tangent = direction;
        double step = 0.2 * largestStep;
        double travelled = 0;
        for (int i = 0; i < MostSteps; i++)
        {
            // A correction as long as the step, a sharp turn, or a tangent that points the other way may mean another curve. The last also happens
            // where curves truly meet; there it does so however short the step.
            Place guess = place + (step * tangent);
            if (Solve(guess, tangent) is not { } next
                || (next + (-1 * guess)).Norm > 0.15 * step
                || Place.Dot(Oriented(Tangent(next), tangent), tangent) < 0.97
                || (step > CrossingStep && Place.Dot(Tangent(place), tangent) * Place.Dot(Tangent(next), tangent) < 0))
            {
                step *= 0.5;
                if (step < SmallestStep)
                {
                    return samples;
                }

                continue;
            }

            if (next.Alpha is < 0 or > 1)
            {
                // The curve ends in the plane α = 0 or α = 1.
                double edge = next.Alpha < 0 ? 0 : 1, share = (edge - place.Alpha) / (next.Alpha - place.Alpha);
                if (place.Alpha != edge && AtAlpha(place + (share * (next + (-1 * place))), edge) is { } end)
                {
                    samples.Add(SampleAt(end));
                }

                return samples;
            }

            travelled += step;
            (place, tangent) = (next, Oriented(Tangent(next), tangent));
            HomotopySample sample = SampleAt(place);
            if (!Reach.Contains(sample.At))
            {
                return samples;
            }

            samples.Add(sample);
            if (travelled > 4 * largestStep && (place + (-1 * start)).Norm < 0.6 * step)
            {
                isClosed = true;
                return samples;
            }

            step = Math.Min(largestStep, 1.3 * step);
        }

        return samples;
    }

    // A curve may leave the window for a while and come back.
    private Domain Reach => new(
        window.X0 - (0.1 * window.Width), window.X1 + (0.1 * window.Width), window.Y0 - (0.1 * window.Height), window.Y1 + (0.1 * window.Height));

    private Place Scaled(Point at, double alpha) => new(at.X / size, at.Y / size, alpha);

    private HomotopySample SampleAt(Place place) => Sample(new(size * place.X, size * place.Y), place.Alpha);

    // The rows of the gradient's derivative by (x, y, α), and the gradient; α beyond its range is fine for the formula.
    private (Place RowX, Place RowY, Point Gradient) Equations(Place place)
    {
        Point w = new(size * place.X, size * place.Y);
        Jet<Real> f = first.Hessian(w), h = second.Hessian(w), m = ((1 - place.Alpha) * f) + (place.Alpha * h);
        return (new(size * m.XX, size * m.XY, h.X - f.X), new(size * m.XY, size * m.YY, h.Y - f.Y), new(m.X, m.Y));
    }

    private Place Tangent(Place place)
    {
        (Place x, Place y, _) = Equations(place);
        Place cross = Place.Cross(x, y);
        return 1 / cross.Norm * cross;
    }

    private static Place Oriented(Place tangent, Place along) => Place.Dot(tangent, along) < 0 ? -1 * tangent : tangent;

    private Place? AtAlpha(Place guess, double alpha) => Solve(guess with { Alpha = alpha }, new(0, 0, 1));

    // Newton's method for "gradient 0, no move along the normal".
    private Place? Solve(Place guess, Place normal)
    {
        Place place = guess;
        for (int i = 0; i < 8; i++)
        {
            (Place x, Place y, Point g) = Equations(place);
            Place xy = Place.Cross(x, y), yn = Place.Cross(y, normal), nx = Place.Cross(normal, x);
            double determinant = Place.Dot(xy, normal);
            Place move = -1 / determinant * ((g.X * yn) + (g.Y * nx));
            if (!(move.Norm < 0.5 * largestStep))
            {
                return null;
            }

            place += move;
            if (move.Norm < 1e-13)
            {
                return place;
            }
        }

        // Rounding keeps flat places from settling further.
        return place is var last && (last + (-1 * guess)).Norm < 0.25 * largestStep ? last : null;
    }
}
