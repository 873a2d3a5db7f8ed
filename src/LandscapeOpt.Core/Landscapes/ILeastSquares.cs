using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>
/// A loss made of squared residuals, f = Σ cᵢ rᵢ² with cᵢ ≥ 0. Read as ½ Σ (√(2cᵢ) rᵢ)², it is the negative log-likelihood of a Gaussian model
/// with unit variance, and its Gauss-Newton matrix JᵀJ = Σ 2cᵢ ∇rᵢ∇rᵢᵀ is the Fisher matrix that the natural gradient divides by.
/// </summary>
/// <remarks>Amari 1998, doi:10.1162/089976698300017746. Where all residuals vanish the matrix is the Hessian.</remarks>
public interface ILeastSquares : ILandscape
{
    /// <summary>Whether the residuals are real with these parameters: no square has a negative factor.</summary>
    bool HasResiduals => true;

    /// <summary>The Gauss-Newton matrix at a point.</summary>
    Symmetric<T> GaussNewton<T>(T x, T y)
        where T : struct, IReal<T>;
}

/// <summary>
/// A landscape whose formula is a sum of constants times <see cref="IReal{T}.Square"/> of a residual. The residuals stand in that formula
/// alone: <see cref="ResidualJet{T}"/> finds them in its squares.
/// </summary>
/// <typeparam name="TSelf">The implementing record struct.</typeparam>
public interface ILeastSquares<TSelf> : ILandscape<TSelf>, ILeastSquares
    where TSelf : struct, ILeastSquares<TSelf>
{
    /// <inheritdoc/>
    Symmetric<T> ILeastSquares.GaussNewton<T>(T x, T y) =>
        ((TSelf)this).At(ResidualJet<T>.VariableX(x), ResidualJet<T>.VariableY(y)).Matrix;
}
