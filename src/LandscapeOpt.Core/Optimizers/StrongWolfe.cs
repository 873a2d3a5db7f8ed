using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// A line search for the strong Wolfe conditions φ(t) ≤ φ(0) + c₁ t φ′(0) and |φ′(t)| ≤ c₂ |φ′(0)|: bracket, then zoom by cubic
/// interpolation. Nocedal &amp; Wright 2006, doi:10.1007/978-0-387-40065-5, algorithms 3.5 and 3.6, with the choices of torch.optim.LBFGS.
/// </summary>
internal static class StrongWolfe
{
    private const double Decrease = 1e-4, Flatness = 0.9, ChangeTolerance = 1e-9;
    private const int MostTrials = 25;

    /// <summary>The step length along p; the best one found where 25 trials after the first do not suffice.</summary>
    /// <param name="w">The current point.</param>
    /// <param name="at">Loss and gradient there.</param>
    /// <param name="p">A direction that leads down.</param>
    /// <param name="first">The first length to try.</param>
    /// <param name="oracle">Gives losses and gradients.</param>
    internal static double Search<TOracle>(Vec2<Real> w, Sample<Real> at, Vec2<Real> p, double first, TOracle oracle)
        where TOracle : struct, IOracle<Real>
    {
        var line = new Line<TOracle>(w, p, oracle);
        var start = new Trial(0, at.Loss, Vec2<Real>.Dot(at.Gradient, p));
        Trial before = start, trial = line.At(first);
        double tolerance = ChangeTolerance / Math.Max(Math.Abs(p.X), Math.Abs(p.Y));
        for (int count = 0; count < MostTrials; count++)
        {
            // PyTorch compares with the trial before from the third one on.
            if (IsTooHigh(trial, start) || (count > 1 && trial.Loss >= before.Loss))
            {
                return Zoom(line, start, before, trial, count, tolerance);
            }

            if (IsFlat(trial, start))
            {
                return trial.T;
            }

            if (trial.Slope >= 0)
            {
                return Zoom(line, start, before, trial, count, tolerance);
            }

            double nearest = trial.T + (0.01 * (trial.T - before.T)), furthest = 10 * trial.T;
            (before, trial) = (trial, line.At(Cubic(before, trial, nearest, furthest)));
        }

        return trial.Loss < start.Loss ? trial.T : start.T;
    }

    // The bracket's ends are known; the better one is low.
    private static double Zoom<TOracle>(Line<TOracle> line, Trial start, Trial low, Trial high, int count, double tolerance)
        where TOracle : struct, IOracle<Real>
    {
        if (high.Loss < low.Loss)
        {
            (low, high) = (high, low);
        }

        bool wasNearEnd = false;
        for (; count < MostTrials && Math.Abs(high.T - low.T) >= tolerance; count++)
        {
            Trial trial = line.At(Inside(low, high, ref wasNearEnd));
            if (IsTooHigh(trial, start) || trial.Loss >= low.Loss)
            {
                high = trial;
                if (high.Loss < low.Loss)
                {
                    (low, high) = (high, low);
                }

                continue;
            }

            if (IsFlat(trial, start))
            {
                return trial.T;
            }

            if (trial.Slope * (high.T - low.T) >= 0)
            {
                high = low;
            }

            low = trial;
        }

        return low.T;
    }

    // Two interpolations in a row near an end would close in on it too slowly: the second is moved a tenth of the bracket inwards.
    private static double Inside(Trial low, Trial high, ref bool wasNearEnd)
    {
        double from = Math.Min(low.T, high.T), to = Math.Max(low.T, high.T), margin = 0.1 * (to - from);
        double t = Cubic(low, high, from, to);
        bool isNearEnd = Math.Min(to - t, t - from) < margin;
        if (isNearEnd && (wasNearEnd || t >= to || t <= from))
        {
            wasNearEnd = false;
            return to - t < t - from ? to - margin : from + margin;
        }

        wasNearEnd = isNearEnd;
        return t;
    }

    /// <summary>The minimum of the cubic through two trials, within bounds; the middle of the bounds where it has none.</summary>
    private static double Cubic(Trial a, Trial b, double from, double to)
    {
        if (a.T > b.T)
        {
            (a, b) = (b, a);
        }

        double d1 = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.T - b.T)), square = (d1 * d1) - (a.Slope * b.Slope);
        double d2 = Math.Sqrt(square);
        double t = b.T - ((b.T - a.T) * ((b.Slope + d2 - d1) / (b.Slope - a.Slope + (2 * d2))));
        return double.IsFinite(t) ? Math.Clamp(t, from, to) : 0.5 * (from + to);
    }

    // Also true for NaN.
    private static bool IsTooHigh(Trial trial, Trial start) => !(trial.Loss <= start.Loss + (Decrease * trial.T * start.Slope));

    private static bool IsFlat(Trial trial, Trial start) => Math.Abs(trial.Slope) <= -Flatness * start.Slope;

    private readonly record struct Trial(double T, double Loss, double Slope);

    private readonly struct Line<TOracle>(Vec2<Real> w, Vec2<Real> p, TOracle oracle)
        where TOracle : struct, IOracle<Real>
    {
        internal Trial At(double t)
        {
            Sample<Real> sample = oracle.Sample(w + ((Real)t * p));
            return new(t, sample.Loss, Vec2<Real>.Dot(sample.Gradient, p));
        }
    }
}
