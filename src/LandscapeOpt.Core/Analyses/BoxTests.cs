using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>What interval arithmetic proves about a box.</summary>
internal enum BoxVerdict
{
    /// <summary>No critical point inside.</summary>
    Empty,

    /// <summary>Exactly one critical point inside, and it is not degenerate.</summary>
    One,

    /// <summary>Gradient and curvature vanish to the tolerance everywhere inside.</summary>
    Flat,

    /// <summary>Too large, or not decidable.</summary>
    Undecided,
}

/// <summary>Tests of boxes by interval arithmetic (R. Krawczyk 1969, doi:10.1007/BF02234767).</summary>
internal static class BoxTests
{
    // What counts as flat: the eigenvalue tolerance of a vanishing Hessian.
    private const double Flat = 1e-8;

    /// <summary>Whether the gradient has no zero in a box, by its range alone: the cheap test that removes most boxes.</summary>
    internal static bool HasNoZero(ILandscape landscape, Domain box)
    {
        Dual<Interval> f = landscape.At(
            Dual<Interval>.VariableX(new(box.X0, box.X1)), Dual<Interval>.VariableY(new(box.Y0, box.Y1)));
        return !f.X.HasZero || !f.Y.HasZero;
    }

    /// <summary>Whether the loss has bounds in a box, and with them a value.</summary>
    internal static bool IsBounded(ILandscape landscape, Domain box)
    {
        Interval loss = landscape.At(new Interval(box.X0, box.X1), new Interval(box.Y0, box.Y1));
        return double.IsFinite(loss.Low) && double.IsFinite(loss.High);
    }

    /// <summary>Decides a box with the curvature's range.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="box">The box.</param>
    /// <param name="hasKink">Whether the gradient may jump inside.</param>
    /// <param name="seesFlat">Whether a flat box is called flat, and not looked into.</param>
    internal static BoxVerdict Decide(ILandscape landscape, Domain box, out bool hasKink, bool seesFlat = true)
    {
        Interval x = new(box.X0, box.X1), y = new(box.Y0, box.Y1);
        Jet<Interval> f = landscape.At(Jet<Interval>.VariableX(x), Jet<Interval>.VariableY(y));
        hasKink = f.X.HasKink | f.Y.HasKink | f.XX.HasKink | f.XY.HasKink | f.YY.HasKink;
        if (!f.X.HasZero || !f.Y.HasZero)
        {
            return BoxVerdict.Empty;
        }

        if (hasKink)
        {
            return BoxVerdict.Undecided;
        }

        if (seesFlat && !f.Value.HasKink && Math.Max(f.X.Magnitude, f.Y.Magnitude) <= Flat
            && Math.Max(f.XX.Magnitude, Math.Max(f.XY.Magnitude, f.YY.Magnitude)) <= Flat)
        {
            return BoxVerdict.Flat;
        }

        Point c = box.Center;
        Dual<Interval> g = landscape.At(Dual<Interval>.VariableX(c.X), Dual<Interval>.VariableY(c.Y));
        Interval dx = x - c.X, dy = y - c.Y;
        Interval meanX = g.X + (f.XX * dx) + (f.XY * dy), meanY = g.Y + (f.XY * dx) + (f.YY * dy);
        if (!meanX.HasZero || !meanY.HasZero)
        {
            return BoxVerdict.Empty;
        }

        // Y: the inverse of the middle Hessian; K = c − Y g(c) + (I − Y H)(box − c).
        double a = f.XX.Middle, b = f.XY.Middle, d = f.YY.Middle, determinant = (a * d) - (b * b);
        if (!double.IsFinite(determinant) || Math.Abs(determinant) <= 1e-14 * ((a * a) + (2 * b * b) + (d * d)))
        {
            return BoxVerdict.Undecided;
        }

        Interval ya = d / determinant, yb = -b / determinant, yd = a / determinant;
        Interval rxx = 1 - ((ya * f.XX) + (yb * f.XY)), rxy = -((ya * f.XY) + (yb * f.YY));
        Interval ryx = -((yb * f.XX) + (yd * f.XY)), ryy = 1 - ((yb * f.XY) + (yd * f.YY));
        Interval kx = c.X - ((ya * g.X) + (yb * g.Y)) + (rxx * dx) + (rxy * dy);
        Interval ky = c.Y - ((yb * g.X) + (yd * g.Y)) + (ryx * dx) + (ryy * dy);
        return kx.High < box.X0 || kx.Low > box.X1 || ky.High < box.Y0 || ky.Low > box.Y1 ? BoxVerdict.Empty
            : kx.Low > box.X0 && kx.High < box.X1 && ky.Low > box.Y0 && ky.High < box.Y1 ? BoxVerdict.One
            : BoxVerdict.Undecided;
    }
}
