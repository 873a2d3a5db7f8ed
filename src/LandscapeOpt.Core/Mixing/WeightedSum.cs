using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>
/// Σ w_k v_k over the components, added in their order: the one place where weights meet losses, gradients and matrices, so that runs and maps
/// agree to the last bit.
/// </summary>
internal static class WeightedSum
{
    /// <summary>The sum of K numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Of<T>(ReadOnlySpan<T> weights, ReadOnlySpan<T> values)
        where T : struct, IReal<T>
    {
        T sum = weights[0] * values[0];
        for (int k = 1; k < values.Length; k++)
        {
            sum += weights[k] * values[k];
        }

        return sum;
    }

    /// <summary>The sum of K vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vec2<T> Of<T>(ReadOnlySpan<T> weights, ReadOnlySpan<Vec2<T>> values)
        where T : struct, IReal<T>
    {
        Vec2<T> sum = weights[0] * values[0];
        for (int k = 1; k < values.Length; k++)
        {
            sum += weights[k] * values[k];
        }

        return sum;
    }

    /// <summary>The sum of K matrices.</summary>
    internal static Symmetric<T> Of<T>(ReadOnlySpan<T> weights, ReadOnlySpan<Symmetric<T>> values)
        where T : struct, IReal<T>
    {
        Symmetric<T> sum = weights[0] * values[0];
        for (int k = 1; k < values.Length; k++)
        {
            sum += weights[k] * values[k];
        }

        return sum;
    }
}
