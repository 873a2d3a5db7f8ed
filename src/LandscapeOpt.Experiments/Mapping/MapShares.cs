using LandscapeOpt.Experiments.Inspection;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Experiments.Mapping;

/// <summary>How much of a map has a label.</summary>
/// <param name="Label">The index of a minimum, or one of <see cref="BasinLabel"/>.</param>
/// <param name="Minimum">The minimum; null for the other labels, and where the landscape varies over the map.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record MapShare(int Label, BasinMinimum? Minimum, double Share)
{
    /// <summary>What the label means, in words.</summary>
    public string Meaning => Label switch
    {
        BasinLabel.Diverged => "diverged",
        BasinLabel.Stalled => "stalled",
        BasinLabel.NoMinimum => "no minimum",
        BasinLabel.LeftDomain => "left the domain",
        _ => Minimum is { IsValley: true } ? "valley" : "minimum",
    };
}

/// <summary>All labels of a map with their shares: minima by loss, then what reached none.</summary>
public static class MapShares
{
    private static readonly int[] Others = [BasinLabel.Diverged, BasinLabel.Stalled, BasinLabel.NoMinimum, BasinLabel.LeftDomain];

    /// <summary>The shares of a map of basins.</summary>
    public static IReadOnlyList<MapShare> Of(ComputedBasins map) => Of(map.Minima, map.Share);

    /// <summary>The shares of a map over parameters.</summary>
    public static IReadOnlyList<MapShare> Of(ComputedParameters map)
    {
        double pixels = (double)map.Width * map.Height;
        IReadOnlyList<MapShare> shares = Of(map.Minima, label => map.Count(label) / pixels);
        return map.Minima.Count == 0 && map.Count(0) > 0 ? [new(0, null, map.Count(0) / pixels), .. shares] : shares;
    }

    /// <summary>summary.csv: label,x,y,loss,share.</summary>
    internal static byte[] Summary(IReadOnlyList<MapShare> shares) => InspectionCsv.Table(
        "", ["label", "x", "y", "loss", "share"], shares.Select(object?[] (s) => [s.Label, s.Minimum?.At.X, s.Minimum?.At.Y, s.Minimum?.Loss, s.Share])).Content;

    /// <summary>The minima that labels stand for: label,x,y,loss, whether the landscape states it, whether it is a curve of minima.</summary>
    internal static byte[] Minima(IReadOnlyList<MapShare> shares) => InspectionCsv.Table(
        "",
        ["label", "x", "y", "loss", "stated", "valley"],
        shares.Where(s => s.Label >= 0).Select(object?[] (s) =>
            [s.Label, s.Minimum?.At.X, s.Minimum?.At.Y, s.Minimum?.Loss, Word(s.Minimum?.IsStated), Word(s.Minimum?.IsValley)])).Content;

    private static IReadOnlyList<MapShare> Of(IReadOnlyList<BasinMinimum> minima, Func<int, double> share) =>
        [.. minima.Select((m, label) => new MapShare(label, m, share(label))), .. Others.Select(label => new MapShare(label, null, share(label)))];

    private static string? Word(bool? flag) => flag is { } value ? (value ? "true" : "false") : null;
}
