using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>The function that the published iterates of most rules are stated on: x²/2 + 5y² + 0.3 x y², from (1, 1).</summary>
/// <remarks>Its Gauss-Newton matrix is that of the residuals x, √10 y, which leave the last term out.</remarks>
public readonly record struct Golden : ILandscape<Golden>, ILeastSquares
{
    public LandscapeInfo Info => TestLandscape.Info("x^2/2 + 5 y^2 + 0.3 x y^2");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (0.5 * T.Square(x)) + (5 * T.Square(y)) + (0.3 * x * T.Square(y));

    public Symmetric<T> GaussNewton<T>(T x, T y)
        where T : struct, IReal<T> => new(1, 0, 10);
}

/// <summary>x²/2 + 5y².</summary>
public readonly record struct Bowl : ILandscape<Bowl>
{
    public LandscapeInfo Info => TestLandscape.Info("x^2/2 + 5 y^2");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (0.5 * T.Square(x)) + (5 * T.Square(y));
}

/// <summary>The saddle x² − y².</summary>
public readonly record struct Saddle : ILandscape<Saddle>
{
    public LandscapeInfo Info => TestLandscape.Info("x^2 - y^2");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Square(x) - T.Square(y);
}

/// <summary>A quadratic ⟨g, w⟩ + ½ ⟨w, H w⟩.</summary>
/// <param name="GX">∂f/∂x at the origin.</param>
/// <param name="GY">∂f/∂y at the origin.</param>
/// <param name="XX">∂²f/∂x².</param>
/// <param name="XY">∂²f/∂x∂y.</param>
/// <param name="YY">∂²f/∂y².</param>
public readonly record struct Parabola(double GX, double GY, double XX, double XY, double YY) : ILandscape<Parabola>
{
    public LandscapeInfo Info => TestLandscape.Info("GX x + GY y + XX x^2/2 + XY x y + YY y^2/2");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (GX * x) + (GY * y) + (0.5 * XX * T.Square(x)) + (XY * x * y) + (0.5 * YY * T.Square(y));
}

/// <summary>Another landscape turned around the origin and multiplied.</summary>
/// <param name="Inner">The landscape.</param>
/// <param name="Angle">In radians, counterclockwise.</param>
/// <param name="Factor">What the loss is multiplied by.</param>
public readonly record struct Altered(ILandscape Inner, double Angle, double Factor) : ILandscape<Altered>
{
    public LandscapeInfo Info => TestLandscape.Info("Factor Inner(turned by -Angle)");

    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        double cos = Elementary.Cos(Angle), sin = Elementary.Sin(Angle);
        return Factor * Inner.At((cos * x) + (sin * y), (cos * y) - (sin * x));
    }
}

/// <summary>A loss with the same gradient everywhere, and no curvature of any kind.</summary>
/// <param name="X">∂f/∂x.</param>
/// <param name="Y">∂f/∂y.</param>
public readonly record struct Slope(double X, double Y) : ILandscape<Slope>, ILeastSquares
{
    public LandscapeInfo Info => TestLandscape.Info("X x + Y y");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (X * x) + (Y * y);

    public Symmetric<T> GaussNewton<T>(T x, T y)
        where T : struct, IReal<T> => default;
}

internal static class TestLandscape
{
    internal static LandscapeInfo Info(string formula) => new()
    {
        Title = formula,
        Formula = formula,
        Source = "test",
        Domain = new(-2, 2, -2, 2),
        Start = new(1, 1),
    };
}
