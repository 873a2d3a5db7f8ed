using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// What an update rule may ask: the mixed and transformed gradient, the loss it belongs to, curvature, and single components, at any point it
/// names. Each answer counts as an evaluation.
/// </summary>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
public interface IOracle<T>
    where T : struct, IReal<T>
{
    /// <summary>The gradient at a point, after mixing and gradient transforms.</summary>
    Vec2<T> Gradient(Vec2<T> w);

    /// <summary>Loss and gradient at a point; the loss carries the same mixing weights as the gradient.</summary>
    Sample<T> Sample(Vec2<T> w);

    /// <summary>The Hessian at a point, with the mixing weights of the gradient there.</summary>
    Symmetric<T> Hessian(Vec2<T> w);

    /// <summary>The Gauss-Newton matrix JᵀJ at a point, for losses made of residuals.</summary>
    /// <exception cref="NotSupportedException">The landscape has no residuals.</exception>
    Symmetric<T> GaussNewton(Vec2<T> w);

    /// <summary>The number of components; what answers for a single landscape keeps the default.</summary>
    int Components => 1;

    /// <summary>Loss and gradient of one component at a point, as they are: neither weighed nor transformed.</summary>
    /// <param name="k">The component, from 0.</param>
    /// <param name="w">The point.</param>
    Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}

/// <summary>Loss and gradient at one point.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="Loss">The loss.</param>
/// <param name="Gradient">Its gradient.</param>
public readonly record struct Sample<T>(T Loss, Vec2<T> Gradient)
    where T : struct, IReal<T>;
