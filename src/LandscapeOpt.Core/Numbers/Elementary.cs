using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>
/// Elementary functions with the same bits on every machine and for every vector width: within 1 ulp for exp and log, within 2 ulp for sin, cos,
/// tanh, pow, atan2 and hypot. NaN, infinities, zeros and subnormals behave as in <see cref="Math"/>.
/// </summary>
/// <remarks>
/// Each function is written once over <see cref="ILane{T}"/>, from operations that IEEE 754 defines to the last bit (+ - * /, the fused
/// multiply-add, comparisons and bit operations). The usual arguments take a short path without branches; the others are found by one comparison
/// and go to a method that is not inlined. The polynomials are minimax approximations computed for these intervals and rounded to doubles.
/// </remarks>
public static partial class Elementary
{
    // Adding it to |v| < 2^51 rounds v to an integer, which then stands in the low bits of the sum.
    private const double Shift = 6755399441055744.0;

    private const double SmallestNormal = 2.2250738585072014e-308;

    /// <summary>Sine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Sin(double x) => Sin<Real>(x);

    /// <summary>Cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Cos(double x) => Cos<Real>(x);

    /// <summary>Sine and cosine of an angle in radians.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (double Sin, double Cos) SinCos(double x)
    {
        SinCos<Real>(x, out Real sin, out Real cos);
        return (sin, cos);
    }

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Exp(double x) => Exp<Real>(x);

    /// <summary>The natural logarithm; NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Log(double x) => Log<Real>(x);

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Tanh(double x) => ComputeTanh<Real>(x);

    /// <summary>xʸ; NaN for a negative base with an exponent that is not an integer.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Pow(double x, double y) => ComputePow<Real>(x, y);

    /// <summary>The angle of the point (x, y), in [-π, π].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Atan2(double y, double x) => ComputeAtan2<Real>(y, x);

    /// <summary>√(x² + y²) without overflow or underflow on the way.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Hypot(double x, double y) => Hypot<Real>(x, y);
}
