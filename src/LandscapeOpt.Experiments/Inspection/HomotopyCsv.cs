using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Experiments.Inspection;

/// <summary>The tables of a homotopy.</summary>
public static class HomotopyCsv
{
    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["homotopy.csv", "events.csv", "levels.csv"];

    /// <summary>homotopy.csv: the branches sample by sample; events.csv; levels.csv: counts, lowest minimum and barrier by α.</summary>
    public static IEnumerable<InspectionTable> Of(Homotopy homotopy) =>
    [
        InspectionCsv.Table(
            "homotopy.csv",
            ["branch", "alpha", "kind", "x", "y", "loss", "lambda_min", "lambda_max"],
            homotopy.Branches.SelectMany((b, i) => b.Samples.Select(object?[] (s) =>
                [i, s.Alpha, Kebab.Of(s.Kind), s.At.X, s.At.Y, s.Loss, s.Spectrum.Low, s.Spectrum.High]))),
        InspectionCsv.Table(
            "events.csv",
            ["kind", "alpha", "x", "y", "loss", "branch", "description"],
            homotopy.Events.Select(object?[] (e) => [Kebab.Of(e.Kind), e.Alpha, e.At.X, e.At.Y, e.Loss, e.Branch, e.Description])),
        InspectionCsv.Table(
            "levels.csv",
            ["alpha", "minima", "saddles", "maxima", "x", "y", "loss", "barrier"],
            homotopy.Levels.Select(object?[] (l) => [l.Alpha, l.Minima, l.Saddles, l.Maxima, l.Lowest?.At.X, l.Lowest?.At.Y, l.Lowest?.Loss, l.Barrier])),
    ];
}
