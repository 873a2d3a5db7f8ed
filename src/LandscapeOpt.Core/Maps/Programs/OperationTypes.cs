using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>A function of one number, as a type: what is generic in it is compiled for it.</summary>
internal interface IUnary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a)
        where T : struct, IReal<T>;
}

/// <summary>A function of two numbers.</summary>
internal interface IBinary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a, T b)
        where T : struct, IReal<T>;
}

/// <summary>A function of a number and a constant, which has no derivatives to care about.</summary>
internal interface IWithNumber
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a, double number)
        where T : struct, IReal<T>;
}

/// <summary>A function of three numbers.</summary>
internal interface ITernary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a, T b, T c)
        where T : struct, IReal<T>;
}

/// <summary>A function of four numbers.</summary>
internal interface IQuaternary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a, T b, T c, T d)
        where T : struct, IReal<T>;
}

/// <summary>A function of lanes of usual size.</summary>
internal interface IPlainUnary
{
    /// <summary>The function.</summary>
    static abstract T Of<T>(T a)
        where T : struct, ILane<T>, IReal<T>;
}

/// <summary>The operations of <see cref="Operation"/> by the same names.</summary>
internal static class OperationTypes
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

    internal readonly struct Pow : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => T.Pow(a, b);
    }

    internal readonly struct Atan2 : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => T.Atan2(a, b);
    }

    internal readonly struct Hypot : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b)
            where T : struct, IReal<T> => T.Hypot(a, b);
    }

    internal readonly struct PlusNumber : IWithNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, double number)
            where T : struct, IReal<T> => a + number;
    }

    internal readonly struct MinusNumber : IWithNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, double number)
            where T : struct, IReal<T> => a - number;
    }

    internal readonly struct NumberMinus : IWithNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, double number)
            where T : struct, IReal<T> => number - a;
    }

    internal readonly struct TimesNumber : IWithNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, double number)
            where T : struct, IReal<T> => number * a;
    }

    internal readonly struct OverNumber : IWithNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, double number)
            where T : struct, IReal<T> => a / number;
    }

    internal readonly struct IfPositive : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => T.IfPositive(a, b, c);
    }

    internal readonly struct MultiplyAdd : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => (a * b) + c;
    }

    internal readonly struct MultiplySubtract : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => (a * b) - c;
    }

    internal readonly struct SubtractProduct : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => c - (a * b);
    }

    internal readonly struct MultiplyThree : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => a * b * c;
    }

    internal readonly struct AddThree : ITernary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c)
            where T : struct, IReal<T> => a + b + c;
    }

    internal readonly struct AddProducts : IQuaternary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T d)
            where T : struct, IReal<T> => (a * b) + (c * d);
    }

    internal readonly struct SubtractProducts : IQuaternary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a, T b, T c, T d)
            where T : struct, IReal<T> => (a * b) - (c * d);
    }

    internal readonly struct UnguardedSin : IPlainUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, ILane<T>, IReal<T> => Elementary.SinDirect(a);
    }

    internal readonly struct UnguardedCos : IPlainUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, ILane<T>, IReal<T> => Elementary.CosDirect(a);
    }

    internal readonly struct UnguardedExp : IPlainUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T a)
            where T : struct, ILane<T>, IReal<T> => Elementary.ExpPlain(a);
    }
}
