namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// Which of the runs made from one run is the best: the one of the lowest loss at its last point; with replicates, the combination of the
/// lowest median of these losses, and all its replicates are meant. A run that diverged, or whose loss is not a number, counts as
/// infinitely bad. Of equal ones the first is the best.
/// </summary>
public static class BestRule
{
    /// <summary>In words, for help and documentation.</summary>
    public const string Text =
        "the lowest loss at the last point (with replicates: the lowest median of it); diverged runs come last, the first of equal ones wins";

    /// <summary>The loss as the rule and the quantiles count it.</summary>
    public static double Count(double loss, bool hasDiverged) => hasDiverged || double.IsNaN(loss) ? double.PositiveInfinity : loss;
}
