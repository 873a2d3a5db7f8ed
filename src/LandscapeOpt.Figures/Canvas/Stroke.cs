namespace LandscapeOpt.Figures.Canvas;

/// <summary>How two segments of a stroked line meet.</summary>
public enum LineJoin
{
    /// <summary>Rounded.</summary>
    Round,

    /// <summary>Pointed, or bevelled where the point would be longer than the miter limit.</summary>
    Miter,

    /// <summary>Cut off.</summary>
    Bevel,
}

/// <summary>How a stroked line or dash ends.</summary>
public enum LineCap
{
    /// <summary>At the end point.</summary>
    Butt,

    /// <summary>With a half disc beyond the end point.</summary>
    Round,

    /// <summary>Half a line width beyond the end point.</summary>
    Square,
}

/// <summary>Which places count as inside a path.</summary>
public enum FillRule
{
    /// <summary>Those with a winding number other than 0.</summary>
    NonZero,

    /// <summary>Those with an odd winding number.</summary>
    EvenOdd,
}

/// <summary>How a line is drawn.</summary>
/// <param name="Color">Its colour; where the line overlaps itself, a translucent colour is laid on once.</param>
/// <param name="Width">Line width in points; 0 or less draws nothing. Lines thinner than a pixel become paler, not thicker.</param>
/// <param name="Join">How segments meet.</param>
/// <param name="Cap">How open ends look.</param>
/// <param name="Dashes">Lengths in points of dash, gap, dash, gap, …, repeated (an odd count is doubled, as in SVG); empty means solid.
/// A dash of length 0 with round caps is a dot.</param>
/// <param name="DashOffset">How far into the pattern the line starts, in points.</param>
/// <param name="MiterLimit">The longest miter, in line widths, as in SVG.</param>
public readonly record struct Stroke(
    Color Color,
    double Width,
    LineJoin Join = LineJoin.Round,
    LineCap Cap = LineCap.Butt,
    ReadOnlyMemory<double> Dashes = default,
    double DashOffset = 0,
    double MiterLimit = 4);

/// <summary>A colour at a place of a gradient.</summary>
/// <param name="Offset">0 at the start, 1 at the end.</param>
/// <param name="Color">The colour there.</param>
public readonly record struct GradientStop(double Offset, Color Color);

/// <summary>Colours that change along a line, constant beyond its ends, linear between stops in sRGB values.</summary>
/// <param name="From">Where offset 0 lies.</param>
/// <param name="To">Where offset 1 lies.</param>
/// <param name="Stops">At least one stop, in order of offset.</param>
public sealed record LinearGradient(PointD From, PointD To, IReadOnlyList<GradientStop> Stops);
