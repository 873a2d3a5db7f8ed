using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Tests.Plots;

/// <summary>A constant.</summary>
public readonly record struct Flat : ILandscape<Flat>
{
    public LandscapeInfo Info => TestLandscapes.Info("Flat", Domain.Square(3));

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => 3 + (0 * x);
}

/// <summary>A narrow hole in a plain.</summary>
public readonly record struct Hole : ILandscape<Hole>
{
    public LandscapeInfo Info => TestLandscapes.Info("Hole", Domain.Square(10)) with { CriticalPoints = [CriticalPoint.Minimum(Math.PI, Math.PI, -1)] };

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => -(T.Cos(x) * T.Cos(y) * T.Exp(-(T.Square(x - Math.PI) + T.Square(y - Math.PI))));
}

/// <summary>Values over six powers of ten (Goldstein and Price 1971).</summary>
public readonly record struct Steep : ILandscape<Steep>
{
    public LandscapeInfo Info => TestLandscapes.Info("Steep", Domain.Square(2)) with { CriticalPoints = [CriticalPoint.Minimum(0, -1, 3)] };

    public T At<T>(T x, T y)
        where T : struct, IReal<T> =>
        (1 + (T.Square(x + y + 1) * (19 - (14 * x) + (3 * T.Square(x)) - (14 * y) + (6 * x * y) + (3 * T.Square(y)))))
        * (30 + (T.Square((2 * x) - (3 * y)) * (18 - (32 * x) + (12 * T.Square(x)) + (48 * y) - (36 * x * y) + (27 * T.Square(y)))));
}

/// <summary>Undefined below a line, minimum at the rim of the domain.</summary>
public readonly record struct Edge : ILandscape<Edge>
{
    public LandscapeInfo Info => TestLandscapes.Info("Edge", Domain.Square(2)) with { CriticalPoints = [CriticalPoint.Minimum(2, 2, 0)] };

    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Square(x - 2) + T.Square(y - 2) - T.Log(x + y + 1);
}

internal static class TestLandscapes
{
    internal static LandscapeInfo Info(string title, Domain domain) => new()
    {
        Title = title,
        Formula = "0",
        Source = "test",
        Domain = domain,
        Start = new(1, 1),
    };
}
