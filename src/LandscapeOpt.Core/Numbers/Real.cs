using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>A double: the scalar path of a formula, and the lane of width 1.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Real(double Value) : ILane<Real>
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
    public static void SinCos(Real a, out Real sin, out Real cos) => Elementary.SinCos(a, out sin, out cos);

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

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public double this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => index == 0 ? Value : throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Load(ReadOnlySpan<double> source) =>
        source.Length > 0 ? new(source[0]) : throw new ArgumentOutOfRangeException(nameof(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> destination)
    {
        if (destination.IsEmpty) throw new ArgumentException("The span is empty.", nameof(destination));
        destination[0] = Value;
    }

    /// <inheritdoc/>
    public Real With(int index, double value) => index == 0 ? new(value) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FromBits(ulong bits) => new(BitConverter.UInt64BitsToDouble(bits));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, Real b, Real c) => new(Math.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, double b, Real c) => new(Math.FusedMultiplyAdd(a.Value, b, c.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, double b, double c) => new(Math.FusedMultiplyAdd(a.Value, b, c));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Horner(Real x, Real p, double a, double b) =>
        new(Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(p.Value, x.Value, a), x.Value, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Horner(Real x, Real p, double a, double b, double c, double d) =>
        Horner(x, Horner(x, p, a, b), c, d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SumOfProducts(Real a, Real b, Real c, Real d) => new((a.Value * b.Value) + (c.Value * d.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllMagnitudesAtMost(Real a, double limit) => Math.Abs(a.Value) <= limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyMagnitudeAbove(Real a, double limit) => Math.Abs(a.Value) > limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Truncate(Real a) => new(Math.Truncate(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LessThan(Real a, Real b) => new(Vector128.LessThan(a.Wide, b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real EqualTo(Real a, Real b) => new(Vector128.Equals(a.Wide, b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Real a, Real b) => a.Value <= b.Value;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Select(Real mask, Real then, Real otherwise) =>
        new(Vector128.ConditionalSelect(mask.Wide, then.Wide, otherwise.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToBits(Real mask) => (uint)(BitConverter.DoubleToUInt64Bits(mask.Value) >> 63);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real And(Real a, Real b) => new((a.Wide & b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Or(Real a, Real b) => new((a.Wide | b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Xor(Real a, Real b) => new((a.Wide ^ b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real AddIntegers(Real a, Real b) => new((a.Wide.AsInt64() + b.Wide.AsInt64()).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ShiftLeft(Real a, int count) => new((a.Wide.AsUInt64() << count).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ShiftRight(Real a, int count) => new((a.Wide.AsUInt64() >> count).AsDouble().ToScalar());

    // Bit operations stay in the vector registers: moving to integer registers and back would cost more than the operation.
    private Vector128<double> Wide
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(Value);
    }
}
