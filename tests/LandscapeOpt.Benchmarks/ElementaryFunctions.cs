using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Benchmarks;

/// <summary>A function as this library and as the runtime computes it.</summary>
internal interface IFunction
{
    static abstract T Own<T>(T a, T b)
        where T : struct, IReal<T>;

    static abstract double System(double a, double b);

    static virtual Vector512<double> System(Vector512<double> a) => throw new NotSupportedException("The runtime has no such function.");
}

internal readonly struct Sin : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Sin(a);

    public static double System(double a, double b) => Math.Sin(a);

    public static Vector512<double> System(Vector512<double> a) => Vector512.Sin(a);
}

internal readonly struct Cos : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Cos(a);

    public static double System(double a, double b) => Math.Cos(a);

    public static Vector512<double> System(Vector512<double> a) => Vector512.Cos(a);
}

internal readonly struct SinCos : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T>
    {
        T.SinCos(a, out T sin, out T cos);
        return sin + cos;
    }

    public static double System(double a, double b)
    {
        (double sin, double cos) = Math.SinCos(a);
        return sin + cos;
    }

    public static Vector512<double> System(Vector512<double> a)
    {
        (Vector512<double> sin, Vector512<double> cos) = Vector512.SinCos(a);
        return sin + cos;
    }
}

internal readonly struct Exp : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Exp(a);

    public static double System(double a, double b) => Math.Exp(a);

    public static Vector512<double> System(Vector512<double> a) => Vector512.Exp(a);
}

internal readonly struct Log : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Log(a);

    public static double System(double a, double b) => Math.Log(a);

    public static Vector512<double> System(Vector512<double> a) => Vector512.Log(a);
}

internal readonly struct Tanh : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Tanh(a);

    public static double System(double a, double b) => Math.Tanh(a);
}

internal readonly struct Pow : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Pow(a, b);

    public static double System(double a, double b) => Math.Pow(a, b);
}

internal readonly struct Atan2 : IFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Own<T>(T a, T b)
        where T : struct, IReal<T> => T.Atan2(a, b);

    public static double System(double a, double b) => Math.Atan2(a, b);
}
