using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>A double: the scalar path of a formula, and the lane of width 1.</summary>
public readonly partial record struct Real : ILane<Real>
{
    // A field rather than a positional property, and operations that reinterpret their result instead of constructing it: a formula has hundreds of
    // them, and each call that need not be inlined leaves room for another.
    private readonly double v;

    /// <summary>This number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Real(double value) => v = value;

    /// <summary>The number.</summary>
    public double Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
        init => v = value;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Real(double value) => Unsafe.BitCast<double, Real>(value);

    /// <summary>The number as a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator double(Real real) => real.v;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator +(Real a, Real b) => Unsafe.BitCast<double, Real>(a.v + b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real a, Real b) => Unsafe.BitCast<double, Real>(a.v - b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator -(Real a) => Unsafe.BitCast<double, Real>(-a.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator *(Real a, Real b) => Unsafe.BitCast<double, Real>(a.v * b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real operator /(Real a, Real b) => Unsafe.BitCast<double, Real>(a.v / b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Square(Real a) => Unsafe.BitCast<double, Real>(a.v * a.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Sqrt(Real a) => Unsafe.BitCast<double, Real>(Math.Sqrt(a.v));

    /// <inheritdoc/>
    public static Real Exp(Real a) => Unsafe.BitCast<double, Real>(Elementary.Exp(a.v));

    /// <inheritdoc/>
    public static Real Log(Real a) => Unsafe.BitCast<double, Real>(Elementary.Log(a.v));

    /// <inheritdoc/>
    public static Real Sin(Real a) => Unsafe.BitCast<double, Real>(Elementary.Sin(a.v));

    /// <inheritdoc/>
    public static Real Cos(Real a) => Unsafe.BitCast<double, Real>(Elementary.Cos(a.v));

    /// <inheritdoc/>
    public static void SinCos(Real a, out Real sin, out Real cos)
    {
        (double s, double c) = Elementary.SinCos(a.v);
        (sin, cos) = (Unsafe.BitCast<double, Real>(s), Unsafe.BitCast<double, Real>(c));
    }

    /// <inheritdoc/>
    public static Real Tanh(Real a) => Unsafe.BitCast<double, Real>(Elementary.Tanh(a.v));

    /// <inheritdoc/>
    public static Real Pow(Real a, Real b) => Unsafe.BitCast<double, Real>(Elementary.Pow(a.v, b.v));

    /// <inheritdoc/>
    public static Real Atan2(Real y, Real x) => Unsafe.BitCast<double, Real>(Elementary.Atan2(y.v, x.v));

    /// <inheritdoc/>
    public static Real Hypot(Real a, Real b) => Unsafe.BitCast<double, Real>(Elementary.Hypot(a.v, b.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Abs(Real a) => Unsafe.BitCast<double, Real>(Math.Abs(a.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Max(Real a, Real b) => Unsafe.BitCast<double, Real>(Math.Max(a.v, b.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Min(Real a, Real b) => Unsafe.BitCast<double, Real>(Math.Min(a.v, b.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real IfPositive(Real test, Real then, Real otherwise) => test.v > 0 ? then : otherwise;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public double this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => index == 0 ? v : throw new ArgumentOutOfRangeException(nameof(index));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Load(ReadOnlySpan<double> source) =>
        source.Length > 0 ? Unsafe.BitCast<double, Real>(source[0]) : throw new ArgumentOutOfRangeException(nameof(source));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> destination)
    {
        if (destination.IsEmpty) throw new ArgumentException("The span is empty.", nameof(destination));
        destination[0] = v;
    }

    /// <inheritdoc/>
    public Real With(int index, double value) => index == 0 ? Unsafe.BitCast<double, Real>(value) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FromBits(ulong bits) => Unsafe.BitCast<double, Real>(BitConverter.UInt64BitsToDouble(bits));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, Real b, Real c) => Unsafe.BitCast<double, Real>(Math.FusedMultiplyAdd(a.v, b.v, c.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, double b, Real c) => Unsafe.BitCast<double, Real>(Math.FusedMultiplyAdd(a.v, b, c.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real FusedMultiplyAdd(Real a, double b, double c) => Unsafe.BitCast<double, Real>(Math.FusedMultiplyAdd(a.v, b, c));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Horner(Real x, Real p, double a, double b) =>
        Unsafe.BitCast<double, Real>(Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(p.v, x.v, a), x.v, b));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Horner(Real x, Real p, double a, double b, double c, double d) =>
        Horner(x, Horner(x, p, a, b), c, d);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real SumOfProducts(Real a, Real b, Real c, Real d) => Unsafe.BitCast<double, Real>((a.v * b.v) + (c.v * d.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllMagnitudesAtMost(Real a, double limit) => Math.Abs(a.v) <= limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyMagnitudeAbove(Real a, double limit) => Math.Abs(a.v) > limit;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Truncate(Real a) => Unsafe.BitCast<double, Real>(Math.Truncate(a.v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real LessThan(Real a, Real b) => Unsafe.BitCast<double, Real>(Vector128.LessThan(a.Wide, b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real EqualTo(Real a, Real b) => Unsafe.BitCast<double, Real>(Vector128.Equals(a.Wide, b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Real a, Real b) => a.v <= b.v;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveSameBits(Real a, Real b, Real c, Real d) =>
        BitConverter.DoubleToUInt64Bits(a.v) == BitConverter.DoubleToUInt64Bits(b.v)
            && BitConverter.DoubleToUInt64Bits(c.v) == BitConverter.DoubleToUInt64Bits(d.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Select(Real mask, Real then, Real otherwise) =>
        Unsafe.BitCast<double, Real>(Vector128.ConditionalSelect(mask.Wide, then.Wide, otherwise.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToBits(Real mask) => (uint)(BitConverter.DoubleToUInt64Bits(mask.v) >> 63);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real And(Real a, Real b) => Unsafe.BitCast<double, Real>((a.Wide & b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Or(Real a, Real b) => Unsafe.BitCast<double, Real>((a.Wide | b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real Xor(Real a, Real b) => Unsafe.BitCast<double, Real>((a.Wide ^ b.Wide).ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real AddIntegers(Real a, Real b) => Unsafe.BitCast<double, Real>((a.Wide.AsInt64() + b.Wide.AsInt64()).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ShiftLeft(Real a, int count) => Unsafe.BitCast<double, Real>((a.Wide.AsUInt64() << count).AsDouble().ToScalar());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Real ShiftRight(Real a, int count) => Unsafe.BitCast<double, Real>((a.Wide.AsUInt64() >> count).AsDouble().ToScalar());

    // Bit operations stay in the vector registers: moving to integer registers and back would cost more than the operation.
    private Vector128<double> Wide
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.CreateScalarUnsafe(v);
    }
}
