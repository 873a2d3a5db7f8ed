namespace LandscapeOpt.Numbers;

/// <summary>
/// The arithmetic that a formula is written in. Its types are a double (<see cref="Real"/>), several doubles side by side (the lanes) and
/// numbers that carry derivatives (<see cref="Dual{T}"/>, <see cref="Jet{T}"/>), so one formula gives value, gradient, Hessian and vector code.
/// </summary>
/// <remarks>There are no comparison operators: a formula that branches could not run in lanes. Use <see cref="IfPositive"/>.</remarks>
/// <typeparam name="T">The implementing type.</typeparam>
public interface IReal<T>
    where T : struct, IReal<T>
{
    /// <summary>The constant with this value (in every lane, with zero derivatives).</summary>
    static abstract implicit operator T(double value);

    /// <summary>Sum.</summary>
    static abstract T operator +(T a, T b);

    /// <summary>Difference.</summary>
    static abstract T operator -(T a, T b);

    /// <summary>Negation.</summary>
    static abstract T operator -(T a);

    /// <summary>Product.</summary>
    static abstract T operator *(T a, T b);

    /// <summary>Quotient.</summary>
    static abstract T operator /(T a, T b);

    /// <summary>Sum with a constant, which has no derivatives to add.</summary>
    static virtual T operator +(double a, T b) => (T)a + b;

    /// <summary>Sum with a constant.</summary>
    static virtual T operator +(T a, double b) => a + (T)b;

    /// <summary>Difference from a constant.</summary>
    static virtual T operator -(double a, T b) => (T)a - b;

    /// <summary>Difference with a constant.</summary>
    static virtual T operator -(T a, double b) => a - (T)b;

    /// <summary>Multiple by a constant.</summary>
    static virtual T operator *(double a, T b) => (T)a * b;

    /// <summary>Multiple by a constant.</summary>
    static virtual T operator *(T a, double b) => a * (T)b;

    /// <summary>Quotient by a constant.</summary>
    static virtual T operator /(T a, double b) => a / (T)b;

    /// <summary>a², as a·a.</summary>
    static abstract T Square(T a);

    /// <summary>√a; NaN below 0. The derivative at 0 is taken as 0.</summary>
    static abstract T Sqrt(T a);

    /// <summary>eᵃ, within 1 ulp.</summary>
    static abstract T Exp(T a);

    /// <summary>The natural logarithm, within 1 ulp; NaN below 0.</summary>
    static abstract T Log(T a);

    /// <summary>Sine of an angle in radians, within 2 ulp for every finite argument.</summary>
    static abstract T Sin(T a);

    /// <summary>Cosine of an angle in radians, within 2 ulp for every finite argument.</summary>
    static abstract T Cos(T a);

    /// <summary>Sine and cosine together: the same bits as apart, with one look at the argument's size.</summary>
    static virtual void SinCos(T a, out T sin, out T cos) => (sin, cos) = (T.Sin(a), T.Cos(a));

    /// <summary>a·b + c·d, each product and the sum rounded; one member, because the compiler counts what it inlines.</summary>
    static virtual T SumOfProducts(T a, T b, T c, T d) => (a * b) + (c * d);

    /// <summary>Hyperbolic tangent, within 2 ulp.</summary>
    static abstract T Tanh(T a);

    /// <summary>aᵇ, within 2 ulp; NaN for a negative base with an exponent that is not an integer.</summary>
    static abstract T Pow(T a, T b);

    /// <summary>The angle of the point (x, y) in (-π, π], within 2 ulp.</summary>
    static abstract T Atan2(T y, T x);

    /// <summary>√(a² + b²) without overflow or underflow on the way, within 2 ulp; the derivatives at (0, 0) are taken as 0.</summary>
    static abstract T Hypot(T a, T b);

    /// <summary>|a|; the derivative at 0 is taken as 0.</summary>
    static abstract T Abs(T a);

    /// <summary>The larger of two; NaN when either is.</summary>
    static abstract T Max(T a, T b);

    /// <summary>The smaller of two; NaN when either is.</summary>
    static abstract T Min(T a, T b);

    /// <summary><paramref name="then"/> where <paramref name="test"/> &gt; 0, elsewhere (also for NaN) <paramref name="otherwise"/>.</summary>
    static abstract T IfPositive(T test, T then, T otherwise);
}
