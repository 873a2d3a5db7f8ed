using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Turns losses into heights from 0 to 1: linear, or logarithmic above the lowest value where a few high walls would flatten the rest.</summary>
public sealed class HeightScale
{
    private readonly double min, max, offset, norm;

    /// <summary>A scale for a field.</summary>
    /// <param name="field">The losses.</param>
    /// <param name="logarithmic">Whether heights are logarithmic; null decides by the field.</param>
    public HeightScale(ScalarField field, bool? logarithmic = null)
    {
        double[] sorted = field.Values.ToArray();
        Array.Sort(sorted);
        (min, max) = (field.Min, field.Max);
        double range = max - min, middle = sorted[sorted.Length / 2] - min;
        IsLogarithmic = range > 0 && (logarithmic ?? middle < 0.08 * range);
        offset = Math.Max(sorted[sorted.Length / 20] - min, 1e-6 * range);
        norm = IsLogarithmic ? Elementary.Log(1 + (range / offset)) : range;
    }

    /// <summary>Whether heights are logarithmic.</summary>
    public bool IsLogarithmic { get; }

    /// <summary>The height of a loss, 0 to 1; 0 everywhere where all losses are equal.</summary>
    /// <param name="loss">The loss.</param>
    public double Map(double loss)
    {
        double above = Math.Clamp(loss, min, max) - min;
        return norm > 0 && !double.IsNaN(loss) ? (IsLogarithmic ? Elementary.Log(1 + (above / offset)) : above) / norm : 0;
    }

    /// <summary>Round losses for an axis.</summary>
    /// <param name="field">The losses.</param>
    public IReadOnlyList<Tick> Ticks(ScalarField field) => IsLogarithmic
        ? [.. ContourLevels.Choose(field, 5, LevelSpacing.Log).Select(v => new Tick(v, NumberText.Short(v, 6)))]
        : max > min ? TickSet.Linear(min, max, 5).Major : [new Tick(min, NumberText.Short(min, 6))];
}
