using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Styblinski and Tang's function: a separable quartic with four minima of different depth.</summary>
public readonly record struct StyblinskiTang : ILandscape<StyblinskiTang>
{
    // The roots of 4v³ - 32v + 5.
    private const double Low = -2.903534027771177, Top = 0.1567312567803401, High = 2.746802770990837;

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Styblinski-Tang",
        Formula = "(x^4 - 16 x^2 + 5 x + y^4 - 16 y^2 + 5 y)/2",
        Source = "Styblinski and Tang 1990, doi:10.1016/0893-6080(90)90029-K",
        Domain = Domain.Square(5),
        Start = new(0.5, 3.5),
        CriticalPoints =
        [
            Minimum(Low, Low, -78.33233140754283),
            .. Minimum(Low, High, -64.19561235905536).AndSwapped(),
            Minimum(High, High, -50.05889331056789),
            .. Saddle(Low, Top, -38.97055334471606).AndSwapped(),
            .. Saddle(High, Top, -24.83383429622858).AndSwapped(),
            Maximum(Top, Top, 0.3912247181107161),
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T x2 = T.Square(x), y2 = T.Square(y);
        return 0.5 * (T.Square(x2) - (16 * x2) + (5 * x) + T.Square(y2) - (16 * y2) + (5 * y));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> StyblinskiTang = Add("styblinski-tang", default(StyblinskiTang));
}
