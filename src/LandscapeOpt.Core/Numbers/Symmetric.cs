using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A symmetric 2x2 matrix: a Hessian.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="XX">Upper left.</param>
/// <param name="XY">Off the diagonal.</param>
/// <param name="YY">Lower right.</param>
public readonly record struct Symmetric<T>(T XX, T XY, T YY)
    where T : struct, IReal<T>
{
    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Symmetric<T> operator +(Symmetric<T> a, Symmetric<T> b) => new(a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);

    /// <summary>Multiple.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Symmetric<T> operator *(T a, Symmetric<T> b) => new(a * b.XX, a * b.XY, a * b.YY);

    /// <summary>Product with a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator *(Symmetric<T> a, Vec2<T> v) => new((a.XX * v.X) + (a.XY * v.Y), (a.XY * v.X) + (a.YY * v.Y));

    /// <summary>Determinant.</summary>
    public T Determinant
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (XX * YY) - T.Square(XY);
    }

    /// <summary>The eigenvalues in rising order, in closed form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (T Low, T High) Eigenvalues()
    {
        T spread = T.Sqrt(T.Square(XX - YY) + (4 * T.Square(XY)));
        return (0.5 * (XX + YY - spread), 0.5 * (XX + YY + spread));
    }
}
