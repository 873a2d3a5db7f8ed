using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>Figure files on disk, PNG or SVG.</summary>
public static class FigureFile
{
    /// <summary>What a figure file says about itself: title, description, recipe.</summary>
    /// <exception cref="InputException">The file cannot be read or is no figure.</exception>
    public static FigureInfo Read(string path)
    {
        try
        {
            byte[] bytes = Bytes(path);
            return bytes is [0x89, (byte)'P', ..] ? PngFile.ReadInfo(bytes) : SvgFile.ReadInfo(Encoding.UTF8.GetString(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PngException or SvgException)
        {
            throw new InputException(path, "cannot be read as a figure: " + e.Message.TrimEnd('.').ReplaceLineEndings(" "));
        }
    }

    /// <summary>The content of a figure file, whose first bytes say how large it may be.</summary>
    /// <exception cref="IOException">It is no regular file, is larger, or cannot be read.</exception>
    internal static byte[] Bytes(string path) => InputFile.Read(path, InputFile.Begins(path, 0x89) ? InputFile.LargestPicture : InputFile.LargestDrawing);

    /// <summary>The recipe of a figure file; null where it has none that this tool has written.</summary>
    /// <exception cref="InputException">The file cannot be read, is no figure, or has a recipe of another tool.</exception>
    public static FigureRecipe? Recipe(string path)
    {
        string text = Read(path).Recipe;
        return FigureRecipe.IsOfAnotherTool(text) ? throw new InputException(path, "the recipe inside is of another tool") : FigureRecipe.Read(text);
    }
}
