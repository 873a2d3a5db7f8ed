using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A point, gradient or update in the plane. Products, quotients and roots are elementwise, as the update rules are written.</summary>
/// <typeparam name="T">The type of the coordinates.</typeparam>
/// <param name="X">The first coordinate.</param>
/// <param name="Y">The second coordinate.</param>
public readonly record struct Vec2<T>(T X, T Y)
    where T : struct, IReal<T>
{
    /// <summary>Sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator +(Vec2<T> a, Vec2<T> b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>A number added to both coordinates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator +(Vec2<T> a, T b) => new(a.X + b, a.Y + b);

    /// <summary>Difference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator -(Vec2<T> a, Vec2<T> b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Negation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator -(Vec2<T> a) => new(-a.X, -a.Y);

    /// <summary>Elementwise product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator *(Vec2<T> a, Vec2<T> b) => new(a.X * b.X, a.Y * b.Y);

    /// <summary>Multiple.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator *(T a, Vec2<T> b) => new(a * b.X, a * b.Y);

    /// <summary>Elementwise quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator /(Vec2<T> a, Vec2<T> b) => new(a.X / b.X, a.Y / b.Y);

    /// <summary>Both coordinates divided by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> operator /(Vec2<T> a, T b) => new(a.X / b, a.Y / b);

    /// <summary>Elementwise square.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> Square(Vec2<T> a) => new(T.Square(a.X), T.Square(a.Y));

    /// <summary>Elementwise square root.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> Sqrt(Vec2<T> a) => new(T.Sqrt(a.X), T.Sqrt(a.Y));

    /// <summary>Elementwise absolute value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> Abs(Vec2<T> a) => new(T.Abs(a.X), T.Abs(a.Y));

    /// <summary>Elementwise maximum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> Max(Vec2<T> a, Vec2<T> b) => new(T.Max(a.X, b.X), T.Max(a.Y, b.Y));

    /// <summary>Elementwise sign, with sign(0) = 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> Sign(Vec2<T> a) => new(
        T.IfPositive(a.X, 1, T.IfPositive(-a.X, -1, 0)),
        T.IfPositive(a.Y, 1, T.IfPositive(-a.Y, -1, 0)));

    /// <summary>Inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Dot(Vec2<T> a, Vec2<T> b) => (a.X * b.X) + (a.Y * b.Y);

    /// <summary>Euclidean norm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Norm(Vec2<T> a) => T.Sqrt(Dot(a, a));

    /// <summary><paramref name="then"/> where <paramref name="test"/> &gt; 0, elsewhere <paramref name="otherwise"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec2<T> IfPositive(T test, Vec2<T> then, Vec2<T> otherwise) =>
        new(T.IfPositive(test, then.X, otherwise.X), T.IfPositive(test, then.Y, otherwise.Y));
}
