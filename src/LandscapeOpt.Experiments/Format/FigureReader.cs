using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Reads a figure: what it shows, the settings of its kind, and the page.</summary>
internal sealed class FigureReader(ValueReader values, Func<string, bool> isRun, Func<string, string> hint)
{
    private static readonly string[] Keys = ["name", .. FigureSpec.Keys.Select(k => k.Name), FigureSpec.PageKey.Name];

    internal FigureSpec? Read(Node node)
    {
        if (node is TextNode or WordNode)
        {
            return values.Member(node, FigureCatalogue.Catalogue) is FigureKind simple
                ? new(FigureCatalogue.Catalogue.Of(simple).Name, simple) { Page = PageFor(simple) }
                : null;
        }

        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueReader.Show(node)} is not a figure: expected a SPEC or an object with a kind");
            return null;
        }

        // The figure's own keys stand beside those of its kind.
        var own = new ObjectNode(entries.At, [.. entries.Members.Where(m => Keys.Contains(m.Name, StringComparer.Ordinal))]);
        var kind = values.Member(new ObjectNode(entries.At, [.. entries.Members.Except(own.Members)]), FigureCatalogue.Catalogue) as FigureKind;
        Fields fields = values.Fields(own, Keys);
        string? name = fields["name"] is { } nameNode ? values.Name(nameNode) : kind is null ? null : FigureCatalogue.Catalogue.Of(kind).Name;
        var spec = (FigureSpec)values.Block(fields, new FigureSpec(name ?? "", kind!), FigureSpec.Keys);
        foreach (Node unknown in fields["runs"] is ListNode runs ? runs.Items.Where(r => r is TextNode text && !isRun(text.Value)) : [])
        {
            string run = ((TextNode)unknown).Value;
            values.Fail(unknown, $"there is no run '{run}'{hint(run)}");
        }

        spec = spec with { Page = Page(fields[FigureSpec.PageKey.Name], kind) };
        return kind is null || name is null ? null : spec;
    }

    private PageStyle Page(Node? node, FigureKind? kind)
    {
        PageStyle page = PageFor(kind);
        if (node is null || values.Block(node, page, PageStyle.Keys, "page") is not PageStyle read)
        {
            return page;
        }

        // On the page that suits it, a map keeps every pixel; on a page of another size it need not.
        page = read.Size is null || ((ObjectNode)node).Find("scale") is not null ? read : read with { Scale = new PageStyle().Scale };
        if (page.Size is { } points && Math.Max(points.Width, points.Height) * page.Scale > BandedPng.LargestSide)
        {
            values.Fail(node, FormattableString.Invariant(
                $"the page would have more than {BandedPng.LargestSide} pixels along a side: choose a smaller size or scale"));
        }

        return page;
    }

    private static PageStyle PageFor(FigureKind? kind)
    {
        var page = new PageStyle();
        return kind is null ? page : page with { Scale = Math.Min(kind.FinestScale, PageStyle.Keys.First(k => k.Name is "scale").Range.To) };
    }
}
