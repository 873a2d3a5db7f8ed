using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>A landscape whose formula is a term.</summary>
/// <typeparam name="TTerm">The term.</typeparam>
/// <param name="Term">The formula.</param>
/// <param name="Of">The landscape that it is the formula of.</param>
internal readonly record struct TermLandscape<TTerm>(TTerm Term, ILandscape Of) : ILandscape<TermLandscape<TTerm>>
    where TTerm : struct, ITerm
{
    /// <inheritdoc/>
    public LandscapeInfo Info => Of.Info;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => Term.At(x, y);
}
