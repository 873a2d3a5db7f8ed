using LandscapeOpt.Analyses;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Tests.Kinds;

public sealed class BasinsTests
{
    private static readonly Point[] Four = [new(3, 2), new(-2.8, 3.13), new(-3.78, -3.28), new(3.58, -1.85)];

    private static readonly Dictionary<string, Func<FakeBasins>> Maps = new(StringComparer.Ordinal)
    {
        ["one pixel"] = () => FakeBasins.Of(1, 1, Four, (_, _) => (0, 3)),
        ["two by three"] = () => FakeBasins.Of(2, 3, Four, (i, j) => (i + j, 3 + i)),
        ["a line"] = () => FakeBasins.Of(300, 1, Four, (i, _) => (i % 4, i)),
        ["four basins"] = () => FakeBasins.Of(512, 512, Four, (i, j) => ((i / 256) + (2 * (j / 256)), i + j)),
        ["everything diverged"] = () => FakeBasins.Of(64, 64, [], (i, _) => (BasinLabel.Diverged, i)),
        ["every end"] = () => FakeBasins.Of(64, 64, Four, (i, j) => (((i + j) % 8) - 4, i)),
        ["equal steps"] = () => FakeBasins.Of(64, 64, Four, (i, _) => (i / 16, 400)),
        ["121 minima"] = () => FakeBasins.Lattice(11, 512),
        ["a thousand minima"] = () => FakeBasins.Lattice(32, 320),
        ["wide window"] = () => FakeBasins.Of(512, 512, Four, (i, _) => (i / 128, i), new(-3, 3, -1, 1)),
        ["far window"] = () => FakeBasins.Of(64, 64, [new(1000, 1000)], (_, j) => (0, j), new(1000 - 1e-6, 1000 + 1e-6, 1000 - 1e-6, 1000 + 1e-6)),
        ["larger than the page"] = () => FakeBasins.Of(2500, 2500, Four, (i, j) => ((i / 1250) + (2 * (j / 1250)), i)),
    };

