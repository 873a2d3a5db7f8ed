using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>
/// Checks what is said and computed of a landscape against its own values: derivatives against differences, the formula text against the
/// code, stated points, the lowest point, kinks, plateaus and values that are not finite. The same landscape gives the same report.
/// </summary>
public static class LandscapeCheck
{
    /// <summary>Runs all checks; some ten thousand evaluations, a fraction of a second.</summary>
    public static LandscapeReport Run(ILandscape landscape)
    {
        LandscapeInfo info = landscape.Info;
        var grid = new Grid(landscape, info.Domain);
        List<Point> points = [.. PointsIn(info.Domain)];
        (DerivativeError gradient, Finding gradientFinding) = DerivativeCheck.Gradient(landscape, info.Domain, points);
        (DerivativeError hessian, Finding hessianFinding) = DerivativeCheck.Hessian(landscape, info.Domain, points);
        (CriticalPoint? lowest, Finding lowestFinding) = LowestPoint.Find(landscape, info, grid);
        return new(gradient, hessian, lowest,
        [
            .. DomainCheck.Run(landscape, info, grid),
            gradientFinding,
            hessianFinding,
            FormulaCheck.Run(landscape, info, points),
            .. CriticalPointCheck.Run(landscape, info),
            lowestFinding,
            KinkSearch.Run(landscape, info),
            PlateauSearch.Run(landscape, info, grid),
        ]);
    }

    private static IEnumerable<Point> PointsIn(Domain domain)
    {
        const int Count = 400;
        var random = Pcg64.ForStream(0, "landscape-check");
        for (int i = 0; i < Count; i++)
        {
            double x = domain.X0 + (domain.Width * random.NextDouble()), y = domain.Y0 + (domain.Height * random.NextDouble());
            yield return new(x, y);
        }
    }
}
