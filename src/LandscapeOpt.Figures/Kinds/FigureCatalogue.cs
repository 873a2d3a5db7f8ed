using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>All kinds of figures, by name. Each registers itself at the end of its own file.</summary>
public static partial class FigureCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static FigureCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<FigureKind> Catalogue => Holder.List;

    private static Member<FigureKind> Add(string name, FigureKind prototype, string title, string shows, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => new About(title, shows, ""), parameters);

    private static Member<FigureKind> Add(
        string name, FigureKind prototype, string title, string shows, Func<FigureKind, string?> misfit, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => new About(title, shows, ""), parameters, misfit);

    private static class Holder
    {
        internal static readonly Catalogue<FigureKind> List = new("figure", "figures");
    }
}
