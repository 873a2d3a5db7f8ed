using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Catalogues;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>What every mixing rule of the catalogue promises.</summary>
public sealed class MixingConformanceTests
{
    private static readonly Probe Two = new(new(1, -2), new(-0.5, -1));
    private static readonly Probe Four = new(new(1, 2), new(-0.5, 1), new(-1, -0.25), new(0.5, -3));

    public static TheoryData<string> Names => new(MixingCatalogue.Catalogue.All.Select(m => m.Name));

    /// <summary>Rules whose weights are the components' own, whatever order the components come in.</summary>
    public static TheoryData<string> Symmetric => ["average", "guided", "guided-pick", "guided-track", "mgda", "cagrad", "self-paced"];

    /// <summary>Rules whose weights are the same when all gradients are longer by the same factor.</summary>
    public static TheoryData<string> BlindToLength =>
    [
        "alternate", "average", "cagrad", "fixed", "guided", "guided-pick", "mgda", "pcgrad", "power", "random", "self-paced", "worst",
    ];

    [Fact]
    public void Catalogue_holds_what_the_contract_names() => Assert.All(
        (string[])[
            "alternate", "average", "cagrad", "fixed", "guided", "guided-pick", "guided-track", "mgda", "pcgrad", "power", "random",
            "self-paced",
        ],
        name => Assert.NotNull(MixingCatalogue.Catalogue.Find(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(MixingCatalogue.Catalogue.Find(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_are_finite_for_every_number_of_components_that_fits(string name)
    {
        MixingRule rule = Default(name);
        foreach (int count in Enumerable.Range(1, 4))
        {
            if (rule.Misfit(count) is { } misfit)
            {
                Assert.NotEqual(2, count);
                Assert.Contains(name, misfit, StringComparison.Ordinal);
                continue;
            }

            Assert.All(new Probe(Four.Gradients[..count]).Weights(rule), weight => Assert.True(double.IsFinite(weight)));
            Assert.All(new Probe(new Point[count]).Weights(rule), weight => Assert.True(double.IsFinite(weight)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_do_not_know_of_each_other(string name)
    {
        MixingRule rule = Default(name);
        Weigher<Real> alone = Two.Begin(rule);
        double[][] expected = [.. Enumerable.Range(0, 10).Select(step => (Two with { Step = step }).Weights(alone))];

        Weigher<Real> first = Two.Begin(rule), second = Two.Begin(rule);
        for (int step = 0; step < expected.Length; step++)
        {
            Assert.Equal(expected[step], (Two with { Step = step }).Weights(first));
            (Two with { Step = step, Losses = [9, 9] }).Weights(second);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_change_only_where_the_rule_says_that_they_vary(string name)
    {
        MixingRule rule = Default(name);
        Weigher<Real> weigher = Two.Begin(rule);
        double[] first = Two.Weights(weigher);
        bool changed = Enumerable.Range(1, 19).Any(step => !(Two with { Step = step, Losses = [2, 2.5] }).Weights(weigher).SequenceEqual(first));
        Assert.Equal(rule.Varies(2), changed);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        MixingRule rule = Default(name);
        Probe probe = rule.Misfit(4) is null ? Four : Two;
        Real[] weights = new Real[probe.Count], losses = new Real[probe.Count];
        Vec2<Real>[] gradients = [.. probe.Gradients.Select(g => (Vec2<Real>)g)];
        Assert.Equal(0, Allocations.Least(() =>
        {
            Weigher<Real> weigher = probe.Begin(rule);
            Weigh(weigher, 0);
            return () =>
            {
                for (int step = 1; step < 20; step++)
                {
                    Weigh(weigher, step);
                }
            };
        }));

        void Weigh(Weigher<Real> weigher, int step) => weigher.Weigh(
            new() { Step = step, Start = probe.Start, W = probe.W, LearningRate = 0.1, Losses = losses, Gradients = gradients }, weights);
    }

    [Theory]
    [MemberData(nameof(Symmetric))]
    public void Another_order_of_the_components_reorders_the_weights(string name)
    {
        MixingRule rule = Default(name);
        Gradients.Hold(Gradients.Fine(2, 3), gradients =>
        {
            double[] losses = [.. gradients.Select(g => g.Norm)];
            double[] weights = new Probe(gradients) { Losses = losses }.Weights(rule);
            double[] turned = new Probe([.. gradients[1..], gradients[0]]) { Losses = [.. losses[1..], losses[0]] }.Weights(rule);

            // guided-track has a choice of weights where more than two components reach the wanted point; the step they make is the same.
            return name == "guided-track" && gradients.Length > 2
                ? Near(new Probe(gradients).Mix(weights), new Probe([.. gradients[1..], gradients[0]]).Mix(turned))
                : weights.Zip([turned[^1], .. turned[..^1]], (a, b) => Math.Abs(a - b)).Max() < 1e-11;
        });
    }

    [Theory]
    [MemberData(nameof(BlindToLength))]
    public void A_common_factor_of_the_gradients_changes_no_weight(string name)
    {
        MixingRule rule = Default(name);
        Gradients.Hold(Gradients.Fine(2, 2), gradients =>
            new Probe(gradients).Weights(rule).SequenceEqual(new Probe([.. gradients.Select(g => 8 * g)]).Weights(rule)));
    }

    private static bool Near(Point a, Point b) => (a - b).Norm < 1e-11;

    private static MixingRule Default(string name) => (MixingRule)MixingCatalogue.Catalogue.Find(name)!.Prototype;
}
