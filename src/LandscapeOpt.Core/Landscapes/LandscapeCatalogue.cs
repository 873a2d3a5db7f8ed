using LandscapeOpt.Catalogues;

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
        Holder.List.Add(name, prototype, l => new About(l.Info.Title, l.Info.Formula, l.Info.Source) { Notes = l.Info.Notes }, parameters);

    private static class Holder
    {
        internal static readonly Catalogue<ILandscape> List = new("landscape", "landscapes");
    }
}
