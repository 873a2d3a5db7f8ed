using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>
/// A <see cref="Jet{T}"/> whose squares forget the second derivatives of what they square. Of a sum c₁ r₁² + c₂ r₂² + … it keeps
/// Σ 2cᵢ ∇rᵢ∇rᵢᵀ in the place of the Hessian: the Gauss-Newton matrix, from the formula as it stands.
/// </summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
/// <param name="Jet">Value, gradient and matrix.</param>
public readonly record struct ResidualJet<T>(Jet<T> Jet) : IReal<ResidualJet<T>>
    where T : struct, IReal<T>
{
    /// <summary>The matrix of second derivatives, without those of squared terms.</summary>
    public Symmetric<T> Matrix => new(Jet.XX, Jet.XY, Jet.YY);

    /// <inheritdoc/>
    public static implicit operator ResidualJet<T>(double value) => new(value);

    /// <summary>The independent variable x at this value.</summary>
    public static ResidualJet<T> VariableX(T value) => new(Jet<T>.VariableX(value));

    /// <summary>The independent variable y at this value.</summary>
    public static ResidualJet<T> VariableY(T value) => new(Jet<T>.VariableY(value));

    /// <inheritdoc/>
    public static ResidualJet<T> operator +(ResidualJet<T> a, ResidualJet<T> b) => new(a.Jet + b.Jet);

    /// <inheritdoc/>
    public static ResidualJet<T> operator -(ResidualJet<T> a, ResidualJet<T> b) => new(a.Jet - b.Jet);

    /// <inheritdoc/>
    public static ResidualJet<T> operator -(ResidualJet<T> a) => new(-a.Jet);

    /// <inheritdoc/>
    public static ResidualJet<T> operator *(ResidualJet<T> a, ResidualJet<T> b) => new(a.Jet * b.Jet);

    /// <inheritdoc/>
    public static ResidualJet<T> operator /(ResidualJet<T> a, ResidualJet<T> b) => new(a.Jet / b.Jet);

    /// <inheritdoc/>
    public static ResidualJet<T> Square(ResidualJet<T> a) => new(Jet<T>.Square(a.Jet with { XX = 0, XY = 0, YY = 0 }));

    /// <inheritdoc/>
    public static ResidualJet<T> Sqrt(ResidualJet<T> a) => new(Jet<T>.Sqrt(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Exp(ResidualJet<T> a) => new(Jet<T>.Exp(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Log(ResidualJet<T> a) => new(Jet<T>.Log(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Sin(ResidualJet<T> a) => new(Jet<T>.Sin(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Cos(ResidualJet<T> a) => new(Jet<T>.Cos(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Tanh(ResidualJet<T> a) => new(Jet<T>.Tanh(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Pow(ResidualJet<T> a, ResidualJet<T> b) => new(Jet<T>.Pow(a.Jet, b.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Atan2(ResidualJet<T> y, ResidualJet<T> x) => new(Jet<T>.Atan2(y.Jet, x.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Hypot(ResidualJet<T> a, ResidualJet<T> b) => new(Jet<T>.Hypot(a.Jet, b.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Abs(ResidualJet<T> a) => new(Jet<T>.Abs(a.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Max(ResidualJet<T> a, ResidualJet<T> b) => new(Jet<T>.Max(a.Jet, b.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> Min(ResidualJet<T> a, ResidualJet<T> b) => new(Jet<T>.Min(a.Jet, b.Jet));

    /// <inheritdoc/>
    public static ResidualJet<T> IfPositive(ResidualJet<T> test, ResidualJet<T> then, ResidualJet<T> otherwise) =>
        new(Jet<T>.IfPositive(test.Jet, then.Jet, otherwise.Jet));
}
