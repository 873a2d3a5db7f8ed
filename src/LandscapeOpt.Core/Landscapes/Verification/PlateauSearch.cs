using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Searches the grid for regions where the gradient is exactly 0, or so small that no run would move.</summary>
internal static class PlateauSearch
{
    private const string Check = "plateaus";

    // Against the mean slope of the domain.
    private const double NearlyFlat = 1e-6;

    public static Finding Run(ILandscape landscape, LandscapeInfo info, Grid grid)
    {
        List<int> flat = [.. Enumerable.Range(0, grid.Values.Length).Where(k => IsFlat(grid, k))];
        if (flat.Count > 0)
        {
            string text = $"the gradient is exactly 0 on {grid.Describe(flat)}";
            return info.Plateaus is { } stated ? new(Verdict.Holds, Check, $"{text}; stated: {stated}", grid.At(flat[0]))

                // Whoever types a formula has no place to state any.
                : landscape is Expression ? new(Verdict.Notice, Check, text, grid.At(flat[0]))
                : new(Verdict.Fails, Check, $"{text}; none is stated", grid.At(flat[0]));
        }

        List<double> losses = [.. grid.Values.Select(f => f.Value.Value).Where(double.IsFinite)];
        double slope = losses.Count == 0 ? 0 : (losses.Max() - losses.Min()) / Math.Max(info.Domain.Width, info.Domain.Height);
        List<int> slow = [.. Enumerable.Range(0, grid.Values.Length).Where(k => Norm(grid.Values[k]) < NearlyFlat * slope)];
        if (slow.Count > grid.Values.Length / 50)
        {
            return new(Verdict.Notice, Check, $"nearly flat (gradient below a millionth of the mean slope) on {grid.Describe(slow)}", grid.At(slow[0]));
        }

        return info.Plateaus is { } beyond
            ? new(Verdict.Notice, Check, $"none in the domain; stated: {beyond}")
            : new(Verdict.Holds, Check, "none found, none stated");
    }

    /// <summary>Whether a whole cell of the grid beside the node has the gradient 0: a region, not a point or a line.</summary>
    private static bool IsFlat(Grid grid, int node)
    {
        int x = node % Grid.Side, y = node / Grid.Side;
        return IsZero(x, y) && (IsCell(-1, -1) || IsCell(-1, 1) || IsCell(1, -1) || IsCell(1, 1));

        bool IsCell(int dx, int dy) => IsZero(x + dx, y) && IsZero(x, y + dy) && IsZero(x + dx, y + dy);

        bool IsZero(int i, int j) =>
            i >= 0 && i < Grid.Side && j >= 0 && j < Grid.Side && grid.Values[(j * Grid.Side) + i] is { X.Value: 0, Y.Value: 0 } f && double.IsFinite(f.Value);
    }

    private static double Norm(Dual<Real> f) => new Point(f.X, f.Y).Norm;
}
