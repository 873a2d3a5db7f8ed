using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Fonts;
using LandscapeOpt.Figures.Kinds;

namespace LandscapeOpt.Figures.Tests.Kinds;

/// <summary>What holds for every page, whatever it shows.</summary>
internal static class PageAssert
{
    /// <summary>Everything opened is closed; texts have glyphs, stay on the page and off each other.</summary>
    /// <param name="kind">The figure.</param>
    /// <param name="input">What is drawn.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="pages">Pages beside the one that suits the figure.</param>
    internal static void IsReadable(FigureKind kind, FigureInput input, Theme theme, params ReadOnlySpan<PageSize> pages)
    {
        foreach (PageSize page in (PageSize[])[kind.SizeFor(input), .. pages])
        {
            var spy = new TextSpy(page.Width, page.Height);
            kind.Draw(spy, input, theme);
            Assert.Equal(0, spy.Open);
            var sheet = new RectD(0, 0, page.Width, page.Height);
            (string Text, RectD Box, bool IsTurned)[] texts = [.. spy.Texts];
            Assert.All(texts, t =>
                Assert.All(t.Text.EnumerateRunes(), r =>
                    Assert.True(FontFace.For(bold: false, italic: false).Font.GlyphOf(r.Value) > 0, $"no glyph U+{r.Value:X4} in '{t.Text}'")));
            for (int i = 0; i < texts.Length; i++)
            {
                Assert.True(texts[i].Box.Intersect(sheet) == texts[i].Box || texts[i].Box.IsEmpty, $"'{texts[i].Text}' is cut off");
                for (int j = 0; j < i; j++)
                {
                    bool apart = !texts[i].Box.Inflate(-0.3).Overlaps(texts[j].Box.Inflate(-0.3)) || texts[i].IsTurned || texts[j].IsTurned;
                    Assert.True(apart, $"'{texts[i].Text}' lies on '{texts[j].Text}'");
                }
            }
        }
    }
}
