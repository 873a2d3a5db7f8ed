using System.Diagnostics;
using System.Globalization;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void The_reference_drawing_has_the_same_pixels_everywhere(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new(culture);
            Assert.Equal("117bebed02a78b741ebc31145758aebc595903a6d700e96644ec7a306f895756", Raster(2).PixelHash());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact(Skip = "Chromium is not installed.", SkipType = typeof(Chromium), SkipUnless = nameof(Chromium.IsInstalled))]
    public void Chromium_shows_the_svg_as_the_png()
    {
        var canvas = new SvgCanvas(ReferenceDrawing.Width, ReferenceDrawing.Height, Color.White);
        ReferenceDrawing.Draw(canvas);
        PixelImage shown = Chromium.Show(canvas.ToSvg(), (int)ReferenceDrawing.Width, (int)ReferenceDrawing.Height, 2), drawn = Raster(2);
        Assert.Equal((drawn.Width, drawn.Height), (shown.Width, shown.Height));
        long sum = 0;
        int different = 0;
        for (int i = 0; i < drawn.Rgba.Length; i++)
        {
            int difference = Math.Abs(drawn.Rgba[i] - shown.Rgba[i]);
            sum += difference;
            different += difference > 64 ? 1 : 0;
        }

        // Anti-aliasing differs by a few levels along edges; a missing or shifted element would change thousands of pixels.
        Assert.InRange((double)sum / drawn.Rgba.Length, 0, 1);
        Assert.InRange(different, 0, drawn.Rgba.Length / 2000);
    }

    private static PixelImage Raster(double scale)
    {
        var canvas = new RasterCanvas(ReferenceDrawing.Width, ReferenceDrawing.Height, scale, Color.White);
        ReferenceDrawing.Draw(canvas);
        return canvas.ToImage();
    }
}

public static class Chromium
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => (string[])[System.IO.Path.Combine(folder, "chromium"), System.IO.Path.Combine(folder, "chromium-browser")])
        .FirstOrDefault(File.Exists);

    public static bool IsInstalled => Path is not null;

    /// <summary>What the browser makes of an SVG document.</summary>
    public static PixelImage Show(string svg, int width, int height, int scale)
    {
        string folder = Directory.CreateTempSubdirectory("landscape-opt-").FullName;
        try
        {
            string page = System.IO.Path.Combine(folder, "page.html"), picture = System.IO.Path.Combine(folder, "picture.png");
            File.WriteAllText(System.IO.Path.Combine(folder, "figure.svg"), svg);
            File.WriteAllText(page, FormattableString.Invariant(
                $"<body style='margin:0'><img src='figure.svg' style='display:block;width:{width}px;height:{height}px'></body>"));
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--hide-scrollbars", $"--user-data-dir={folder}/profile",
                FormattableString.Invariant($"--window-size={width},{height}"), FormattableString.Invariant($"--force-device-scale-factor={scale}"),
                "--virtual-time-budget=3000", $"--screenshot={picture}", new Uri(page).AbsoluteUri,
            ];
            var start = new ProcessStartInfo(Path!, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.OutputDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            if (!process.WaitForExit(60_000))
                process.Kill(entireProcessTree: true);
            return PngFile.Decode(File.ReadAllBytes(picture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
