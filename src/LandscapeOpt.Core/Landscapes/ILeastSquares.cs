using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>A loss made of residuals, f = ½ Σ r_i², whose Gauss-Newton matrix follows from them.</summary>
public interface ILeastSquares
{
    /// <summary>JᵀJ at a point, J the residuals' Jacobian.</summary>
    Symmetric<T> GaussNewton<T>(T x, T y)
        where T : struct, IReal<T>;
}
