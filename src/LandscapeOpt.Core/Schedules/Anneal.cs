using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>How a rate gets from one value to another.</summary>
public enum AnnealShape
{
    /// <summary>Along half a cosine, level at both ends.</summary>
    Cosine,

    /// <summary>Along a straight line.</summary>
    Linear,
}

/// <summary>The two ways from one rate to another.</summary>
internal static class Anneal
{
    /// <summary>The rate at the share <paramref name="p"/> of the way.</summary>
    internal static double Between(double from, double to, double p, AnnealShape shape) => shape switch
    {
        AnnealShape.Cosine => Cosine(from, to, p),
        _ => from + ((to - from) * p),
    };

    /// <summary>to + (from − to)(1 + cos πp)/2; beyond p = 1 it turns back.</summary>
    internal static double Cosine(double from, double to, double p) => to + ((from - to) / 2 * (1 + Elementary.Cos(Math.PI * p)));
}
