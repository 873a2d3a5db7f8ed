using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>The gradient of a formula at many points, compiled as a whole.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal abstract class TermGradient<T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>Gradients at points where all angles and exponents are usual and everything is finite.</summary>
    internal abstract void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradientX, Span<T> gradientY);

    /// <summary>The gradient of a landscape; null where it is too large for it.</summary>
    internal static TermGradient<T>? Of(ILandscape landscape) => TermBuilder.Visit(landscape, default(Maker));

    private readonly struct Maker : ITermVisitor<TermGradient<T>>
    {
        public TermGradient<T> Visit<TTerm>(TTerm term)
            where TTerm : struct, ITerm => new Whole<TTerm>(term);
    }

    private sealed class Whole<TTerm>(TTerm term) : TermGradient<T>
        where TTerm : struct, ITerm
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> gradientX, Span<T> gradientY)
        {
            TTerm formula = term;
            for (int k = 0; k < x.Length; k++)
            {
                Vec2<T> gradient = formula.At(NearDual<T>.VariableX(x[k]), NearDual<T>.VariableY(y[k])).Gradient;
                (gradientX[k], gradientY[k]) = (gradient.X, gradient.Y);
            }
        }
    }
}
