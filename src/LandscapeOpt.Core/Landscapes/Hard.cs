using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>The hard component of the trajectory blog: a bowl around (2.5, 2) under a field of bumps that fades away from the origin.</summary>
public readonly record struct Hard : ILandscape<Hard>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Hard, rugged bowl",
        Formula = "r2 = x^2 + y^2; 1.2 exp(-r2/4.5) (1 - cos(6 x) cos(6 y)) + 0.15 ((x - 2.5)^2 + (y - 2)^2) + 0.02 r2",
        Source = "Trajectory blog: jyopari/dataset_optimization, train.py",
        Domain = new(-1.5, 3.5, -1.5, 3.5),
        Start = new(-1, 1),
        CriticalPoints = [CriticalPoint.Minimum(2.100354434861176, 2.077390602152709, 0.2004037577216168)],
        Notes = ["39 local minima in its domain; the stated one is the lowest."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T r2 = T.Square(x) + T.Square(y);
        T bumps = 1.2 * T.Exp(-r2 / 4.5) * (1 - (T.Cos(6 * x) * T.Cos(6 * y)));
        return bumps + (0.15 * (T.Square(x - 2.5) + T.Square(y - 2))) + (0.02 * r2);
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Hard = Add("hard", default(Hard));
}
