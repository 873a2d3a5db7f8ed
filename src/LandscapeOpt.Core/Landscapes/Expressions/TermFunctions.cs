using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>A function of one number, as a type.</summary>
internal interface IUnary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a)
        where T : struct, IReal<T>;
}

/// <summary>A function of two numbers, as a type.</summary>
internal interface IBinary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a, T b)
        where T : struct, IReal<T>;
}

/// <summary>The functions that terms are made of, named like <see cref="Operation"/>; pow and atan2 are too large to be worth it.</summary>
internal static class TermFunctions
{
    internal readonly struct Negate : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => -a;
    }

    internal readonly struct Square : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Square(a);
    }

    internal readonly struct Sqrt : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Sqrt(a);
    }

    internal readonly struct Exp : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Exp(a);
    }

    internal readonly struct Log : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Log(a);
    }

    internal readonly struct Sin : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Sin(a);
    }

    internal readonly struct Cos : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Cos(a);
    }

    internal readonly struct Tanh : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Tanh(a);
    }

    internal readonly struct Abs : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, IReal<T> => T.Abs(a);
    }

    internal readonly struct Add : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => a + b;
    }

    internal readonly struct Subtract : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => a - b;
    }

    internal readonly struct Multiply : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => a * b;
    }

    internal readonly struct Divide : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => a / b;
    }

    internal readonly struct Max : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => T.Max(a, b);
    }

    internal readonly struct Min : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => T.Min(a, b);
    }
}
