using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>
/// Another landscape, first scaled, then turned, then shifted: g(w) = f(S⁻¹ R⁻¹ (w - shift)), so that f's point p lies at shift + R S p.
/// Domain, start, critical points and components move along. The domain is the bounding box of the old one's image.
/// </summary>
/// <param name="Of">The landscape f.</param>
/// <param name="Shift">Where f's origin goes.</param>
/// <param name="Rotate">The angle of R, in degrees, counter-clockwise.</param>
/// <param name="Scale">The factors of S along f's x and y; not 0. Twice the scale is half the slope.</param>
public readonly record struct Transformed(ILandscape Of, Point Shift, double Rotate, Point Scale) : ILandscape<Transformed>, ILeastSquares<Transformed>
{
    /// <summary>The quadratic valley where it is.</summary>
    public Transformed()
        : this(new Quadratic(), Shift: new(0, 0), Rotate: 0, Scale: new(1, 1))
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info
    {
        get
        {
            LandscapeInfo of = Of.Info;
            Transformed self = this;
            return of with
            {
                Title = $"{of.Title}, transformed",
                Formula = Text,
                Domain = ImageOf(of.Domain),
                Start = ImageOf(of.Start),
                CriticalPoints = [.. of.CriticalPoints.Select(p => p with { At = self.ImageOf(p.At) })],
                GlobalMinimum = of.GlobalMinimum is { } minimum ? minimum with { At = ImageOf(minimum.At) } : null,
                Notes = Of is Expression ? of.Notes : [.. of.Notes.Select(n => $"Before the transformation: {n}")],
                Kinks = of.Kinks is { } kinks ? $"before the transformation: {kinks}" : null,
                Plateaus = of.Plateaus is { } plateaus ? $"before the transformation: {plateaus}" : null,
            };
        }
    }

    /// <inheritdoc/>
    IReadOnlyList<Component> ILandscape.Components
    {
        get
        {
            Transformed self = this;
            IReadOnlyList<Component> components = Of.Components;
            return components is [{ Share: 1 }]
                ? [new(components[0].Name, this, 1)]
                : [.. components.Select(c => c with { Landscape = self with { Of = c.Landscape } })];
        }
    }

    /// <inheritdoc/>
    bool ILeastSquares.HasResiduals => Of is ILeastSquares { HasResiduals: true };

    /// <inheritdoc/>
    bool ILandscape.IsComposed => true;

    /// <inheritdoc/>
    string? ILandscape.Misfit => Scale.X == 0 || Scale.Y == 0 ? "scale must not be 0 in either direction" : null;

    private string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"turn = rotate pi/180; p = x - {FormulaText.Number(Shift.X)}; q = y - {FormulaText.Number(Shift.Y)}; "
        + $"u = (cos(turn) p + sin(turn) q)/{FormulaText.Number(Scale.X)}; v = (cos(turn) q - sin(turn) p)/{FormulaText.Number(Scale.Y)}; "
        + $"{FormulaText.Definitions(Of, "f", "u", "v")}f");

    /// <inheritdoc/>
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        (double cos, double sin) = Turn;
        T p = x - Shift.X, q = y - Shift.Y;
        return Of.At(((cos * p) + (sin * q)) / Scale.X, ((cos * q) - (sin * p)) / Scale.Y);
    }

    /// <summary>Where a point of f lies: shift + R S p.</summary>
    public Point ImageOf(Point p)
    {
        (double cos, double sin) = Turn;
        double u = Scale.X * p.X, v = Scale.Y * p.Y;
        return new(Shift.X + ((cos * u) - (sin * v)), Shift.Y + ((sin * u) + (cos * v)));
    }

    // Quarter turns are exact: cos 90° is 0 and not 6e-17.
    private (double Cos, double Sin) Turn
    {
        get
        {
            double quarters = Math.Round(Rotate / 90), rest = (Rotate - (90 * quarters)) * (Math.PI / 180);
            double cos = Elementary.Cos(rest), sin = Elementary.Sin(rest);
            return (quarters - (4 * Math.Floor(quarters / 4))) switch
            {
                0 => (cos, sin),
                1 => (-sin, cos),
                2 => (-cos, -sin),
                _ => (sin, -cos),
            };
        }
    }

    private Domain ImageOf(Domain domain)
    {
        Point[] corners =
        [
            ImageOf(new Point(domain.X0, domain.Y0)), ImageOf(new Point(domain.X1, domain.Y0)),
            ImageOf(new Point(domain.X0, domain.Y1)), ImageOf(new Point(domain.X1, domain.Y1)),
        ];
        return new(corners.Min(c => c.X), corners.Max(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.Y));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Transformed = Add(
        "transformed",
        new Transformed(),
        Parameters.Member<Transformed, ILandscape>("of", "landscape", l => l.Of, (l, v) => l with { Of = v }, "the landscape that is moved") with
        { IsRequired = true },
        Parameters.Point<Transformed>("shift", l => l.Shift, (l, v) => l with { Shift = v }, "where its origin goes"),
        Parameters.Number<Transformed>("rotate", l => l.Rotate, (l, v) => l with { Rotate = v }, Interval.Any, "degrees, counter-clockwise, before the shift"),
        Parameters.Point<Transformed>("scale", l => l.Scale, (l, v) => l with { Scale = v }, "factors along its x and y, before the turn; not 0"));
}
