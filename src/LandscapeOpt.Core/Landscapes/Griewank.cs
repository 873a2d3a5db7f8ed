using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Griewank's function: waves on a bowl so wide that it can hardly be seen.</summary>
public readonly record struct Griewank : ILandscape<Griewank>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Griewank",
        Formula = "1 + (x^2 + y^2)/4000 - cos(x) cos(y/sqrt(2))",
        Source = "Griewank 1981, doi:10.1007/BF00933356",
        Domain = Domain.Square(10),
        Start = new(3, -4),
        CriticalPoints =
        [
            Minimum(0, 0, 0),
            .. Minimum(3.14002263389554, 4.438444480920714, 0.007396040334115083).InAllQuadrants(),
            .. Minimum(6.280045279379905, 0, 0.009864672061006213).InAllQuadrants(),
            .. Minimum(0, 8.876888929095656, 0.0197194892481848).InAllQuadrants(),
            .. Saddle(1.572367910439322, 2.222553302578754, 1.001851785452283).InAllQuadrants(),
        ],
        Notes = ["The classic domain is [-600, 600]²; the waves show at [-10, 10]²."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => 1 + ((T.Square(x) + T.Square(y)) / 4000) - (T.Cos(x) * T.Cos(y / Math.Sqrt(2)));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Griewank = Add("griewank", default(Griewank));
}
