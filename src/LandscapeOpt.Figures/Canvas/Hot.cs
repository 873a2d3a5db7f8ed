using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>How inner loops are compiled.</summary>
internal static class Hot
{
    /// <summary>
    /// Optimised at once instead of after many calls: a process often draws one figure and ends. It takes a third off the time of the first
    /// figure and adds a twentieth to that of later ones.
    /// </summary>
    public const MethodImplOptions Loop = MethodImplOptions.AggressiveOptimization;
}
