using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Optimizers;

/// <summary>All optimizers, by name. Each registers itself at the end of its own file.</summary>
public static partial class OptimizerCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static OptimizerCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<Optimizer> Catalogue => Holder.List;

    // Every optimizer has the learning rate, first.
    private static Member<Optimizer> Add(string name, Optimizer prototype, About about, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => about, [LearningRate, .. parameters]);

    private static Parameter LearningRate => Parameters.Number<Optimizer>(
        "learningRate", o => o.LearningRate, (o, v) => o with { LearningRate = v }, NumberRange.Positive, "η, the step size");

    // Every wrapper has the rule inside, last.
    private static Parameter BaseOf<TWrapper>()
        where TWrapper : Wrapper => Parameters.Member<TWrapper, Optimizer>(
            "base", "optimizer", o => o.Base, (o, v) => o with { Base = v }, "the rule inside");

    private static class Holder
    {
        internal static readonly Catalogue<Optimizer> List = new("optimizer", "optimizers");
    }
}
