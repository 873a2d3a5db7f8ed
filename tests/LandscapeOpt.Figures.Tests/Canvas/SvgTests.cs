using System.Globalization;
using System.Xml.Linq;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Canvas.Svg;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class SvgTests
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.004, "0")]
    [InlineData(-0.004, "0")]
    [InlineData(0.5, ".5")]
    [InlineData(-0.25, "-.25")]
    [InlineData(12, "12")]
    [InlineData(10.5, "10.5")]
    [InlineData(3.999, "4")]
    [InlineData(1234.056, "1234.06")]
    public void Numbers_are_as_short_as_they_can_be(double value, string text) => Assert.Equal(text, SvgNumbers.Text(value));

    [Theory]
    [InlineData(0.5, ".5")]
    [InlineData(10.5, "10.5")]
    [InlineData(-0.125, "-.125")]
    [InlineData(0.00390625, ".0039062")]
    [InlineData(double.NaN, "0")]
    public void Shares_keep_five_digits(double value, string text) => Assert.Equal(text, SvgNumbers.Share(value));

    [Fact]
    public void Path_data_is_relative_and_does_not_drift()
    {
        VectorPath path = new VectorPath().MoveTo(1, 2).LineTo(1.5, 2.25).LineTo(9, 2.25).LineTo(9, -3).CubicTo(new(1, 1), new(2, 2), new(3, 3)).Close()
            .MoveTo(5, 5).QuadTo(new(6, 5), new(6, 6));
        Assert.Equal("M1 2l.5.25h7.5v-5.25c-8 4-7 5-6 6zm4 3q1 0 1 1", SvgPathData.Of(path));
        var long3 = new VectorPath().MoveTo(0, 0);
        for (int i = 1; i <= 3000; i++)
            long3.LineTo(i / 3.0, i % 2);
        XElement[] drawn = Draw(c => c.Stroke(long3, new(Color.Black, 1)));
        double x = 0;
        foreach (string step in drawn.Single(e => e.Attribute("d") is not null).Attribute("d")!.Value[4..].Split('l', ' ', '-')
            .Where(s => s.StartsWith(".3", StringComparison.Ordinal)))
            x += double.Parse(step, CultureInfo.InvariantCulture);
        Assert.Equal(1000, x, 0.02);
    }

    [Fact]
    public void Corners_that_cannot_be_seen_are_left_out_and_others_kept()
    {
        VectorPath arc = new VectorPath().MoveTo(100, 0);
        for (int i = 1; i <= 900; i++)
            arc.LineTo(100 * Math.Cos(i * Math.PI / 1800), 100 * Math.Sin(i * Math.PI / 1800));
        string data = SvgPathData.Of(arc);
        Assert.InRange(data.Length, 100, 500);
        Assert.Equal("M0 0l1 1h-1", SvgPathData.Of(VectorPath.Polyline([new(0, 0), new(1, 1), new(0, 1)])));
        Assert.Equal("M0 0h3h-2", SvgPathData.Of(VectorPath.Polyline([new(0, 0), new(3, 0), new(1, 0)])).Replace("h3-2", "h3h-2", StringComparison.Ordinal));
        Assert.Equal("M2 2h0", SvgPathData.Of(VectorPath.Segment(new(2, 2), new(2, 2))));
    }

    [Fact]
    public void What_a_file_says_about_itself_comes_back()
    {
        var info = new FigureInfo("a < b & \"c\"", "Two wells,\r\nλ ≤ 3 'x' ]]> \u2028 漢字 😀", "{\n\t\"formula\": \"x < 1 && y\"\r}", "landscape-opt 0.1.0");
        string svg = new SvgCanvas(100, 50).ToSvg(info);
        Assert.Equal(info, SvgFile.ReadInfo(svg));
        XElement root = XDocument.Parse(svg).Root!;
        Assert.Equal(["title", "desc", "metadata"], root.Elements().Take(3).Select(e => e.Name.LocalName));
        Assert.Equal("0 0 100 50", root.Attribute("viewBox")!.Value);
        Assert.Equal("a\uFFFDb", SvgFile.ReadInfo(new SvgCanvas(9, 9).ToSvg(new("a\u0001b"))).Title);
        Assert.Equal(new FigureInfo(), SvgFile.ReadInfo(new SvgCanvas(9, 9).ToSvg()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<html/>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><title><b>x</b></title></svg>")]
    public void Other_files_are_refused(string text) => Assert.Throws<SvgException>(() => SvgFile.ReadInfo(text));

    [Fact]
    public void What_comes_again_is_written_once()
    {
        VectorPath path = new VectorPath().MoveTo(0, 0);
        for (int i = 0; i < 200; i++)
            path.LineTo(i, i % 7);
        XElement[] drawn = Draw(c =>
        {
            c.Fill(path, Color.White);
            c.Stroke(path, new(Color.Black, 1));
            c.Text("aa aa", new(10, 10), new(8, Color.Black, Halo: Color.White, HaloWidth: 1));
            c.Text("aa aa", new(10, 30), new(8, Color.Black, Halo: Color.White, HaloWidth: 1));
            c.Stamp(VectorPath.Circle(default, 2), [new(1, 1), new(50, 5), new(double.NaN, 2), new(900, 900)], Color.Black, null);
        });
        Assert.Equal(3, drawn.Count(e => e.Name == Ns + "path"));

        // The path again; four letters and the first line again; twice the first line; two of four stamps.
        Assert.Equal(1 + 5 + 2 + 2, drawn.Count(e => e.Name == Ns + "use"));
    }

    [Fact]
    public void The_same_drawing_gives_the_same_bytes_in_every_culture()
    {
        string expected = Reference();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string culture in (string[])["de-DE", "fa-IR", "tr-TR"])
            {
                CultureInfo.CurrentCulture = new(culture);
                Assert.Equal(expected, Reference());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Reference()
        {
            var canvas = new SvgCanvas(ReferenceDrawing.Width, ReferenceDrawing.Height, Color.White);
            ReferenceDrawing.Draw(canvas);
            return canvas.ToSvg();
        }
    }

    [Fact]
    public void Unbalanced_calls_are_refused()
    {
        var canvas = new SvgCanvas(4, 4);
        Assert.Throws<InvalidOperationException>(canvas.PopClip);
        canvas.PushGroup(0.5);
        Assert.Throws<InvalidOperationException>(canvas.PopClip);
        Assert.Throws<InvalidOperationException>(() => canvas.ToSvg());
        Assert.Throws<ArgumentException>(() => canvas.Image(new(0, 0, 1, 1), 2, 2, new Color[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SvgCanvas(0, 1));
    }

    private static XElement[] Draw(Action<ICanvas> draw)
    {
        var canvas = new SvgCanvas(300, 200);
        draw(canvas);
        return [.. XDocument.Parse(canvas.ToSvg()).Descendants()];
    }
}
