using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>
/// A figure that is ready to be written. Pages of ordinary size are drawn once and kept; larger ones are drawn band by band while they are written,
/// so that a map of any size takes the memory of a small one.
/// </summary>
public sealed class RenderedFigure
{
    // 4096 x 4096: 64 MB.
    internal const int MostKept = 1 << 24;

    private readonly PageStyle page;
    private readonly PageSize size;
    private readonly Action<ICanvas> draw;
    private readonly Func<string, FigureInfo> describe;
    private readonly Color background;

    private FigureInfo? info;

    /// <summary>Draws a page unless it is too large to be kept.</summary>
    /// <param name="name">The figure's name.</param>
    /// <param name="page">How the page looks.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="background">What it is filled with.</param>
    /// <param name="draw">Draws the figure.</param>
    /// <param name="describe">What files say about themselves, given the hash of the pixels.</param>
    /// <param name="mostKept">The most pixels that are kept.</param>
    /// <exception cref="InputException">The page has too many pixels for a picture.</exception>
    internal RenderedFigure(
        string name, PageStyle page, PageSize size, Color background, Action<ICanvas> draw, Func<string, FigureInfo> describe, int mostKept)
    {
        (Name, this.page, this.size, this.background, this.draw, this.describe) = (name, page, size, background, draw, describe);
        double columns = Math.Round(size.Width * page.Scale), rows = Math.Round(size.Height * page.Scale);
        if (Math.Max(columns, rows) > BandedPng.LargestSide)
        {
            throw new InputException(
                name,
                Invariant($"the figure needs {columns} x {rows} pixels, of at most {BandedPng.LargestSide} along each side: choose a smaller page.scale"));
        }

        if (columns * rows > mostKept)
        {
            return;
        }

        var raster = new RasterCanvas(size.Width, size.Height, page.Scale, background);
        draw(raster);
        Image = raster.ToImage();
        info = describe(Image.PixelHash());
    }

    /// <summary>The figure's name.</summary>
    public string Name { get; }

    /// <summary>The picture; null where it is too large to be kept.</summary>
    public PixelImage? Image { get; }

    /// <summary>What the files say about themselves: title, description, recipe. A large page is drawn for it, unless it has been written already.</summary>
    /// <param name="cancellation">Stops the drawing.</param>
    /// <exception cref="OperationCanceledException">The drawing was cancelled.</exception>
    public FigureInfo Info(CancellationToken cancellation = default)
    {
        if (info is null)
        {
            WriteBands(Stream.Null, null, cancellation);
        }

        return info!;
    }

    /// <summary>Writes a figure file.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="format">"png" or "svg".</param>
    /// <param name="progress">Told the share of a large page that is drawn, from 0 to 1; may be null.</param>
    /// <param name="cancellation">Stops the drawing of a large page.</param>
    /// <exception cref="OperationCanceledException">The drawing was cancelled; the output is no whole file.</exception>
    public void Write(Stream output, string format, Action<double>? progress = null, CancellationToken cancellation = default)
    {
        if (format is not "png")
        {
            var svg = new SvgCanvas(size.Width, size.Height, page.Transparent ? Color.Transparent : page.Theme.Background);
            draw(svg);
            output.Write(Encoding.UTF8.GetBytes(svg.ToSvg(Info(cancellation))));
        }
        else if (Image is null)
        {
            WriteBands(output, progress, cancellation);
        }
        else
        {
            output.Write(PngFile.Encode(Image, Info(cancellation), page.Scale));
        }
    }

    private void WriteBands(Stream output, Action<double>? progress, CancellationToken cancellation) => BandedPng.Write(
        output, size.Width, size.Height, page.Scale, background, draw, hash => info = describe(hash), progress, cancellation);
}
