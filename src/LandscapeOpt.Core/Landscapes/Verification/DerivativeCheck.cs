using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Compares computed derivatives with differences of what they derive from.</summary>
internal static class DerivativeCheck
{
    private const double Tolerance = 1e-7;

    public static (DerivativeError Error, Finding Finding) Gradient(ILandscape landscape, Domain domain, IReadOnlyList<Point> points) => Compare(
        "gradient",
        "the loss",
        points,
        w => Parts(landscape.Gradient(w)),
        w =>
        [
            Slope(landscape, domain, w, alongX: true, f => f.Value),
            Slope(landscape, domain, w, alongX: false, f => f.Value),
        ]);

    public static (DerivativeError Error, Finding Finding) Hessian(ILandscape landscape, Domain domain, IReadOnlyList<Point> points) => Compare(
        "hessian",
        "the gradient",
        points,
        w => Parts(landscape.Hessian(w)),
        w =>
        [
            Slope(landscape, domain, w, alongX: true, f => f.X),
            Slope(landscape, domain, w, alongX: true, f => f.Y),
            Slope(landscape, domain, w, alongX: false, f => f.Y),
        ]);

    private static double[] Parts(Dual<Real> f) => [f.X, f.Y];

    private static double[] Parts(Jet<Real> f) => [f.XX, f.XY, f.YY];

    private static NumericalSlope Slope(ILandscape landscape, Domain domain, Point w, bool alongX, Func<Dual<Real>, double> part) =>
        alongX
            ? NumericalSlope.Of(t => part(landscape.Gradient(new(t, w.Y))), w.X, 0.003 * domain.Width)
            : NumericalSlope.Of(t => part(landscape.Gradient(new(w.X, t))), w.Y, 0.003 * domain.Height);

    private static (DerivativeError Error, Finding Finding) Compare(
        string check, string ofWhat, IReadOnlyList<Point> points, Func<Point, double[]> computed, Func<Point, NumericalSlope[]> measured)
    {
        int judged = 0;
        (double largest, Point where, bool wrong) = (0, default, false);
        foreach (Point w in points)
        {
            double[] derivatives = computed(w);
            NumericalSlope[] slopes = measured(w);
            if (!slopes.All(s => s.IsReliable))
            {
                continue;
            }

            judged++;
            double scale = 1 + slopes.Sum(s => Math.Abs(s.Value));
            for (int k = 0; k < slopes.Length; k++)
            {
                double error = Math.Abs(derivatives[k] - slopes[k].Value);
                wrong |= !(error <= (Tolerance * scale) + (20 * slopes[k].Error));
                if (!(error / scale <= largest))
                {
                    (largest, where) = (error / scale, w);
                }
            }
        }

        var result = new DerivativeError(largest, where, judged, points.Count);
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"differs from differences of {ofWhat} by at most {largest:0.0e0} (relative), at {judged} of {points.Count} points");
        Verdict verdict = wrong ? Verdict.Fails : judged < points.Count / 2 ? Verdict.Notice : Verdict.Holds;
        return (result, new(verdict, check, text + (verdict == Verdict.Notice ? "; elsewhere kinks or missing values keep from judging" : ""), where));
    }
}
