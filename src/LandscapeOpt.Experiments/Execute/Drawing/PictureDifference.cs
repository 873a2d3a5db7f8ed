using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Canvas;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>Says how a picture differs from a committed file, and shows where.</summary>
internal static class PictureDifference
{
    private const string SameNumbers = "the numbers in the traces are the same";
    private const string Title = "What differs between two versions of a figure";

    /// <summary>Whether a file is a picture of a difference, and not anything else of that name.</summary>
    internal static bool IsPicture(string file)
    {
        try
        {
            return FigureFile.Read(file).Title is Title;
        }
        catch (InputException)
        {
            return false;
        }
    }

    /// <summary>The difference in words; null where every pixel and every number is the same.</summary>
    /// <param name="file">The committed file.</param>
    /// <param name="figure">The figure as it is drawn now.</param>
    /// <param name="picture">Where a picture of the difference is written.</param>
    /// <param name="cancellation">Stops the drawing of a large figure.</param>
    internal static string? Describe(string file, RenderedFigure figure, string picture, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return "is missing";
        }

        PixelImage before;
        FigureRecipe? recipe;
        try
        {
            byte[] bytes = FigureFile.Bytes(file);
            before = PngFile.Decode(bytes);
            recipe = FigureRecipe.Read(PngFile.ReadInfo(bytes).Recipe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PngException)
        {
            return "cannot be read: " + e.Message.TrimEnd('.');
        }

        FigureRecipe current = FigureRecipe.Read(figure.Info(cancellation).Recipe)!;
        (bool same, string numbers) = Numbers(recipe, before.PixelHash(), current);
        if (figure.Image is not { } now)
        {
            // Two pictures of that size would not fit into memory.
            return before.PixelHash() != current.Pixels ? $"its pixels differ; {numbers}" : same ? null : $"every pixel is the same; {numbers}";
        }

        if (before.Width != now.Width || before.Height != now.Height)
        {
            return Invariant($"is {before.Width} x {before.Height} pixels, now it would be {now.Width} x {now.Height}; {numbers}");
        }

        return Compare(before, now, picture) is { } pixels ? $"{pixels}; {numbers}; see {picture}"
            : same ? null
            : $"every pixel is the same; {numbers}";
    }

    // A small change of a landscape or a rule may move no pixel, and is a drift all the same; so is a recipe that was changed by hand.
    private static (bool Same, string Text) Numbers(FigureRecipe? before, string pixels, FigureRecipe now)
    {
        if (before is null)
        {
            return (false, "the committed file has no recipe to compare the numbers with");
        }

        IReadOnlyList<string> changed = RecipeDifference.Traces(before, now);
        string traces = "the numbers differ in the trace of " + string.Join(", ", changed);
        string? recipe = before.Figure != now.Figure ? $"its recipe is of the figure '{before.Figure}'"
            : before.Pixels != pixels ? "its recipe has the hash of other pixels"
            : RecipeDifference.Describe(before.Experiment, now.Experiment) is { } words ? "its recipe says " + words
            : null;
        return (changed.Count, recipe) switch
        {
            (0, null) => (true, SameNumbers),
            (0, _) => (false, $"{SameNumbers}; {recipe}"),
            (_, null) => (false, traces),
            _ => (false, $"{traces}; {recipe}"),
        };
    }

    private static string? Compare(PixelImage before, PixelImage now, string picture)
    {
        int count = 0, most = 0;
        int left = now.Width, right = -1, top = now.Height, bottom = -1;
        byte[] shown = new byte[now.Rgba.Length];
        for (int i = 0; i < shown.Length; i += 4)
        {
            int by = 0;
            for (int channel = 0; channel < 4; channel++)
            {
                by = Math.Max(by, Math.Abs(before.Rgba[i + channel] - now.Rgba[i + channel]));
            }

            Show(now.Rgba, shown, i, by > 0);
            if (by == 0)
            {
                continue;
            }

            int x = i / 4 % now.Width, y = i / 4 / now.Width;
            (left, right, top, bottom) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y));
            (count, most) = (count + 1, Math.Max(most, by));
        }

        if (count == 0)
        {
            return null;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        File.WriteAllBytes(picture, PngFile.Encode(new(now.Width, now.Height, shown), new(Title: Title, Software: "LandscapeOpt " + Store.Provenance.Version)));
        double share = 100.0 * count / (now.Width * (double)now.Height);
        string where = Invariant($"at x {left} to {right}, y {top} to {bottom}");
        return Invariant($"{count} of {now.Width * now.Height} pixels differ ({share:0.###} %), by at most {most} of 255, {where}");
    }

    // What differs is red on a pale copy of the picture.
    private static void Show(ReadOnlySpan<byte> now, byte[] shown, int i, bool differs)
    {
        for (int channel = 0; channel < 3; channel++)
        {
            shown[i + channel] = differs ? (byte)(channel == 0 ? 213 : 0) : (byte)(191 + (now[i + channel] / 4));
        }

        shown[i + 3] = 255;
    }
}
