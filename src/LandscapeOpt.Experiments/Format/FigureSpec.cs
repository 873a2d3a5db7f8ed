using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>A figure of an experiment: what is shown, of which runs, and how the page looks.</summary>
/// <param name="Name">The kebab-case name: the file.</param>
/// <param name="Kind">The kind of figure with its settings.</param>
public sealed record FigureSpec(string Name, FigureKind Kind)
{
    /// <summary>The runs that it shows; all where empty.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>The title; the experiment's where null.</summary>
    public string? Title { get; init; }

    /// <summary>The line below the title; what exactly was run where null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The page.</summary>
    public PageStyle Page { get; init; } = new();

    /// <summary>The keys of a figure beside its name and those of its kind.</summary>
    internal static IReadOnlyList<Parameter> Keys { get; } =
    [
        Parameters.Texts<FigureSpec>("runs", [], f => f.Runs, (f, v) => f with { Runs = v }, "the runs that it shows (default: all)"),
        Parameters.OptionalText<FigureSpec>(
            "title", TextLimits.Title, f => f.Title, (f, v) => f with { Title = v }, "the title (default: the experiment's)"),
        Parameters.OptionalText<FigureSpec>(
            "subtitle", TextLimits.Subtitle, f => f.Subtitle, (f, v) => f with { Subtitle = v }, "the line below the title (default: what was run)"),
    ];

    /// <summary>The key of how the page looks, which stands after those of the kind.</summary>
    internal static Parameter PageKey { get; } =
        Parameters.Block<FigureSpec, PageStyle>("page", new(), PageStyle.Keys, f => f.Page, (f, v) => f with { Page = v }, "how the page looks");

    /// <summary>Whether a run is named, itself or as the run that it was swept from.</summary>
    internal bool Shows(Run run) =>
        Runs.Contains(run.Name, StringComparer.Ordinal) || (run.StreamName is { } swept && Runs.Contains(swept, StringComparer.Ordinal));
}

/// <summary>How the page of a figure looks.</summary>
public sealed record PageStyle
{
    /// <summary>The narrowest and shortest page, in points.</summary>
    public const double Smallest = 100;

    /// <summary>The widest and tallest page, in points.</summary>
    public const double Largest = 5000;

    /// <summary>Width and height in points; what suits the figure where null.</summary>
    public PageSize? Size { get; init; }

    /// <summary>Pixels per point, from 0.5 to 16: 2 suits screens, 4 print.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Light;

    /// <summary>Whether the page has no background of its own.</summary>
    public bool Transparent { get; init; }

    /// <summary>The keys of a page.</summary>
    public static IReadOnlyList<Parameter> Keys { get; } =
    [
        Parameters.Text<PageStyle>("theme", p => p.Theme.Name, (p, v) => p with { Theme = Theme.Find(v)! }, "colours of the figures (default: light)") with
        {
            Type = ParameterType.Choice,
            Choices = [.. Theme.All.Select(t => t.Name)],
        },
        Parameters.Point<PageStyle>(
            "size", _ => default, (p, v) => p with { Size = new(v.X, v.Y) }, "size of the figures in points (default: what suits them)") with
        {
            Get = p => ((PageStyle)p).Size is { } size ? new Point(size.Width, size.Height) : null,
            IsOptional = true,
            Pair = ("a size in points", "W", "H"),
            Range = new(Smallest, Largest),
        },
        Parameters.Number<PageStyle>(
            "scale", p => p.Scale, (p, v) => p with { Scale = v }, new(0.5, 16), "pixels per point (default: 2)"),
        Parameters.Flag<PageStyle>("transparent", p => p.Transparent, (p, v) => p with { Transparent = v }, "draw figures without a background"),
    ];
}
