using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Reads a figure: what it shows, the settings of its kind, and the page.</summary>
internal sealed class FigureBinder(ValueBinder values, Func<string, bool> isRun, Func<string, string> hint)
{
    internal static readonly string[] Keys = ["name", "runs", "title", "subtitle", "page"];
    internal static readonly string[] PageKeys = ["theme", "size", "scale", "transparent"];
    internal static readonly NumberRange Scales = new(0.5, 16), Sizes = new(PageStyle.Smallest, PageStyle.Largest);

    internal FigureSpec? Bind(Node node)
    {
        if (node is TextNode or WordNode)
        {
            return values.Member(node, FigureCatalogue.Catalogue) is FigureKind simple
                ? new(FigureCatalogue.Catalogue.Of(simple).Name, simple) { Page = new() { Scale = ScaleFor(simple, null) } }
                : null;
        }

        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not a figure: expected a SPEC or an object with a kind");
            return null;
        }

        // The figure's own keys stand beside those of its kind.
        var own = new ObjectNode(entries.At, [.. entries.Members.Where(m => Keys.Contains(m.Name, StringComparer.Ordinal))]);
        var kind = values.Member(new ObjectNode(entries.At, [.. entries.Members.Except(own.Members)]), FigureCatalogue.Catalogue) as FigureKind;
        Fields fields = values.Fields(own, Keys);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : kind is null ? null : FigureCatalogue.Catalogue.Of(kind).Name;
        var spec = new FigureSpec(name ?? "", kind!)
        {
            Runs = fields["runs"] is null ? [] : values.List(own, fields, "runs", KnownRun),
            Title = fields["title"] is { } title ? values.Text(title, TextLimits.Title) : null,
            Subtitle = fields["subtitle"] is { } subtitle ? values.Text(subtitle, TextLimits.Subtitle) : null,
            Page = Page(fields["page"], kind),
        };
        return kind is null || name is null ? null : spec;
    }

    private PageStyle Page(Node? node, FigureKind? kind)
    {
        var page = new PageStyle { Scale = ScaleFor(kind, null) };
        if (node is null)
        {
            return page;
        }

        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not an object: expected {{\"theme\": …, \"size\": [width, height], \"scale\": …, \"transparent\": …}}");
            return page;
        }

        int before = values.ProblemCount;
        Fields fields = values.Fields(entries, PageKeys);
        PageSize? chosen = fields["size"] is { } size && values.Pair(size, "a size in points", "W", "H") is { } p ? Size(size, p.X, p.Y) : null;
        page = page with
        {
            Theme = fields["theme"] is { } theme ? ThemeOf(theme) ?? page.Theme : page.Theme,
            Size = chosen,
            Scale = fields["scale"] is { } scale && values.Number(scale, Scales.Describe("a number")) is { } s ? InRange(scale, s, Scales) : ScaleFor(kind, chosen),
            Transparent = fields["transparent"] is { } transparent && values.Flag(transparent) is true,
        };
        if (values.ProblemCount == before && chosen is { } points && Math.Max(points.Width, points.Height) * page.Scale > BandedPng.LargestSide)
        {
            values.Fail(node, FormattableString.Invariant($"the page would have more than {BandedPng.LargestSide} pixels along a side: choose a smaller size or scale"));
        }

        return page;
    }

    // On the page that suits it, a map keeps every pixel.
    private static double ScaleFor(FigureKind? kind, PageSize? chosen) =>
        kind is null || chosen is not null ? new PageStyle().Scale : Math.Min(kind.FinestScale, Scales.To);

    private PageSize? Size(Node node, double width, double height) => new PageSize(InRange(node, width, Sizes), InRange(node, height, Sizes));

    private double InRange(Node node, double value, NumberRange range)
    {
        if (!range.Contains(value))
        {
            values.Fail(node, FormattableString.Invariant($"{value} is out of range: expected {range.Describe("a number")}"));
        }

        return value;
    }

    private Theme? ThemeOf(Node node)
    {
        IEnumerable<string> known = Theme.All.Select(t => t.Name);
        if (values.Text(node) is { } name && Theme.Find(name) is null)
        {
            values.Fail(node, $"unknown theme '{name}': expected one of {string.Join(", ", known)}{Spelling.Suggest(name, known)}");
        }

        return values.Text(node) is { } found ? Theme.Find(found) : null;
    }

    private string? KnownRun(Node node) => values.Text(node) is not { } name || isRun(name)
        ? values.Text(node)
        : (string?)values.Fail(node, $"there is no run '{name}'{hint(name)}");
}
