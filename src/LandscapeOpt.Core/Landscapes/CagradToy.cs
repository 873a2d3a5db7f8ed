using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The multi-task literature's toy: two losses with opposed valleys below and logarithmic canyons above, their mean as the objective.</summary>
public readonly record struct CagradToy : ILandscape<CagradToy>
{
    private const double Clamp = 0.000005;

    /// <inheritdoc/>
    public LandscapeInfo Info => TaskInfo("Conflict-averse toy, mean of both tasks", $"{FirstText}; {SecondText}; 0.5 first + 0.5 second") with
    {
        CriticalPoints = [Minimum(0, -8.355109776756256, -15.091638445306595)],
        Notes =
        [
            "The stated minimum is the lowest of the objective; every point of about y = -8.355, |x| <= 7 is Pareto-optimal.",
            "The literature starts Adam with learning rate 0.001 from (-8.5, 7.5), (-8.5, -5) and (9, 9).",
        ],
    };

    /// <inheritdoc/>
    IReadOnlyList<Component> ILandscape.Components => [new("first", default(First), 0.5), new("second", default(Second), 0.5)];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        var shared = Shared<T>.At(y);
        return (0.5 * FirstAt(x, shared)) + (0.5 * SecondAt(x, shared));
    }

    private const string SharedText = "m = 0.000005; c1 = max(tanh(y/2), 0); c2 = max(-tanh(y/2), 0)";

    private const string FirstText = SharedText
        + "; h1 = log(max(abs(0.5 (-x - 7) - tanh(-y)), m)) + 6; q1 = ((x - 7)^2 + 0.1 (y + 8)^2)/10 - 20; first = c1 h1 + c2 q1";

    private const string SecondText =
        "h2 = log(max(abs(0.5 (-x + 3) + tanh(-y) + 2), m)) + 6; q2 = ((x + 7)^2 + 0.1 (y + 8)^2)/10 - 20; second = c1 h2 + c2 q2";

    private static LandscapeInfo TaskInfo(string title, string formula) => new()
    {
        Title = title,
        Formula = formula,
        Source = "Liu, Liu, Jin, Stone and Liu 2021, arXiv:2110.14048; Cranial-XIX/CAGrad, toy.py",
        Domain = Domain.Square(11),
        Start = new(-8.5, 7.5),
        Kinks = "y = 0, where the upper and the lower half meet, and in the upper half the canyons where a logarithm's argument is clamped at 5e-6; "
            + "the clamped part has gradient 0",
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FirstAt<T>(T x, Shared<T> s)
        where T : struct, IReal<T>
    {
        T canyon = T.Log(T.Max(T.Abs((0.5 * (-x - 7)) + s.Tanh), Clamp)) + 6;
        return (s.Upper * canyon) + (s.Lower * (((T.Square(x - 7) + s.Bowl) / 10) - 20));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SecondAt<T>(T x, Shared<T> s)
        where T : struct, IReal<T>
    {
        T canyon = T.Log(T.Max(T.Abs((0.5 * (-x + 3)) - s.Tanh + 2), Clamp)) + 6;
        return (s.Upper * canyon) + (s.Lower * (((T.Square(x + 7) + s.Bowl) / 10) - 20));
    }

    // What both tasks compute of y; tanh is odd, so the published tanh(-y) is -tanh(y) to the last bit.
    private readonly record struct Shared<T>(T Tanh, T Upper, T Lower, T Bowl)
        where T : struct, IReal<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Shared<T> At(T y)
        {
            T half = T.Tanh(y / 2);
            return new(T.Tanh(y), T.Max(half, 0), T.Max(-half, 0), 0.1 * T.Square(y + 8));
        }
    }

    /// <summary>The task whose valley lies at (7, -8).</summary>
    public readonly record struct First : ILandscape<First>
    {
        /// <inheritdoc/>
        public LandscapeInfo Info => TaskInfo("Conflict-averse toy, first task", $"{FirstText}; first");

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T At<T>(T x, T y)
            where T : struct, IReal<T> => FirstAt(x, Shared<T>.At(y));
    }

    /// <summary>The task whose valley lies at (-7, -8).</summary>
    public readonly record struct Second : ILandscape<Second>
    {
        /// <inheritdoc/>
        public LandscapeInfo Info => TaskInfo("Conflict-averse toy, second task", $"{SharedText}; {SecondText}; second");

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T At<T>(T x, T y)
            where T : struct, IReal<T> => SecondAt(x, Shared<T>.At(y));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> CagradToy = Add("cagrad-toy", default(CagradToy));
}
