using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Searches the domain for its lowest point: the best nodes of a grid, each followed downhill.</summary>
internal static class LowestPoint
{
    private const string Check = "lowest point";
    private const int Starts = 20;
    private const int Steps = 200;

    public static (CriticalPoint? Lowest, Finding Finding) Find(ILandscape landscape, LandscapeInfo info, Grid grid)
    {
        List<int> best = [.. Enumerable.Range(0, grid.Values.Length)
            .Where(k => double.IsFinite(grid.Values[k].Value))
            .OrderBy(k => grid.Values[k].Value.Value)
            .ThenBy(k => k)
            .Take(Starts)];
        if (best.Count == 0)
        {
            return (null, new(Verdict.Fails, Check, "no loss in the domain is finite"));
        }

        (Point at, double loss) = best.Select(k => Descend(landscape, info.Domain, grid.At(k))).MinBy(p => p.Loss);
        var lowest = new CriticalPoint(CriticalPointCheck.KindOf(landscape.Hessian(at)), at, loss);
        string found = string.Create(CultureInfo.InvariantCulture, $"{loss:G10} at ({at.X:G10}, {at.Y:G10})");
        return (lowest, info.GlobalMinimum switch
        {
            null => new(Verdict.Notice, Check, $"no minimum is stated; found {found}{Border(info.Domain, at)}", at),
            { } stated when loss < stated.Loss - (1e-9 * Math.Max(1, Math.Abs(stated.Loss))) => new(
                Verdict.Fails, Check, string.Create(CultureInfo.InvariantCulture, $"found {found}, below the stated {stated.Loss:G10}"), at),
            { } stated => new(Verdict.Holds, Check, $"nothing found below the stated minimum at {stated.At}", stated.At),
        });
    }

    private static string Border(Domain domain, Point at) =>
        at.X == domain.X0 || at.X == domain.X1 || at.Y == domain.Y0 || at.Y == domain.Y1 ? ", on the border: it may go on beyond" : "";

    // Newton's direction where it leads downhill, else the gradient's; the step is halved until the loss falls.
    private static (Point At, double Loss) Descend(ILandscape landscape, Domain domain, Point at)
    {
        double loss = landscape.Loss(at);
        for (int step = 0; step < Steps; step++)
        {
            Jet<Real> f = landscape.Hessian(at);
            double determinant = (f.XX * f.YY) - (f.XY * f.XY);
            var newton = new Point(((f.YY * f.X) - (f.XY * f.Y)) / determinant, ((f.XX * f.Y) - (f.XY * f.X)) / determinant);
            var gradient = new Point(f.X, f.Y);
            Point direction = newton.IsFinite && Point.Dot(newton, gradient) > 0 ? newton : gradient;
            bool moved = false;
            for (double share = 1; share > 1e-12 && !moved; share /= 2)
            {
                Point next = at - (share * direction);
                next = new(Math.Clamp(next.X, domain.X0, domain.X1), Math.Clamp(next.Y, domain.Y0, domain.Y1));
                double lower = next.IsFinite ? landscape.Loss(next) : double.NaN;
                if (lower < loss)
                {
                    (at, loss, moved) = (next, lower, true);
                }
            }

            if (!moved)
            {
                break;
            }
        }

        return (at, loss);
    }
}
