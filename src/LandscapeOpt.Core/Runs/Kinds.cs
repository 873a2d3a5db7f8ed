using LandscapeOpt.Averaging;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Runs;

/// <summary>The catalogues that a run is put together from.</summary>
public static class Kinds
{
    /// <summary>All of them, in the order in which a run uses them.</summary>
    public static IReadOnlyList<Catalogue> All { get; } =
    [
        LandscapeCatalogue.Catalogue,
        OptimizerCatalogue.Catalogue,
        ScheduleCatalogue.Catalogue,
        MixingCatalogue.Catalogue,
        TransformCatalogue.Catalogue,
        AveragingCatalogue.Catalogue,
    ];

    /// <summary>The catalogue whose members are called that.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Catalogue Of(string noun) => All.FirstOrDefault(c => string.Equals(c.Noun, noun, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no catalogue of {noun}s.", nameof(noun));
}
