using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>A loss f(x, y): what figures, runs and maps work on. Values follow from the one formula in <see cref="ILandscape{TSelf}"/>.</summary>
public interface ILandscape
{
    /// <summary>Domain, default start, known points, formula text, source.</summary>
    LandscapeInfo Info { get; }

    /// <summary>The losses that the objective is made of, with their shares in it; a plain landscape is its own only component.</summary>
    IReadOnlyList<Component> Components { get; }

    /// <summary>What is wrong with its parameters as a whole; null where nothing is. Their single ranges are checked elsewhere.</summary>
    string? Misfit => null;

    /// <summary>
    /// Whether the formula is put together while the tool runs, so that no compiler has seen it as a whole: maps then run it as a program for
    /// blocks of points.
    /// </summary>
    bool IsComposed => false;

    /// <summary>The formula in any number type.</summary>
    T At<T>(T x, T y)
        where T : struct, IReal<T>;

    /// <summary>The loss at a point.</summary>
    double Loss(Point w);

    /// <summary>Loss and gradient at a point.</summary>
    Dual<Real> Gradient(Point w);

    /// <summary>Loss, gradient and Hessian at a point.</summary>
    Jet<Real> Hessian(Point w);

    /// <summary>Hands the concrete formula type to a visitor, so that generic kernels specialise on it.</summary>
    TResult Accept<TResult>(ILandscapeVisitor<TResult> visitor);
}

/// <summary>A landscape's formula. Everything else is derived from <see cref="ILandscape.At"/>.</summary>
/// <typeparam name="TSelf">The implementing record struct.</typeparam>
public interface ILandscape<TSelf> : ILandscape
    where TSelf : struct, ILandscape<TSelf>
{
    /// <inheritdoc/>
    IReadOnlyList<Component> ILandscape.Components => [new Component("loss", this, 1)];

    /// <inheritdoc/>
    double ILandscape.Loss(Point w) => ((TSelf)this).At<Real>(w.X, w.Y);

    // Compiled for good at the first call: unoptimized, with a call for every + and *, a gradient takes thirty times as long, and a sweep of
    // many short runs would be half done before the runtime replaces it.

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    Dual<Real> ILandscape.Gradient(Point w) => ((TSelf)this).At(Dual<Real>.VariableX(w.X), Dual<Real>.VariableY(w.Y));

    /// <inheritdoc/>
    Jet<Real> ILandscape.Hessian(Point w) => ((TSelf)this).At(Jet<Real>.VariableX(w.X), Jet<Real>.VariableY(w.Y));

    /// <inheritdoc/>
    TResult ILandscape.Accept<TResult>(ILandscapeVisitor<TResult> visitor) => visitor.Visit((TSelf)this);
}

/// <summary>Receives a landscape as its concrete type.</summary>
/// <typeparam name="TResult">What the visit returns.</typeparam>
public interface ILandscapeVisitor<out TResult>
{
    /// <summary>Called once with the landscape.</summary>
    TResult Visit<TLandscape>(TLandscape landscape)
        where TLandscape : struct, ILandscape<TLandscape>;
}

/// <summary>One of the losses that an objective is made of.</summary>
/// <param name="Name">Its name in columns: loss_NAME, weight_NAME.</param>
/// <param name="Landscape">The loss.</param>
/// <param name="Share">Its weight in the objective.</param>
public sealed record Component(string Name, ILandscape Landscape, double Share);
