using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Where a wrapper looks instead of the point that its inner rule asks about.</summary>
/// <typeparam name="T">The number type.</typeparam>
internal interface IShift<T>
    where T : struct, IReal<T>
{
    /// <summary>The way from a point to where to look, given the gradient there.</summary>
    Vec2<T> From(Vec2<T> w, Vec2<T> g);
}

/// <summary>Answers every question about a point from a place that the gradient at the point leads to.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <typeparam name="TOracle">The oracle underneath.</typeparam>
/// <typeparam name="TShift">The way to that place.</typeparam>
internal readonly struct Shifted<T, TOracle, TShift>(TOracle oracle, TShift shift) : IOracle<T>
    where T : struct, IReal<T>
    where TOracle : struct, IOracle<T>
    where TShift : struct, IShift<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w) => oracle.Gradient(Move(w));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Sample<T> Sample(Vec2<T> w) => oracle.Sample(Move(w));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symmetric<T> Hessian(Vec2<T> w) => oracle.Hessian(Move(w));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symmetric<T> GaussNewton(Vec2<T> w) => oracle.GaussNewton(Move(w));

    /// <inheritdoc/>
    public int Components => oracle.Components;

    /// <inheritdoc/>
    public Sample<T> Component(int k, Vec2<T> w) => oracle.Component(k, Move(w));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vec2<T> Move(Vec2<T> w) => w + shift.From(w, oracle.Gradient(w));
}
