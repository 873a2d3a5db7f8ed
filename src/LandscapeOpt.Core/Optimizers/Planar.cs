using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Linear algebra of symmetric 2x2 matrices in closed form, without branches.</summary>
internal static class Planar
{
    extension<T>(Symmetric<T> a)
        where T : struct, IReal<T>
    {
        /// <summary>a + λ I.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Symmetric<T> Shift(T lambda) => new(a.XX + lambda, a.XY, a.YY + lambda);

        /// <summary>The largest eigenvalue of p⁻¹ a for a diagonal p &gt; 0: that of the symmetric p^(-1/2) a p^(-1/2).</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal T Sharpest(Vec2<T> p) => new Symmetric<T>(a.XX / p.X, a.XY / T.Sqrt(p.X * p.Y), a.YY / p.Y).Eigenvalues().High;

        /// <summary>a⁻¹ v; infinite or NaN where a is singular.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vec2<T> Solve(Vec2<T> v) =>
            new Vec2<T>((a.YY * v.X) - (a.XY * v.Y), (a.XX * v.Y) - (a.XY * v.X)) / a.Determinant;

        /// <summary>a⁻¹ v, or <paramref name="instead"/> where |det a| &lt; 10⁻¹² (1 + |a|²), with the Frobenius norm.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vec2<T> SolveOr(Vec2<T> v, Vec2<T> instead)
        {
            T square = T.Square(a.XX) + (2 * T.Square(a.XY)) + T.Square(a.YY);
            return Vec2<T>.IfPositive((1e-12 * (1 + square)) - T.Abs(a.Determinant), instead, a.Solve(v));
        }

        /// <summary>
        /// (a + shift I)⁻¹ v in the basis of a's eigenvectors, so that the eigenvalues of the sum keep all digits also where it is nearly singular.
        /// </summary>
        /// <param name="low">The lower eigenvalue of the sum.</param>
        /// <param name="high">The higher one.</param>
        /// <param name="v">The vector.</param>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vec2<T> SolveWithEigenvalues(T low, T high, Vec2<T> v)
        {
            T difference = 0.5 * (a.XX - a.YY), half = T.Sqrt(T.Square(difference) + T.Square(a.XY));

            // Of the two columns that give the higher one's direction, the longer one loses no digits.
            T longer = half + T.Abs(difference);
            Vec2<T> u = Vec2<T>.IfPositive(difference, new(longer, a.XY), new(a.XY, longer));
            T length = T.Sqrt(Vec2<T>.Dot(u, u));
            u = Vec2<T>.IfPositive(length, u / length, new(1, 0));
            Vec2<T> across = new(-u.Y, u.X);
            return (Vec2<T>.Dot(u, v) / high * u) + (Vec2<T>.Dot(across, v) / low * across);
        }

        /// <summary>
        /// The matrix with the same eigenvectors and other eigenvalues, times v: a = mean I + half U with U² = I, so the other one is
        /// (low + high)/2 I + (high − low)/2 U.
        /// </summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vec2<T> WithEigenvalues(T low, T high, Vec2<T> v)
        {
            T difference = 0.5 * (a.XX - a.YY), half = T.Sqrt(T.Square(difference) + T.Square(a.XY));
            var u = new Symmetric<T>(difference / half, a.XY / half, -difference / half);
            Vec2<T> turned = Vec2<T>.IfPositive(half, u * v, default);
            return (0.5 * (low + high) * v) + (0.5 * (high - low) * turned);
        }
    }
}
