using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>How a check ended.</summary>
public enum Verdict
{
    /// <summary>What is stated was found true.</summary>
    Holds,

    /// <summary>Something that a user should know, though nothing contradicts it.</summary>
    Notice,

    /// <summary>What is stated, or computed, is wrong.</summary>
    Fails,
}

/// <summary>What one check of a landscape found.</summary>
/// <param name="Verdict">How it ended.</param>
/// <param name="Check">What was checked: gradient, hessian, formula, critical points, lowest point, kinks, plateaus, domain.</param>
/// <param name="Text">What was found, in a sentence.</param>
/// <param name="Where">The place that the text speaks of.</param>
public sealed record Finding(Verdict Verdict, string Check, string Text, Point? Where = null);

/// <summary>The largest difference between computed derivatives and differences of values.</summary>
/// <param name="Largest">The largest error, relative to 1 + the derivatives' size there.</param>
/// <param name="Where">Where it was.</param>
/// <param name="Judged">At how many points the differences were good enough to judge by.</param>
/// <param name="Points">How many points were tried.</param>
public sealed record DerivativeError(double Largest, Point Where, int Judged, int Points);

/// <summary>What is true of a landscape, measured on its own formula.</summary>
/// <param name="Gradient">The error of the gradient.</param>
/// <param name="Hessian">The error of the Hessian.</param>
/// <param name="Lowest">The lowest point that was found in the domain; null where no loss is finite.</param>
/// <param name="Findings">What the checks found, in the order in which they ran.</param>
public sealed record LandscapeReport(DerivativeError Gradient, DerivativeError Hessian, CriticalPoint? Lowest, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nothing failed.</summary>
    public bool Passes => Findings.All(f => f.Verdict != Verdict.Fails);
}
