using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>The function that the published iterates of most rules are stated on: x²/2 + 5y² + 0.3 x y², from (1, 1).</summary>
public readonly record struct Golden : ILandscape<Golden>
{
    public LandscapeInfo Info => TestLandscape.Info("x^2/2 + 5 y^2 + 0.3 x y^2");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (0.5 * T.Square(x)) + (5 * T.Square(y)) + (0.3 * x * T.Square(y));
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

/// <summary>A loss with the same gradient everywhere.</summary>
/// <param name="X">∂f/∂x.</param>
/// <param name="Y">∂f/∂y.</param>
public readonly record struct Slope(double X, double Y) : ILandscape<Slope>
{
    public LandscapeInfo Info => TestLandscape.Info("X x + Y y");

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (X * x) + (Y * y);
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
