using System.Globalization;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Evaluates the formula that people read and compares it with the code.</summary>
internal static class FormulaCheck
{
    private const string Check = "formula";
    private const double Tolerance = 1e-12;

    public static Finding Run(ILandscape landscape, LandscapeInfo info, IReadOnlyList<Point> points)
    {
        if (info.Formula.Length > Formula.MaximumLength)
        {
            return new(Verdict.Notice, Check, "the text is longer than a formula may be, and was not compared with the code");
        }

        var shown = new Formula(info.Formula, FormulaText.Parameters(landscape));
        if (shown.Error is { } error)
        {
            return new(Verdict.Fails, Check, $"cannot be read: {error.Message}");
        }

        (double largest, Point where) = (0, default);
        foreach (Point w in points)
        {
            double computed = landscape.Loss(w), read = shown.At<Real>(w.X, w.Y);
            double difference = computed.Equals(read) ? 0 : Math.Abs(computed - read) / Math.Max(1, Math.Abs(computed));
            if (!(difference <= largest))
            {
                (largest, where) = (difference, w);
            }
        }

        return largest <= Tolerance
            ? new(Verdict.Holds, Check, "the text gives the numbers that are computed", where)
            : new(Verdict.Fails, Check, string.Create(CultureInfo.InvariantCulture, $"the text and the code differ by {largest:0.0e0} (relative)"), where);
    }
}
