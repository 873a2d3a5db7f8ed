using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Maps;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute.Tables;

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

    private static readonly Column<MapShare>
        Label = new("label", "1", "the minimum's number, from 0, or a negative one for what reached none", s => s.Label),
        Meaning = new("meaning", "", "what the label means", s => s.Meaning) { Views = TableViews.Json | TableViews.Text, Heading = "ends at" },
        X = new("x", "length", "first coordinate of the minimum", s => s.Minimum?.At.X),
        Y = new("y", "length", "second coordinate of the minimum", s => s.Minimum?.At.Y),
        Loss = new("loss", "loss", "the loss of the minimum", s => s.Minimum?.Loss),
        Share = new("share", "1", "the share of the map's pixels", s => s.Share) { Text = s => Percent(s.Share) },
        IsStated = new("stated", "", "whether the landscape states the minimum", s => s.Minimum?.IsStated),
        IsValley = new("valley", "", "whether it is a curve of minima", s => s.Minimum?.IsValley);

    /// <summary>The shares of a map of basins.</summary>
    public static IReadOnlyList<MapShare> Of(ComputedBasins map) => Of(map.Minima, map.Share);

    /// <summary>The shares of a map over parameters.</summary>
    public static IReadOnlyList<MapShare> Of(ComputedParameters map)
    {
        double pixels = (double)map.Width * map.Height;
        IReadOnlyList<MapShare> shares = Of(map.Minima, label => map.Count(label) / pixels);
        return map.Minima.Count == 0 && map.Count(0) > 0 ? [new(0, null, map.Count(0) / pixels), .. shares] : shares;
    }

    /// <summary>One row per label.</summary>
    public static Table<MapShare> Table(IReadOnlyList<MapShare> shares) => new("summary", [Label, Meaning, X, Y, Loss, Share], shares);

    /// <summary>The minima that labels stand for.</summary>
    /// <param name="map">The name of the map.</param>
    /// <param name="shares">The shares.</param>
    internal static Table<MapShare> Minima(string map, IReadOnlyList<MapShare> shares) =>
        new(MinimaName(map), [Label, X, Y, Loss, IsStated, IsValley], [.. shares.Where(s => s.Label >= 0)]);

    /// <summary>The name of the file of minima, without an ending.</summary>
    internal static string MinimaName(string map) => $"{ResultsLayout.Maps}/{map}-minima";

    /// <summary>A share in percent; tiny ones with their power of ten.</summary>
    public static string Percent(double share) => share is > 0 and < 0.001 ? Invariant($"{100 * share:0.###e0} %") : Invariant($"{100 * share:0.0} %");

    private static IReadOnlyList<MapShare> Of(IReadOnlyList<BasinMinimum> minima, Func<int, double> share) =>
        [.. minima.Select((m, label) => new MapShare(label, m, share(label))), .. Others.Select(label => new MapShare(label, null, share(label)))];
}