    public static TheoryData<string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string map in Maps.Keys)
            {
                data.Add(map, "light");
                data.Add(map, "dark");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Texts_stay_on_the_page_and_off_each_other(string map, string theme)
    {
        FigureInput input = Input(Maps[map]());
        PageSize page = new Basins().SizeFor(input);
        Assert.InRange(page.Width, 300, 2600);
        Assert.InRange(page.Height, 200, 2600);
        PageAssert.IsReadable(new Basins(), input, Theme.Find(theme)!, new(1000, 700), new(420, 300), new(220, 180));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(7, 5)]
    [InlineData(100, 100)]
    [InlineData(512, 512)]
    [InlineData(700, 700)]
    public void Each_pixel_of_the_map_is_whole_pixels_of_the_page(int width, int height)
    {
        FakeBasins map = FakeBasins.Of(width, height, Four, (i, j) => ((i + (2 * j)) % 4, 5 + (3 * i)));
        FigureInput input = Input(map);
        var kind = new Basins { CriticalPoints = false };
        PageSize page = kind.SizeFor(input);
        var canvas = new RasterCanvas(page.Width, page.Height, 2, Color.White);
        kind.Draw(canvas, input, Theme.Light);
        PixelImage image = canvas.ToImage();
        Frame frame = Basins.FrameOf(map, Basins.AreaOf(map, input, page.Width, page.Height, 2));
        var colors = new BasinColors(map, Theme.Light);
        int across = (int)(frame.Area.Width * 2 / width), up = (int)(frame.Area.Height * 2 / height);
        Assert.Equal(frame.Area.Width * 2, across * width);
        Assert.Equal(frame.Area.Height * 2, up * height);
        for (int j = 0; j < height; j += Math.Max(1, height / 40))
        {
            for (int i = 0; i < width; i += Math.Max(1, width / 40))
            {
                (double x, double y) = (frame.Area.X * 2, frame.Area.Bottom * 2);
                Assert.Equal(x, Math.Round(x));
                PointD centre = frame.Place(map.Grid[i, j]);
                Assert.Equal(x + ((i + 0.5) * across), 2 * centre.X, 6);
                Assert.Equal(y - ((j + 0.5) * up), 2 * centre.Y, 6);
                (int label, int steps) = ((i + (2 * j)) % 4, 5 + (3 * i));

                // The frame's line covers a pixel of the page or so on every side.
                int px = (int)x + (i * across) + (across / 2), py = (int)y - (j * up) - (up / 2) - 1;
                if (i > 1 && j > 1 && i < width - 2 && j < height - 2)
                {
                    Assert.Equal(colors.Of(label, steps), image[px, py]);
                    Assert.Equal(colors.Of(label, steps), image[(int)x + (i * across), (int)y - (j * up) - 1]);
                    Assert.Equal(colors.Of(label, steps), image[(int)x + (i * across) + across - 1, (int)y - ((j + 1) * up)]);
                }
            }
        }
    }

    [Fact]
    public void A_page_with_fewer_pixels_shows_means()
    {
        FakeBasins map = FakeBasins.Of(64, 64, Four, (i, j) => (((i / 2) + (j / 3)) % 4, i));
        var colors = new BasinColors(map, Theme.Light);
        var rows = new BasinPixels(map, colors, 32, 16);
        var line = new Color[32];
        rows.Read(15, line);
        for (int i = 0; i < 32; i++)
        {
            int sum = 0;
            for (int k = 0; k < 8; k++)
            {
                (int x, int y) = ((2 * i) + (k % 2), k / 2);
                sum += colors.Of(((x / 2) + (y / 3)) % 4, x).R;
            }

            Assert.Equal((sum + 4) / 8, line[i].R);
        }
    }

    [Fact]
    public void Smoothed_pixels_take_the_mean_of_their_samples()
    {
        FakeBasins map = FakeBasins.Of(8, 8, Four, (_, _) => (0, 5));
        map.Smoothed[3] = [new(2, new short[] { 0, 1, 1, BasinLabel.Diverged }, new[] { 5, 5, 5, 5 })];
        var colors = new BasinColors(map, Theme.Light);
        var line = new Color[8];
        new BasinPixels(map, colors, 8, 8).Read(4, line);
        int sum = colors.Of(0, 5).G + (2 * colors.Of(1, 5).G) + colors.Of(BasinLabel.Diverged, 5).G;
        Assert.Equal((sum + 2) / 4, line[2].G);
        Assert.Equal(colors.Of(0, 5), line[3]);
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Seven_minima_look_different_to_every_eye(string name)
    {
        FakeBasins map = FakeBasins.Of(7, 1, [.. Enumerable.Range(0, 7).Select(i => new Point(i - 3, 0))], (i, _) => (i, 5));
        var colors = new BasinColors(map, Theme.Find(name)!);
        foreach (Func<Color, Color> eye in ColorVision.All)
        {
            OkLab[] seen = [.. Enumerable.Range(-4, 11).Where(l => l is >= 0 or BasinLabel.Diverged).Select(l => OkLab.Of(eye(colors.Of(l))))];
            for (int i = 0; i < seen.Length; i++)
            {
                Assert.All(seen[..i], other => Assert.True(other.DistanceTo(seen[i]) > 0.05));
            }
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Neighbours_among_121_minima_look_different_to_every_eye(string name)
    {
        const int Side = 11;
        var colors = new BasinColors(FakeBasins.Lattice(Side, 110), Theme.Find(name)!);
        foreach (Func<Color, Color> eye in ColorVision.All)
        {
            OkLab Seen(int column, int row) => OkLab.Of(eye(colors.Of((row * Side) + column)));
            for (int j = 0; j < Side - 1; j++)
            {
                for (int i = 0; i < Side - 1; i++)
                {
                    Assert.True(Seen(i, j).DistanceTo(Seen(i + 1, j)) > 0.05, "a right neighbour");
                    Assert.True(Seen(i, j).DistanceTo(Seen(i, j + 1)) > 0.05, "an upper neighbour");
                }
            }
        }
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Fewer_steps_are_fuller_and_diverged_is_darkest(string name)
    {
        FakeBasins map = FakeBasins.Of(100, 2, Four, (i, j) => (j == 0 ? i % 4 : BasinLabel.Diverged, i));
        var colors = new BasinColors(map, Theme.Find(name)!);
        for (int label = 0; label < 4; label++)
        {
            double[] chroma = [.. new[] { 0, 25, 50, 75, 99 }.Select(s => OkLab.Of(colors.Of(label, s))).Select(c => Math.Sqrt((c.A * c.A) + (c.B * c.B)))];
            Assert.Equal(chroma.OrderDescending(), chroma);
            Assert.All(Enumerable.Range(0, 100), s => Assert.True(OkLab.Of(colors.Of(label, s)).L > OkLab.Of(colors.Of(BasinLabel.Diverged, 99)).L + 0.02));
        }

        Assert.True(OkLab.Of(colors.Of(BasinLabel.Diverged)).L < 0.2);
    }

    [Fact]
    public void Long_lists_are_cut_and_the_rest_is_counted()
    {
        FigureInput input = Input(Maps["121 minima"]());
        PageSize page = new Basins().SizeFor(input);
        var spy = new TextSpy(page.Width, page.Height);
        new Basins().Draw(spy, input, Theme.Light);
        string[] texts = [.. spy.Texts.Select(t => t.Text)];
        int named = texts.Count(t => t.StartsWith('('));
        Assert.InRange(named, 8, 20);
        Assert.Contains(FormattableString.Invariant($"and {121 - named} more"), texts);
    }

    [Theory]
    [InlineData("four basins", true)]
    [InlineData("equal steps", false)]
    public void The_legend_explains_the_marks_also_where_all_runs_take_as_long(string map, bool varies)
    {
        FigureInput input = Input(Maps[map]());
        PageSize page = new Basins().SizeFor(input);
        var spy = new TextSpy(page.Width, page.Height);
        new Basins().Draw(spy, input, Theme.Light);
        string[] texts = [.. spy.Texts.Select(t => t.Text)];
        Assert.Contains("saddle", texts);
        Assert.Contains("maximum", texts);
        Assert.Equal(varies, texts.Contains("steps taken"));
    }

    [Fact]
    public void The_sentence_names_shares_rule_and_steps()
    {
        string text = new Basins().Describe(Input(FakeBasins.Of(10, 10, Four, (i, _) => (i < 5 ? 0 : i < 8 ? 1 : BasinLabel.Diverged, 7))));
        Assert.Equal(
            "Map of the basins of Himmelblau, gradient descent, learning rate 0.01, 400 steps from each of 10 × 10 starts. "
            + "50.0 % of the starts reach the minimum at (3.00, 2.00), 30.0 % of the starts reach the minimum at (−2.80, 3.13). 20.0 % diverge.",
            text);
    }

    [Fact]
    public void Bands_have_the_pixels_of_the_whole_picture()
    {
        FakeBasins map = Maps["larger than the page"]();
        FigureInput input = Input(map);
        PageSize page = new Basins().SizeFor(input);
        double scale = new Basins { Pixels = new(map.Grid.Width, map.Grid.Height) }.FinestScale;
        Assert.Equal(3, scale);
        void Draw(ICanvas canvas) => new Basins().Draw(canvas, input, Theme.Light);
        var whole = new RasterCanvas(page.Width, page.Height, scale, Color.White);
        Draw(whole);
        string hash = "";
        BandedPng.Write(Stream.Null, page.Width, page.Height, scale, Color.White, Draw, h => new("", "", hash = h));
        Assert.Equal(whole.ToImage().PixelHash(), hash);
    }

    [Fact]
    public void A_computed_map_is_drawn_with_its_own_subtitle_and_path()
    {
        Run run = FakeBasins.Default() with { Start = new(1, 1) };
        (RunResult result, Trace trace) = Engine.Trace(run);
        var input = new FigureInput { Title = "Basins", Landscape = run.Landscape, Model = run, Runs = [FigureRun.From(result, trace)] };
        var kind = new Basins { Pixels = new(40, 30), Path = true, Window = new(-4, 4, -3, 3), Supersample = 2 };
        var answers = new Answers(CancellationToken.None);
        FigureInput ready = kind.Prepare(input, answers);
        Assert.Equal("Himmelblau, gradient descent, learning rate 0.01, 400 steps from each of 40 × 30 starts.", ready.Subtitle);
        var shown = (BasinsWithPoints)ready.Result!;
        Assert.Equal((40, 30), (shown.Map.Grid.Width, shown.Map.Grid.Height));
        Assert.Equal(4, shown.Map.Minima.Count);
        Assert.Equal(4, shown.Critical!.Count(CriticalKind.Saddle));
        FigureInput again = kind.Prepare(input with { Subtitle = "mine", HasOwnSubtitle = true }, answers);
        Assert.Equal("mine", again.Subtitle);
        Assert.Same(shown.Map, ((BasinsWithPoints)again.Result!).Map);
        Assert.Same(shown.Critical, ((BasinsWithPoints)again.Result!).Critical);
        string with = Hash(kind, ready), without = Hash(kind with { Path = false }, ready);
        Assert.NotEqual(with, without);
    }

    private static string Hash(FigureKind kind, FigureInput input)
    {
        var canvas = new RasterCanvas(500, 400, 1, Color.White);
        kind.Draw(canvas, input, Theme.Light);
        return canvas.ToImage().PixelHash();
    }

    private static FigureInput Input(FakeBasins map) =>
        new()
        {
            Title = "Where runs end",
            Subtitle = MapText.Subtitle(map),
            Landscape = map.Model.Landscape,
            Result = new BasinsWithPoints(map, BasinMarks.MayHaveOthers(map) ? CriticalPoints.Find(map.Model.Landscape, map.Grid.Window) : null),
        };
}
