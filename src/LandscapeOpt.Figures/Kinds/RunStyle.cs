namespace LandscapeOpt.Figures.Kinds;

/// <summary>What tells runs apart beyond the last colour.</summary>
internal static class RunStyle
{
    private static readonly double[] Dashed = [5, 2.5], Dotted = [1.5, 2.5];

    /// <summary>The dash pattern of a run: solid for the first round of colours, dashed for the second, dotted from then on.</summary>
    public static ReadOnlyMemory<double> DashesOf(int run, Theme theme) =>
        run < theme.Categories.Count ? default : run < 2 * theme.Categories.Count ? Dashed : Dotted;
}
