using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>Runs side by side in lanes weigh exactly as each would alone.</summary>
public sealed class LaneTests
{
    private const int Steps = 8;
    private static readonly int[] Components = [2, 4];

    public static TheoryData<string> Names => new(MixingCatalogue.Catalogue.All.Select(m => m.Name));

    /// <summary>Variants that take other branches than the defaults.</summary>
    public static TheoryData<MixingRule> Variants =>
    [
        new Guided(Escape: GuidedEscape.BestCosine),
        new Guided(GuidedDirection.Line, Escape: GuidedEscape.Average),
        new Guided(Constraint: GuidedConstraint.Simplex),
        new GuidedPick(OnlyIfPositive: true),
        new ConflictProjection(ProjectionScale.Mean),
        new ConflictAverse(0.9, Rescale: false),
        new SelfPaced(SelfPacedRegularizer.Linear, Normalize: true),
        new SelfPaced(SelfPacedRegularizer.Log, Lambda: 0.5),
        new SelfPaced(SelfPacedRegularizer.Logistic),
        new SelfPaced(SelfPacedRegularizer.Polynomial),
        new SelfPaced(SelfPacedRegularizer.Mixture),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_in_every_width(string name) => EveryWidth((MixingRule)MixingCatalogue.Catalogue.Find(name)!.Prototype);

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_variant_in_every_width(MixingRule rule) => EveryWidth(rule);

    private static void EveryWidth(MixingRule rule)
    {
        foreach (int components in Components.Where(count => rule.Misfit(count) is null))
        {
            Agree<Lane128>(rule, components);
            Agree<Lane256>(rule, components);
            Agree<Lane512>(rule, components);
        }
    }

    private static void Agree<TLane>(MixingRule rule, int components)
        where TLane : struct, ILane<TLane>
    {
        int lanes = TLane.Count;
        var setup = new MixingSetup([.. Enumerable.Repeat(1.0 / components, components)], Steps, new Point(2, 1.5), () => new Pcg64(7));
        Weigher<TLane> together = rule.Start<TLane>(setup);
        Weigher<Real>[] alone = [.. Enumerable.Range(0, lanes).Select(_ => rule.Start<Real>(setup))];
        var random = new Random(components);
        TLane[] weights = new TLane[components];
        Real[] expected = new Real[components];
        for (int step = 0; step < Steps; step++)
        {
            // One decimal, so that ties, zeros and parallel gradients occur.
            double[][] numbers = [.. Enumerable.Range(0, (3 * components) + 4)
                .Select(_ => Enumerable.Range(0, lanes).Select(_ => Math.Round((random.NextDouble() * 4) - 2, 1)).ToArray())];
            together.Weigh(At<TLane>(step, components, row => TLane.Load(numbers[row])), weights);
            for (int lane = 0; lane < lanes; lane++)
            {
                alone[lane].Weigh(At<Real>(step, components, row => numbers[row][lane]), expected);
                for (int k = 0; k < components; k++)
                {
                    Assert.Equal(BitConverter.DoubleToInt64Bits(expected[k]), BitConverter.DoubleToInt64Bits(weights[k][lane]));
                }
            }
        }
    }

    private static MixingStep<T> At<T>(int step, int components, Func<int, T> number)
        where T : struct, IReal<T> => new()
        {
            Step = step,
            Start = new(number(0), number(1)),
            W = new(number(2), number(3)),
            LearningRate = 0.25,
            Losses = Enumerable.Range(0, components).Select(k => T.Abs(number(4 + k))).ToArray(),
            Gradients = Enumerable.Range(0, components).Select(k => new Vec2<T>(number(4 + components + k), number(4 + (2 * components) + k))).ToArray(),
        };
}
