using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Transforms;

/// <summary>The settings of what happens to the gradient between mixing and optimizer.</summary>
public abstract record GradientTransform
{
    /// <summary>Whether it draws random numbers.</summary>
    public virtual bool IsRandom => false;

    /// <summary>Whether it may skip a step, which a run in vector lanes cannot do for one lane alone.</summary>
    public virtual bool MaySkip => false;

    /// <summary>Makes the transform ready for a run.</summary>
    /// <param name="random">Makes the run's own stream of random numbers.</param>
    public abstract TransformState<T> Start<T>(Func<Pcg64> random)
        where T : struct, IReal<T>;
}

/// <summary>A transform during one run.</summary>
/// <typeparam name="T">The number type: a scalar or lanes.</typeparam>
public abstract class TransformState<T>
    where T : struct, IReal<T>
{
    /// <summary>The transformed gradient.</summary>
    /// <param name="gradient">The gradient as the mixing rule or the transform before left it.</param>
    /// <param name="loss">The loss it belongs to.</param>
    /// <param name="step">The step, from 0.</param>
    public abstract Vec2<T> Apply(Vec2<T> gradient, T loss, int step);

    /// <summary>Whether the last gradient is one that the step should be skipped for.</summary>
    public virtual bool Skips => false;
}

/// <summary>All gradient transforms, by name. Each registers itself at the end of its own file.</summary>
public static partial class TransformCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static TransformCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<GradientTransform> Catalogue => Holder.List;

    private static Member<GradientTransform> Add(string name, GradientTransform prototype, About about, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => about, parameters);

    private static class Holder
    {
        internal static readonly Catalogue<GradientTransform> List = new("transform", "transforms");
    }
}
