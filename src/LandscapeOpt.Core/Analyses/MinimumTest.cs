using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>What a point with zero gradient is to a run that ends there.</summary>
internal enum MinimumShape
{
    /// <summary>No minimum: a saddle, a maximum, a plateau.</summary>
    None,

    /// <summary>A minimum by itself.</summary>
    Single,

    /// <summary>One of a curve of minima of the same loss.</summary>
    Valley,
}

/// <summary>Tells minima from other critical points: by the Hessian, and where that is singular by the loss around.</summary>
/// <param name="landscape">The landscape.</param>
internal sealed class MinimumTest(ILandscape landscape)
{
    // Far enough that a fourth power stands out of rounding.
    private const double Radius = 1e-2;
    private const int Directions = 16;

    internal MinimumShape Of(CriticalFinding point)
    {
        Spectrum s = point.Spectrum;
        return !double.IsFinite(s.Norm) ? MinimumShape.None
            : s.FlatDirections == 0 ? (s.Low > 0 ? MinimumShape.Single : MinimumShape.None)
            : s.Low < -s.Tolerance ? MinimumShape.None
            : s.FlatDirections == 1 ? AlongFlat(point)
            : Around(point);
    }

    /// <summary>What counts as the same loss.</summary>
    internal static double Rounding(double loss) => 1e-12 * (1 + Math.Abs(loss));

    // Along the flat direction, on the floor of the valley if there is one.
    private MinimumShape AlongFlat(CriticalFinding point)
    {
        bool isFlat = false;
        foreach (double sign in (ReadOnlySpan<double>)[1, -1])
        {
            double rise = landscape.Loss(Floor(point.At + ((sign * Radius) * point.Spectrum.LowDirection), point.Spectrum.HighDirection)) - point.Loss;
            if (!(rise >= -Rounding(point.Loss)))
            {
                return MinimumShape.None;
            }

            isFlat |= rise <= Rounding(point.Loss);
        }

        return isFlat ? MinimumShape.Valley : MinimumShape.Single;
    }

    private Point Floor(Point p, Point across)
    {
        for (int i = 0; i < 4; i++)
        {
            Jet<Real> jet = landscape.Hessian(p);
            double slope = Point.Dot(across, new(jet.X, jet.Y));
            double curvature = (across.X * across.X * jet.XX) + (2 * across.X * across.Y * jet.XY) + (across.Y * across.Y * jet.YY);
            p = curvature > 0 ? p - ((slope / curvature) * across) : p;
        }

        return p;
    }

    // No curvature at all: higher on every side is a minimum; lower somewhere a saddle; level somewhere a plateau.
    private MinimumShape Around(CriticalFinding point)
    {
        for (int i = 0; i < Directions; i++)
        {
            double angle = 2 * Math.PI * (i + 0.5) / Directions;
            Point aside = Radius * new Point(Elementary.Cos(angle), Elementary.Sin(angle));
            if (!(landscape.Loss(point.At + aside) - point.Loss > Rounding(point.Loss)))
            {
                return MinimumShape.None;
            }
        }

        return MinimumShape.Single;
    }
}
