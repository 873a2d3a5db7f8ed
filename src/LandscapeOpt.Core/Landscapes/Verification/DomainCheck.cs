using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Looks at the domain, the start, and where loss or gradient are not finite.</summary>
internal static class DomainCheck
{
    private const string Check = "domain";

    public static IEnumerable<Finding> Run(ILandscape landscape, LandscapeInfo info, Grid grid)
    {
        List<int> missing = [.. Enumerable.Range(0, grid.Values.Length).Where(k => !IsFinite(grid.Values[k]))];
        if (missing.Count > 0)
        {
            yield return new(Verdict.Notice, Check, $"loss or gradient is not finite on {grid.Describe(missing)}", grid.At(missing[0]));
        }

        Dual<Real> start = landscape.Gradient(info.Start);
        string? wrong = !info.Domain.IsValid ? "the domain is no rectangle"
            : !info.Domain.Contains(info.Start) ? $"the start {info.Start} lies outside the domain"
            : !IsFinite(start) ? $"loss or gradient is not finite at the start {info.Start}"
            : null;
        if (wrong is not null)
        {
            yield return new(Verdict.Fails, Check, wrong, info.Start);
        }
        else if (start is { X.Value: 0, Y.Value: 0 })
        {
            yield return new(Verdict.Notice, Check, $"the gradient is 0 at the start {info.Start}, so that no run would move", info.Start);
        }
        else if (missing.Count == 0)
        {
            yield return new(Verdict.Holds, Check, "loss and gradient are finite everywhere, the start lies inside", info.Start);
        }
    }

    private static bool IsFinite(Dual<Real> f) => double.IsFinite(f.Value) && double.IsFinite(f.X) && double.IsFinite(f.Y);
}
