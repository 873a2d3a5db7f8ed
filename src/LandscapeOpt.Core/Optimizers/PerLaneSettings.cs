using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Other settings in each lane: the same rule and variant, with other numbers.</summary>
/// <typeparam name="T">The lanes.</typeparam>
public sealed class PerLaneSettings<T> : Settings<T>
    where T : struct, ILane<T>
{
    private readonly Optimizer[] optimizers;

    /// <summary>Settings for each lane.</summary>
    /// <param name="optimizers">One optimizer a lane, the first lane first.</param>
    /// <exception cref="ArgumentException">
    /// Their number is not that of the lanes, they are not of one kind, or they differ in more than numbers (variants, flags, counts).
    /// </exception>
    public PerLaneSettings(params ReadOnlySpan<Optimizer> optimizers)
        : base(optimizers.IsEmpty ? throw new ArgumentException("Every lane needs an optimizer.", nameof(optimizers)) : optimizers[0])
    {
        this.optimizers = optimizers.ToArray();
        if (optimizers.Length != T.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{T.Count} lanes need as many optimizers, not {optimizers.Length}."), nameof(optimizers));
        }

        Member member = OptimizerCatalogue.Catalogue.Of(optimizers[0]);
        foreach (Optimizer optimizer in optimizers)
        {
            if (optimizer.GetType() != optimizers[0].GetType())
            {
                throw new ArgumentException("All lanes run the same rule.", nameof(optimizers));
            }

            Parameter? differing = member.Parameters.FirstOrDefault(p =>
                p.Type is not (ParameterType.Number or ParameterType.Member) && !Equals(p.Get(optimizer), p.Get(this.optimizers[0])));
            if (differing is not null)
            {
                throw new ArgumentException($"{member.Name}: {differing.Name} cannot differ between lanes.", nameof(optimizers));
            }
        }
    }

    /// <inheritdoc/>
    public override T Get<TOptimizer>(Func<TOptimizer, double> setting)
    {
        T values = default;
        for (int lane = 0; lane < optimizers.Length; lane++)
        {
            values = values.With(lane, setting((TOptimizer)optimizers[lane]));
        }

        return values;
    }

    /// <inheritdoc/>
    public override Settings<T> Inner<TOptimizer>(Func<TOptimizer, Optimizer> wrapped) =>
        new PerLaneSettings<T>([.. optimizers.Select(o => wrapped((TOptimizer)o))]);
}
