using LandscapeOpt.Catalogues;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>The variants of an optimizer that a test over the catalogue should not miss.</summary>
internal static class Variants
{
    /// <summary>The defaults, every choice and flag, momentum, decay and the lack of both, and wrappers around rules with memory.</summary>
    internal static IEnumerable<Optimizer> Of(string name)
    {
        Member member = OptimizerCatalogue.Catalogue.Find(name)!;
        var prototype = (Optimizer)member.Prototype;
        yield return prototype;
        foreach (Parameter parameter in member.Parameters)
        {
            object[] values = parameter switch
            {
                { Type: ParameterType.Choice } => [.. parameter.Choices],
                { Type: ParameterType.Flag } => [true, false],
                { Name: "momentum" or "beta" or "beta1" } => [0.0, 0.5],
                { Name: "weightDecay" } => [0.0, 0.1],
                { Name: "memory" } => [2L],
                { Type: ParameterType.Member } => [new HeavyBall(), new AdamW(), new Lbfgs(Memory: 1), new Sam()],
                _ => [],
            };
            foreach (object value in values.Where(parameter.Allows))
            {
                yield return (Optimizer)parameter.With(prototype, value);
            }
        }
    }
}
