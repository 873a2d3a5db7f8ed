namespace LandscapeOpt.Figures.Canvas;

/// <summary>Which part of a text lies at the given x (before rotation).</summary>
public enum HorizontalAlign
{
    /// <summary>Its start.</summary>
    Left,

    /// <summary>The middle of its advance width.</summary>
    Center,

    /// <summary>Its end.</summary>
    Right,
}

/// <summary>Which line of a text lies at the given y (before rotation). None depends on the letters, so neighbours stay on one line.</summary>
public enum VerticalAlign
{
    /// <summary>The line that letters stand on.</summary>
    Baseline,

    /// <summary>The top of capitals and digits.</summary>
    Top,

    /// <summary>Half the height of capitals and digits: centres a tick label on its tick.</summary>
    Middle,

    /// <summary>The lowest reach of letters like g.</summary>
    Bottom,
}

/// <summary>How a text is drawn.</summary>
/// <param name="Size">Font size (em) in points.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Bold">Bold letters.</param>
/// <param name="Italic">Slanted letters.</param>
/// <param name="HorizontalAlign">What lies at x.</param>
/// <param name="VerticalAlign">What lies at y.</param>
/// <param name="RotationDegrees">Turns the text about its position, counter-clockwise: 90 reads upward.</param>
/// <param name="Halo">A colour that is drawn around the letters first, so that they stay readable over lines.</param>
/// <param name="HaloWidth">How far the halo reaches beyond the letters, in points.</param>
public readonly record struct TextStyle(
    double Size,
    Color Color,
    bool Bold = false,
    bool Italic = false,
    HorizontalAlign HorizontalAlign = HorizontalAlign.Left,
    VerticalAlign VerticalAlign = VerticalAlign.Baseline,
    double RotationDegrees = 0,
    Color? Halo = null,
    double HaloWidth = 0);

/// <summary>Sizes of a text in points, the same for every canvas. The origin is the start of the baseline, y downward, without alignment or rotation.</summary>
/// <param name="Width">Advance width, kerning included.</param>
/// <param name="Ascent">Height of the font's line above the baseline (positive).</param>
/// <param name="Descent">Depth of the font's line below the baseline (positive).</param>
/// <param name="CapHeight">Height of capitals and digits above the baseline.</param>
/// <param name="Ink">The smallest rectangle around all outlines, without halo; empty for blank text.</param>
public readonly record struct TextMetrics(double Width, double Ascent, double Descent, double CapHeight, RectD Ink);
