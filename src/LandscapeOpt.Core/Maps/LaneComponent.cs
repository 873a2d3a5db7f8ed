using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>A component's formula behind one virtual call for a whole vector of points.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal abstract class LaneComponent<T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>Called before each step with all points.</summary>
    internal virtual void Look(T[] x, T[] y, int count)
    {
    }

    /// <summary>Loss and gradient at a point that belongs to a vector's step.</summary>
    internal abstract Dual<T> Gradient(int vector, Vec2<T> w);

    internal abstract Symmetric<T> Hessian(Vec2<T> w);

    internal abstract Symmetric<T> GaussNewton(Vec2<T> w);

    /// <summary>A landscape as a component.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="vectors">The largest number of vectors.</param>
    internal static LaneComponent<T> Of(ILandscape landscape, int vectors) => landscape.Accept(new Maker(vectors));

    private sealed class Maker(int vectors) : ILandscapeVisitor<LaneComponent<T>>
    {
        public LaneComponent<T> Visit<TLandscape>(TLandscape landscape)
            where TLandscape : struct, ILandscape<TLandscape> => landscape.IsComposed
            ? new Program<TLandscape>(landscape, vectors)
            : new Formula<TLandscape>(landscape);
    }

    private sealed class Program<TLandscape>(TLandscape landscape, int vectors) : Formula<TLandscape>(landscape)
        where TLandscape : struct, ILandscape<TLandscape>
    {
        private readonly ProgramField<T> field = new(landscape, vectors);

        internal override void Look(T[] x, T[] y, int count) => field.Look(x, y, count, withLoss: true);

        internal override Dual<T> Gradient(int vector, Vec2<T> w) => field.At(vector, w);
    }

    private class Formula<TLandscape>(TLandscape landscape) : LaneComponent<T>
        where TLandscape : struct, ILandscape<TLandscape>
    {
        internal override Dual<T> Gradient(int vector, Vec2<T> w) => landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y));

        internal override Symmetric<T> Hessian(Vec2<T> w)
        {
            LaneComponent.Hessian(landscape, w.X, w.Y, out T xx, out T xy, out T yy);
            return new(xx, xy, yy);
        }

        internal override Symmetric<T> GaussNewton(Vec2<T> w) => LaneComponent.GaussNewton(landscape, w);
    }
}

/// <summary>What components of every width share.</summary>
internal static class LaneComponent
{
    /// <summary>The second derivatives; by reference, because vectors that are passed by value are copied in pieces.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Hessian<TLandscape, T>(TLandscape landscape, in T x, in T y, out T xx, out T xy, out T yy)
        where TLandscape : struct, ILandscape<TLandscape>
        where T : struct, IReal<T>
    {
        Jet<T> f = landscape.At(Jet<T>.VariableX(x), Jet<T>.VariableY(y));
        (xx, xy, yy) = (f.XX, f.XY, f.YY);
    }

    /// <summary>The Gauss-Newton matrix of a landscape made of residuals.</summary>
    /// <exception cref="NotSupportedException">It is not.</exception>
    internal static Symmetric<T> GaussNewton<TLandscape, T>(TLandscape landscape, Vec2<T> w)
        where TLandscape : struct, ILandscape<TLandscape>
        where T : struct, IReal<T> => landscape is ILeastSquares squares
        ? squares.GaussNewton(w.X, w.Y)
        : throw new NotSupportedException($"{landscape.Info.Title} is not made of residuals.");
}
