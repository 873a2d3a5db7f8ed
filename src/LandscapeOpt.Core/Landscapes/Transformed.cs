using System.Globalization;
using System.Text;
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
    /// <remarks>Transformations of transformations are followed down in a loop: each landscape is asked once, however many lie around it.</remarks>
    public LandscapeInfo Info
    {
        get
        {
            List<Transformed> all = [this];
            while (all[^1].Of is Transformed inner)
            {
                all.Add(inner);
            }

            ILandscape innermost = all[^1].Of;
            LandscapeInfo of = innermost.Info, info = of;
            foreach (Transformed moved in Enumerable.Reverse(all))
            {
                info = info with
                {
                    Domain = moved.ImageOf(info.Domain),
                    Start = moved.ImageOf(info.Start),
                    CriticalPoints = [.. info.CriticalPoints.Select(p => p with { At = moved.ImageOf(p.At) })],
                    GlobalMinimum = info.GlobalMinimum is { } minimum ? minimum with { At = moved.ImageOf(minimum.At) } : null,
                };
            }

            string times = all.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {all.Count} times");
            string before = all.Count == 1 ? "transformation" : "transformations";
            return info with
            {
                Title = $"{of.Title}, transformed{times}",
                Formula = Text(all, innermost, of),
                Notes = innermost is Expression ? of.Notes : [.. of.Notes.Select(n => $"Before the {before}: {n}")],
                Kinks = of.Kinks is { } kinks ? $"before the {before}: {kinks}" : null,
                Plateaus = of.Plateaus is { } plateaus ? $"before the {before}: {plateaus}" : null,
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

    // From the outside in; what a transformation inside another defines is called f_…, f_2_…, f_3_….
    private static string Text(List<Transformed> all, ILandscape innermost, LandscapeInfo of)
    {
        var text = new StringBuilder();
        (string x, string y) = ("x", "y");
        for (int depth = 0; depth < all.Count; depth++)
        {
            Transformed moved = all[depth];
            string prefix = Prefix(depth), rotate = depth == 0 ? "rotate" : FormulaText.Number(moved.Rotate);
            text.Append(
                CultureInfo.InvariantCulture,
                $"{prefix}turn = {rotate} pi/180; "
            + $"{prefix}p = {x} - {FormulaText.Number(moved.Shift.X)}; {prefix}q = {y} - {FormulaText.Number(moved.Shift.Y)}; "
                + $"{prefix}u = (cos({prefix}turn) {prefix}p + sin({prefix}turn) {prefix}q)/{FormulaText.Number(moved.Scale.X)}; "
                + $"{prefix}v = (cos({prefix}turn) {prefix}q - sin({prefix}turn) {prefix}p)/{FormulaText.Number(moved.Scale.Y)}; ");
            (x, y) = (prefix + "u", prefix + "v");
        }

        string loss = Prefix(all.Count - 1) + "f";
        return text.Append(FormulaText.Definitions(innermost, of.Formula, loss, x, y)).Append(loss).ToString();
    }

    private static string Prefix(int depth) => depth switch
    {
        0 => "",
        1 => "f_",
        _ => string.Create(CultureInfo.InvariantCulture, $"f_{depth}_"),
    };

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
        Parameters.Number<Transformed>(
            "rotate", l => l.Rotate, (l, v) => l with { Rotate = v }, NumberRange.Any, "degrees, counter-clockwise, before the shift"),
        Parameters.Point<Transformed>("scale", l => l.Scale, (l, v) => l with { Scale = v }, "factors along its x and y, before the turn; not 0"));
}
