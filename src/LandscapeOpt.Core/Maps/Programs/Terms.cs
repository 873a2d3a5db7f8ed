using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>A part of a formula as a type: the compiler of the running tool inlines the whole as if it had been written in C#.</summary>
internal interface ITerm
{
    /// <summary>The value at a point.</summary>
    T At<T>(T x, T y)
        where T : struct, IReal<T>;
}

/// <summary>Receives a term as its concrete type.</summary>
/// <typeparam name="TResult">What the visit returns.</typeparam>
internal interface ITermVisitor<out TResult>
{
    /// <summary>Called once with the term.</summary>
    TResult Visit<TTerm>(TTerm term)
        where TTerm : struct, ITerm;
}

/// <summary>The coordinate x.</summary>
internal readonly struct TermX : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => x;
}

/// <summary>The coordinate y.</summary>
internal readonly struct TermY : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => y;
}

/// <summary>A number.</summary>
internal readonly struct NumberTerm(double value) : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => value;
}

/// <summary>A function of a term.</summary>
internal readonly struct Term<TFunction, TA>(TA a) : ITerm
    where TFunction : struct, IUnary
    where TA : struct, ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => TFunction.Of(a.At(x, y));
}

/// <summary>A function of a term and a number.</summary>
internal readonly struct TermWithNumber<TFunction, TA>(TA a, double number) : ITerm
    where TFunction : struct, IWithNumber
    where TA : struct, ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => TFunction.Of(a.At(x, y), number);
}

/// <summary>A function of two terms.</summary>
internal readonly struct Term<TFunction, TA, TB>(TA a, TB b) : ITerm
    where TFunction : struct, IBinary
    where TA : struct, ITerm
    where TB : struct, ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => TFunction.Of(a.At(x, y), b.At(x, y));
}
