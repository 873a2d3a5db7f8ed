using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>The settings of a rule that gives each component's gradient its weight at a step.</summary>
public abstract record MixingRule
{
    /// <summary>Whether the rule aims at a known final point.</summary>
    public virtual bool NeedsTarget => false;

    /// <summary>
    /// Whether the weights of K components depend on the step number, on chance or on memory: then a step without motion need not be the last.
    /// </summary>
    public virtual bool Varies(int components) => false;

    /// <summary>Whether the weights depend on what the run has met in earlier steps, beyond the step number and chance.</summary>
    public virtual bool Remembers => false;

    /// <summary>What is wrong with the settings for a landscape of K components; null where nothing is.</summary>
    public virtual string? Misfit(int components) => null;

    /// <summary>Makes the rule ready for a run.</summary>
    public abstract Weigher<T> Start<T>(MixingSetup setup)
        where T : struct, IReal<T>;
}

/// <summary>What a mixing rule knows before the first step.</summary>
/// <param name="Shares">Each component's share in the objective; K numbers.</param>
/// <param name="Steps">The run's number of steps.</param>
/// <param name="Target">The final point that guided rules aim at.</param>
/// <param name="Random">The run's own stream of random numbers, unless the rule has a seed.</param>
public sealed record MixingSetup(IReadOnlyList<double> Shares, int Steps, Point? Target, Func<Pcg64> Random)
{
    /// <summary>The number of components.</summary>
    public int Count => Shares.Count;

    /// <summary>The target.</summary>
    /// <exception cref="InvalidOperationException">The run has none.</exception>
    public Point RequiredTarget => Target ?? throw new InvalidOperationException("A guided rule needs a target.");
}

/// <summary>Gives the weights of one run.</summary>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
public abstract class Weigher<T>
    where T : struct, IReal<T>
{
    /// <summary>Writes the K weights of a step.</summary>
    public abstract void Weigh(in MixingStep<T> at, Span<T> weights);
}

/// <summary>What a mixing rule sees at a step.</summary>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
public readonly ref struct MixingStep<T>
    where T : struct, IReal<T>
{
    /// <summary>The step, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>Where the run began.</summary>
    public required Vec2<T> Start { get; init; }

    /// <summary>Where the gradients were taken.</summary>
    public required Vec2<T> W { get; init; }

    /// <summary>The learning rate of the step.</summary>
    public required T LearningRate { get; init; }

    /// <summary>The components' losses, K numbers.</summary>
    public required ReadOnlySpan<T> Losses { get; init; }

    /// <summary>The components' gradients, K vectors.</summary>
    public required ReadOnlySpan<Vec2<T>> Gradients { get; init; }
}

/// <summary>All mixing rules, by name. Each registers itself at the end of its own file.</summary>
public static partial class MixingCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static MixingCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<MixingRule> Catalogue => Holder.List;

    private static Member<MixingRule> Add(string name, MixingRule prototype, About about, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => about, parameters);

    private static class Holder
    {
        internal static readonly Catalogue<MixingRule> List = new("mixing", "mixings");
    }
}
