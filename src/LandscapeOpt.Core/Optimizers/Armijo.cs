using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Backtracking until the loss falls enough: Armijo 1966, doi:10.2140/pjm.1966.16.1.</summary>
internal static class Armijo
{
    /// <summary>What a rule says where there is no such point.</summary>
    internal const string Failure = "the line search finds no lower point";

    private const double Share = 1e-4;
    private const int Halvings = 30;

    /// <summary>A point along p, or along −g where p does not lead down, whose loss is low enough; null where there is none.</summary>
    /// <param name="w">The current point.</param>
    /// <param name="at">Loss and gradient there.</param>
    /// <param name="p">The direction.</param>
    /// <param name="longest">The first step length, halved up to 30 times.</param>
    /// <param name="oracle">Gives losses.</param>
    internal static (Vec2<Real> W, Sample<Real> Sample)? Descend<TOracle>(Vec2<Real> w, Sample<Real> at, Vec2<Real> p, double longest, TOracle oracle)
        where TOracle : struct, IOracle<Real>
    {
        if (!(Vec2<Real>.Dot(at.Gradient, p) < 0))
        {
            p = -at.Gradient;
        }

        double slope = Vec2<Real>.Dot(at.Gradient, p), a = longest;
        for (int i = 0; i <= Halvings; i++, a /= 2)
        {
            Vec2<Real> next = w + ((Real)a * p);
            Sample<Real> there = oracle.Sample(next);
            if (there.Loss <= at.Loss + (Share * a * slope))
            {
                return (next, there);
            }
        }

        return null;
    }
}
