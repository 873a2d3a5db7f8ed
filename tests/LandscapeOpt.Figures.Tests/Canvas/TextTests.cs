using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed partial class TextTests
{
    private static readonly TextStyle Style = new(10, Color.Black);

    [Theory]
    [InlineData("w₁", "w|1")]
    [InlineData("10⁻³", "10|−3")]
    [InlineData("a_b^c*d*", "a_b^c*d*")]
    [InlineData("x²₀", "x|2|0")]
    [InlineData("two\nlines\t", "two lines ")]
    public void Plain_text_is_taken_as_it_is_but_for_unicode_scripts(string text, string runs) =>
        Assert.Equal(runs, string.Join('|', RichText.Plain(text).Runs.Select(r => r.Text)));

    [Theory]
    [InlineData("λ_{max}", "λ:0 max:-1")]
    [InlineData("*w*_1", "/w/:0 1:-1")]
    [InlineData("*w_1*x", "/w/:0 /1/:-1 x:0")]
    [InlineData("10^{-3} s", "10:0 −3:1  s:0")]
    [InlineData("x^2y", "x:0 2:1 y:0")]
    [InlineData(@"a\_b \*c\* \\", @"a_b *c* \:0")]
    [InlineData("run_", "run_:0")]
    [InlineData("5 * 3", "5 * 3:0")]
    [InlineData("x_{open", "x_{open:0")]
    [InlineData(@"x_\{", "x:0 {:-1")]
    [InlineData("x_{a-b}", "x:0 a-b:-1")]
    public void Markup_is_read(string markup, string runs) =>
        Assert.Equal(runs, string.Join(' ', RichText.Parse(markup).Runs.Select(r =>
            r.Italic ? FormattableString.Invariant($"/{r.Text}/:{r.Script}") : FormattableString.Invariant($"{r.Text}:{r.Script}"))));

    [Fact]
    public void Escaped_text_comes_back_unchanged() =>
        Prop.ForAll<string>(text => RichText.Parse(RichText.Escape(text ?? "")).Runs.SequenceEqual(RichText.Plain(text ?? "").Runs))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Kerning_draws_pairs_together()
    {
        double pair = Width("AV"), apart = Width("A") + Width("V");
        Assert.Equal(apart - 0.639, pair, 0.01);
        Assert.Equal(Width("HH"), 2 * Width("H"), 9);
    }

    [Fact]
    public void Metrics_are_those_of_the_font()
    {
        TextMetrics m = Typesetter.Measure("Hg", Style);
        Assert.Equal(10 * 1901 / 2048.0, m.Ascent, 9);
        Assert.Equal(10 * 483 / 2048.0, m.Descent, 9);
        Assert.Equal(10 * 1493 / 2048.0, m.CapHeight, 9);
        Assert.Equal(10 * (1540 + 1300) / 2048.0, m.Width, 9);
        Assert.Equal(-m.CapHeight, m.Ink.Y, 9);
        Assert.Equal(10 * 426 / 2048.0, m.Ink.Bottom, 9);
        Assert.Equal(2 * m.Width, Typesetter.Measure("Hg", Style with { Size = 20 }).Width, 9);
        Assert.Equal(default, Typesetter.Measure("", Style).Ink);
    }

    [Theory]
    [InlineData("x^2_1", "x_1")]
    [InlineData("x_1^2", "x_1")]
    public void Sub_and_superscript_stand_above_each_other(string both, string one) =>
        Assert.Equal(Width(RichText.Parse(one)), Width(RichText.Parse(both)), 9);

    [Fact]
    public void Characters_that_the_font_lacks_are_boxes_and_invisible_ones_nothing()
    {
        Assert.Equal(Typesetter.Measure("\uE000", Style), Typesetter.Measure("語", Style));
        Assert.False(Typesetter.Measure("語", Style).Ink.IsEmpty);
        Assert.Equal(Width("ab"), Width("a\u200Bb"), 9);
        Assert.Equal(Width("a") + Width("\U0001F600"), Width("a\U0001F600"), 9);
    }

    [Theory]
    [InlineData("Ångström é ş", 0)]
    [InlineData("∇f ≤ λ_{max}", 0)]
    [InlineData("10^{-3}", 33)]
    [InlineData("*w*_1", 90)]
    public void Ink_is_where_the_bounds_say(string markup, double degrees)
    {
        RichText text = RichText.Parse(markup);
        TextStyle style = new(12, Color.Black, RotationDegrees: degrees, HorizontalAlign: HorizontalAlign.Center);
        RectD bounds = Typesetter.Bounds(text, new(60, 60), style);
        double[,] coverage = CanvasProbe.Coverage(120, 120, c => c.Text(text, new(60, 60), style));
        var inked = Enumerable.Range(0, 120 * 120).Where(i => coverage[i % 120, i / 120] > 0).ToList();
        Assert.InRange(inked.Min(i => i % 120), bounds.X - 1, bounds.X + 1);
        Assert.InRange(inked.Max(i => i % 120) + 1, bounds.Right - 1, bounds.Right + 1);
        Assert.InRange(inked.Min(i => i / 120), bounds.Y - 1, bounds.Y + 1);
        Assert.InRange(inked.Max(i => i / 120) + 1, bounds.Bottom - 1, bounds.Bottom + 1);
    }

    [Fact]
    public void Alignment_moves_the_text_by_its_metrics()
    {
        TextMetrics m = Typesetter.Measure("H", Style);
        RectD start = Box(HorizontalAlign.Left, VerticalAlign.Baseline);
        Assert.Equal(start.X - m.Width, Box(HorizontalAlign.Right, VerticalAlign.Baseline).X, 9);
        Assert.Equal(start.X - (m.Width / 2), Box(HorizontalAlign.Center, VerticalAlign.Baseline).X, 9);
        Assert.Equal(50, start.Bottom, 9);
        Assert.Equal(50, Box(HorizontalAlign.Left, VerticalAlign.Top).Y, 9);
        Assert.Equal(50, Box(HorizontalAlign.Left, VerticalAlign.Middle).Center.Y, 9);
        Assert.Equal(50 - m.Descent, Box(HorizontalAlign.Left, VerticalAlign.Bottom).Bottom, 9);

        static RectD Box(HorizontalAlign h, VerticalAlign v) => Typesetter.Bounds("H", new(50, 50), Style with { HorizontalAlign = h, VerticalAlign = v });
    }

    [Fact]
    public void A_halo_surrounds_the_letters_and_covers_what_was_there()
    {
        var canvas = new RasterCanvas(40, 20, 2, Color.Black);
        canvas.Text("oo", new(10, 14), new(14, new(255, 0, 0), Halo: Color.White, HaloWidth: 2));
        PixelImage image = canvas.ToImage();
        RectD ink = Typesetter.Bounds("oo", new(10, 14), new(14, Color.Black));
        Assert.Equal(Color.White, image[(int)(2 * (ink.X - 1)), (int)(2 * ink.Center.Y)]);
        Assert.Equal(Color.Black, image[(int)(2 * (ink.X - 3)), (int)(2 * ink.Center.Y)]);
        Assert.Equal(Color.White, image[(int)(2 * (ink.X + (ink.Width / 4))), (int)(2 * (ink.Y - 1))]);
    }

    [Theory]
    [InlineData("Following λ_{max} ≤ 10^{-3}, AVATAR *w*_1", 0, HorizontalAlign.Left)]
    [InlineData("loss *f*(*x*, *y*)", 90, HorizontalAlign.Center)]
    public void Every_glyph_stands_in_the_svg_where_the_png_has_it(string markup, double degrees, HorizontalAlign align)
    {
        RichText text = RichText.Parse(markup);
        TextStyle style = new(9, Color.Black, RotationDegrees: degrees, HorizontalAlign: align, VerticalAlign: VerticalAlign.Middle);
        var svg = new SvgCanvas(300, 300);
        svg.Text(text, new(123.456, 78.9), style);
        XNamespace ns = "http://www.w3.org/2000/svg";
        XElement group = XDocument.Parse(svg.ToSvg()).Descendants(ns + "g").Single(g => g.Attribute("aria-label") is not null);
        Assert.Equal(text.PlainText, group.Attribute("aria-label")!.Value);
        Affine outer = ReadTransform(group.Attribute("transform")!.Value);

        TextLayout layout = TextLayout.Of(text, style);
        PlacedGlyph[] visible = [.. layout.Glyphs.Where(g => !g.Face.Outline(g.Glyph).IsEmpty)];
        XElement[] uses = [.. group.Elements(ns + "use")];
        Assert.Equal(visible.Length, uses.Length);
        Affine placement = layout.Placement(new(123.456, 78.9), style);
        for (int i = 0; i < uses.Length; i++)
        {
            Affine inner = uses[i].Attribute("transform") is { } t ? ReadTransform(t.Value) : Affine.Translation(Read(uses[i], "x"), Read(uses[i], "y"));
            foreach (PointD corner in (PointD[])[new(0, 0), new(1, 0), new(0, 1)])
            {
                PlacedGlyph g = visible[i];
                PointD expected = placement.Apply(new(g.X + (g.Size * corner.X), g.Y + (g.Size * corner.Y)));
                PointD actual = (outer * inner).Apply(2048 * corner);
                Assert.Equal(expected.X, actual.X, 0.02);
                Assert.Equal(expected.Y, actual.Y, 0.02);
            }
        }
    }

    private static double Width(RichText text) => Typesetter.Measure(text, Style).Width;

    private static double Read(XElement element, string name) =>
        element.Attribute(name) is { } a ? double.Parse(a.Value, CultureInfo.InvariantCulture) : 0;

    private static Affine ReadTransform(string text)
    {
        Affine map = Affine.Identity;
        foreach (Match match in Step().Matches(text))
        {
            double[] v = [.. match.Groups["numbers"].Value.Split(' ').Select(s => double.Parse(s, CultureInfo.InvariantCulture))];
            map *= match.Groups["name"].Value switch
            {
                "translate" => Affine.Translation(v[0], v[1]),
                "rotate" => Affine.Rotation(-v[0]),
                _ => Affine.Scaling(v[0], v[0]),
            };
        }

        return map;
    }

    [GeneratedRegex(@"(?<name>\w+)\((?<numbers>[^)]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();
}
