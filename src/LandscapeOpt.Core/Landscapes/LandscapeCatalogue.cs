using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>All landscapes, by name. Each registers itself at the end of its own file.</summary>
public static partial class LandscapeCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static LandscapeCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<ILandscape> Catalogue => Holder.List;

    private static Member<ILandscape> Add(string name, ILandscape prototype, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, Describe, parameters, Misfit);

    // Pictures and maps frame the domain, wherever parameters have put it.
    private static string? Misfit(ILandscape landscape) =>
        landscape.Misfit ?? (landscape.Info.Domain.IsValid ? null : $"its domain is too far out: expected a rectangle with {Domain.Rule}");

    private static About Describe(ILandscape landscape)
    {
        LandscapeInfo info = landscape.Info;
        IEnumerable<string> kinks = info.Kinks is { } kink ? [$"Not smooth: {kink}."] : [];
        IEnumerable<string> plateaus = info.Plateaus is { } plateau ? [$"Flat: {plateau}."] : [];
        return new(info.Title, info.Formula, info.Source) { Notes = [.. info.Notes, .. kinks, .. plateaus] };
    }

    private static class Holder
    {
        internal static readonly Catalogue<ILandscape> List = new("landscape", "landscapes");
    }
}
