using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    private const ulong SignBit = 0x8000_0000_0000_0000;

    /// <summary>Hyperbolic tangent, within 2 ulp: (e²ˣ - 1) / (e²ˣ + 1) with the rounding errors of both parts of the quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x)
        where T : struct, ILane<T>, IReal<T> => CalledTanh(in x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T CalledTanh<T>(in T x)
        where T : struct, ILane<T>, IReal<T> => ComputeTanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ComputeTanh<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        // From 22 on the result rounds to 1.
        T a = T.Abs(x), t = T.Select(T.LessThan(22, a), 44, a + a);
        T shifted = T.FusedMultiplyAdd(t, InverseLn2, Shift), n = shifted - Shift;
        T power = T.AddIntegers(1, T.ShiftLeft(shifted, 52)), powerLessOne = power - 1;
        T exact = T.FusedMultiplyAdd(n, -Ln2High, t), r = T.FusedMultiplyAdd(n, -Ln2Low, exact);
        T tail = T.FusedMultiplyAdd(r * r, ExpPolynomial(r), T.FusedMultiplyAdd(n, -Ln2Low, exact - r));

        // e²ˣ - 1 = (2ⁿ - 1 + 2ⁿ r) + 2ⁿ tail, as the sum of a leading and a trailing part.
        T head = T.FusedMultiplyAdd(power, r, powerLessOne);
        T rest = T.FusedMultiplyAdd(power, tail, T.FusedMultiplyAdd(power, r, powerLessOne - head));
        T above = head + rest, aboveLow = (head - above) + rest;
        T below = above + 2, belowLow = (above - (below - 2)) + aboveLow;
        (T quotient, T quotientLow) = Divide(above, aboveLow, below, belowLow);
        return T.Or(quotient + quotientLow, T.And(x, T.FromBits(SignBit)));
    }

    // (a + aLow) / (b + bLow), the second part being what the first leaves over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Quotient, T Low) Divide<T>(T a, T aLow, T b, T bLow)
        where T : struct, ILane<T>, IReal<T>
    {
        T inverse = (T)1 / b, quotient = a * inverse;
        T left = T.FusedMultiplyAdd(-quotient, b, a) + T.FusedMultiplyAdd(-quotient, bLow, aLow);
        return (quotient, left * inverse);
    }
}
