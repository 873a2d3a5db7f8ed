using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Kinds;

public sealed class FigureKindTests
{
    private static readonly (string Name, FigureKind Kind)[] Variants =
    [
        .. FigureCatalogue.Catalogue.Members.Select(m => (m.Name, m.Default)),
        ("trajectory together", new Trajectory { Panels = PanelMode.Together }),
        ("trajectory by step", new Trajectory { ColorBy = "step", Saddles = true, LevelCount = 30, Labels = 30 }),
        ("trajectory by loss, zoomed", new Trajectory { ColorBy = "loss", Zoom = true }),
        ("convergence of three", new Convergence { Columns = "loss;x;gradient_norm", StepScale = AxisScale.Log }),
        ("convergence with bands", new Convergence { Columns = "gap", Bands = true, Scale = AxisScale.Log }),
        ("compare in groups", new Compare { GroupSweeps = true }),
        ("surface by run", new Surface { ColorBy = "run", Azimuth = 200, Elevation = 60, Scale = AxisScale.Log }),
    ];

    public static TheoryData<string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach ((string name, _) in Variants)
            {
                foreach (string input in Cases.Names)
                {
                    data.Add(name, input);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Kinds => [.. FigureCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Texts_stay_on_the_page_and_off_each_other(string variant, string input)
    {
        FigureKind kind = Kind(variant);
        FigureInput data = Cases.For(kind, input);
        PageSize page = kind.SizeFor(data);
        Assert.InRange(page.Width, 200, 3000);
        Assert.InRange(page.Height, 150, 3000);
        PageAssert.IsReadable(kind, data, Theme.Light);
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Every_case_draws_in_pixels_on_small_dark_transparent_pages(string variant, string input)
    {
        FigureKind kind = Kind(variant);
        var canvas = new RasterCanvas(240, 180, 0.5, Theme.Dark.OnTransparent().Background);
        kind.Draw(canvas, Cases.For(kind, input), Theme.Dark.OnTransparent());
        Assert.True(canvas.ToImage().Rgba.IndexOfAnyExcept((byte)0) >= 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_input_gives_the_same_pixels_in_every_culture(string name)
    {
        string here = Hash(name);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(here, Hash(name));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_sentence_names_every_run_and_how_it_ended(string name)
    {
        FigureKind kind = FigureCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        string text = kind.Describe(Cases.For(kind, "blog"));
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        // Figures of landscapes and inspections name what they show instead.
        if (name is "trajectory" or "convergence" or "weights" or "progress" or "surface" or "compare")
        {
            Assert.Contains("guided", text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("random", text, StringComparison.OrdinalIgnoreCase);
        }

        if (name is "trajectory" or "surface" or "compare")
        {
            Assert.Contains("stalled at step 18, 0.70 from the target", text, StringComparison.Ordinal);
            Assert.Contains("(1.662, 1.515)", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Settings_can_be_read_and_changed_by_name(string name)
    {
        Member<FigureKind> member = FigureCatalogue.Catalogue.Members.Single(m => m.Name == name);
        foreach (Parameter parameter in member.Parameters)
        {
            object? value = parameter.Get(member.Default);
            Assert.True(parameter.Allows(value), parameter.Name);
            object copy = parameter.With(member.Default, parameter.Type == ParameterType.Flag ? !(bool)value! : value);
            Assert.Equal(parameter.Type == ParameterType.Flag, !copy.Equals(member.Default));
        }
    }

    [Fact]
    public void The_picture_says_how_each_run_ended()
    {
        var spy = new TextSpy(775, 542);
        new Trajectory().Draw(spy, Cases.Get("blog"), Theme.Light);
        string[] texts = [.. spy.Texts.Select(t => t.Text)];
        Assert.Contains("stalled at step 18, 0.70 from the target", texts);
        Assert.Contains("finished, 0.71 from the target", texts);
        Assert.Equal(2, texts.Count(t => t == "target"));
        Assert.Equal(2, texts.Count(t => t == "start"));
        Assert.Equal(2, texts.Count(t => t == "end"));
        Assert.Contains("easy", texts);
        Assert.Contains("hard", texts);
    }

    [Fact]
    public void A_path_that_leaves_says_so()
    {
        FigureInput input = Cases.Get("leaves the picture");
        PageSize page = new Trajectory().SizeFor(input);
        var spy = new TextSpy(page.Width, page.Height);
        new Trajectory().Draw(spy, input, Theme.Light);
        Assert.Contains("leaves at step 2", spy.Texts.Select(t => t.Text));
    }

    [Fact]
    public void A_hundred_thousand_steps_have_few_markers_and_a_remark()
    {
        FigureInput input = Cases.Get("long walk") with { Runs = [Cases.Walk(100_000)] };
        var spy = new TextSpy(463, 509);
        new Trajectory().Draw(spy, input, Theme.Light);
        Assert.Contains("a case of the tests. A marker every 1000 steps where there is room.", spy.Texts.Select(t => t.Text));
    }

    [Fact]
    public void Two_points_in_one_place_share_a_label()
    {
        FigureInput input = Cases.Get("no steps") with { Runs = [Cases.Raw("rest", [1, 1], [1, 1])] };
        var spy = new TextSpy(463, 509);
        new Trajectory().Draw(spy, input, Theme.Light);
        Assert.Contains("start = end", spy.Texts.Select(t => t.Text));
    }

    [Fact]
    public void Remarks_stand_in_the_map_off_everything_else()
    {
        FigureInput input = Cases.Get("blog") with { Annotations = [new(new(0.25, 0.24), "here it waits"), new(new(1.66, 1.51), "and here it stays")] };
        PageSize page = new Trajectory().SizeFor(input);
        var spy = new TextSpy(page.Width, page.Height);
        new Trajectory().Draw(spy, input, Theme.Light);
        RectD[] boxes = [.. spy.Texts.Where(t => !t.IsTurned).Select(t => t.Box.Inflate(-0.3))];
        Assert.Equal(2, spy.Texts.Count(t => t.Text == "here it waits"));
        for (int i = 0; i < boxes.Length; i++)
        {
            Assert.DoesNotContain(boxes[..i], boxes[i].Overlaps);
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Text_has_contrast(string name)
    {
        Theme theme = Theme.Find(name)!;
        Assert.True(Contrast(theme.Ink, theme.Background) > 12);
        Assert.True(Contrast(theme.Muted, theme.Background) > 4.5);
        for (double t = 0; t <= 1; t += 0.125)
        {
            Assert.True(Contrast(theme.ContourLabel, theme.Landscape.At(t)) > 2.2, NumberText.Short(t));
            Assert.True(Contrast(theme.Ink, theme.Landscape.At(t)) > 4.5, NumberText.Short(t));
        }
    }

    [Fact]
    public void Sequential_colours_change_in_lightness_one_way_and_evenly()
    {
        foreach (Colors.ColorMap map in new[] { Colors.ColorMaps.Blues, Colors.ColorMaps.Night, Colors.ColorMaps.Viridis })
        {
            double[] lightness = [.. Enumerable.Range(0, 17).Select(i => Lightness(map.At(i / 16.0)))];
            double[] steps = [.. lightness.Zip(lightness.Skip(1), (a, b) => b - a)];
            Assert.True(steps.All(s => s > 0) || steps.All(s => s < 0), map.Name);
            double mean = Math.Abs(lightness[^1] - lightness[0]) / steps.Length;
            Assert.All(steps, s => Assert.InRange(Math.Abs(s), 0.4 * mean, 1.7 * mean));
        }
    }

    private static FigureKind Kind(string variant) => Variants.Single(v => v.Name == variant).Kind;

    private static string Hash(string name)
    {
        var canvas = new RasterCanvas(300, 220, 1, Color.White);
        FigureKind kind = FigureCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        kind.Draw(canvas, Cases.For(kind, "blog"), Theme.Light);
        return canvas.ToImage().PixelHash();
    }

    // WCAG 2: relative luminance and contrast ratio.
    private static double Contrast(Color a, Color b)
    {
        (double high, double low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance(Color c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(byte channel) => channel / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    // CIE lightness L*.
    private static double Lightness(Color c) => Luminance(c) is var y && y > 0.008856 ? (116 * Math.Cbrt(y)) - 16 : 903.3 * y;
}
