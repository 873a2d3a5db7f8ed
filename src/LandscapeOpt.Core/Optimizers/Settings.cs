using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>The settings that a state starts from: one optimizer for all lanes, or one for each.</summary>
/// <typeparam name="T">The number type.</typeparam>
public abstract class Settings<T>(Optimizer first)
    where T : struct, IReal<T>
{
    /// <summary>The settings that do not differ between lanes: variants, flags, counts.</summary>
    public TOptimizer Common<TOptimizer>()
        where TOptimizer : Optimizer => (TOptimizer)first;

    /// <summary>A number of the settings, lane by lane.</summary>
    public abstract T Get<TOptimizer>(Func<TOptimizer, double> setting)
        where TOptimizer : Optimizer;

    /// <summary>The settings of a wrapped optimizer, lane by lane.</summary>
    public abstract Settings<T> Inner<TOptimizer>(Func<TOptimizer, Optimizer> wrapped)
        where TOptimizer : Optimizer;
}

/// <summary>The same settings in every lane.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="optimizer">The settings.</param>
public sealed class UniformSettings<T>(Optimizer optimizer) : Settings<T>(optimizer)
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    public override T Get<TOptimizer>(Func<TOptimizer, double> setting) => setting(Common<TOptimizer>());

    /// <inheritdoc/>
    public override Settings<T> Inner<TOptimizer>(Func<TOptimizer, Optimizer> wrapped) =>
        new UniformSettings<T>(wrapped(Common<TOptimizer>()));
}
