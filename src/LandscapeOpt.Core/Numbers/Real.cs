using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A double: the scalar path of a formula.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Real(double Value) : IReal<Real>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Real(double value) => new(value);

    /// <summary>The number as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator double(Real real) => real.Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator +(Real a, Real b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real a, Real b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real a) => new(-a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator *(Real a, Real b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator /(Real a, Real b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Square(Real a) => new(a.Value * a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sqrt(Real a) => new(Math.Sqrt(a.Value));

    /// <inheritdoc/>
    public static Real Exp(Real a) => new(Elementary.Exp(a.Value));

    /// <inheritdoc/>
    public static Real Log(Real a) => new(Elementary.Log(a.Value));

    /// <inheritdoc/>
    public static Real Sin(Real a) => new(Elementary.Sin(a.Value));

    /// <inheritdoc/>
    public static Real Cos(Real a) => new(Elementary.Cos(a.Value));

    /// <inheritdoc/>
    public static Real Tanh(Real a) => new(Elementary.Tanh(a.Value));

    /// <inheritdoc/>
    public static Real Pow(Real a, Real b) => new(Elementary.Pow(a.Value, b.Value));

    /// <inheritdoc/>
    public static Real Atan2(Real y, Real x) => new(Elementary.Atan2(y.Value, x.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Abs(Real a) => new(Math.Abs(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Max(Real a, Real b) => new(Math.Max(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Min(Real a, Real b) => new(Math.Min(a.Value, b.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real IfPositive(Real test, Real then, Real otherwise) => test.Value > 0 ? then : otherwise;
}
