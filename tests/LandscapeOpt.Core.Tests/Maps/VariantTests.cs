using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Maps;

/// <summary>All ways to make a kernel give the same bits, and so the trace engine's: see <see cref="LandscapePixelTests"/> for the careful one.</summary>
public sealed class VariantTests
{
    private static readonly LaneVariant[] Quicker = [.. Enum.GetValues<LaneVariant>().Where(v => v != LaneVariant.Inlined)];

    // Each function of the language, shared parts, constants alone, and derivatives that are always 0.
    private static readonly string[] Formulas =
    [
        "1 + sin(x) + cos(y) + (y + y^2 + x^2)/10",
        "exp(sin(x)) + abs(y)/3 - min(x, y)*max(x, 2 y) + tanh(x y/100)",
        "sqrt(x^2 + y^2 + 1) - log(x^2 + 2) + 1/(1 + y^2)",
        "r = x^2 + y^2; r^3/1000 - r",
        "x^2",
        "y",
        "3",
        "-(x - y)*(y - x) - 2",
        "atan2(y, x) + x^1.5",
        "hypot(x, 3 y) + hypot(x - 1, 2)/10",
    ];

    public static TheoryData<string> Landscapes => [.. LandscapeCatalogue.Catalogue.Members.Select(m => m.Name)];

    public static TheoryData<string> Texts => [.. Formulas];

    public static TheoryData<string> Optimizers => [.. OptimizerCatalogue.Catalogue.Members.Where(m => m.Default.RunsInLanes).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Landscapes))]
    public void Variants_of_a_landscape_agree(string name) => Agree(LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default);

    [Theory]
    [MemberData(nameof(Texts))]
    public void Variants_of_a_formula_agree(string text) => Agree(new Expression(new Formula(text)));

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Variants_agree_for_every_optimizer(string name)
    {
        Optimizer optimizer = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        var run = new Run { Name = "variants", Landscape = default(SinCos), Start = default, Optimizer = optimizer, Steps = 45 };
        if (!run.Misfits().Any())
        {
            Compare(new(run, new(Domain.Square(6), 15, 11)), retires: false);
            Compare(new(run with { Landscape = new Expression(new Formula(Formulas[0])) }, new(Domain.Square(6), 15, 11)), retires: true);
        }
    }

    [Theory]
    [InlineData(LaneWidth.Scalar)]
    [InlineData(LaneWidth.Lane128)]
    [InlineData(LaneWidth.Lane256)]
    [InlineData(LaneWidth.Lane512)]
    public void Variants_agree_for_every_width(LaneWidth lanes)
    {
        foreach (ILandscape landscape in new ILandscape[] { default(SinCos), new Expression(new Formula(Formulas[1])) })
        {
            var run = new Run { Name = "variants", Landscape = landscape, Start = default, Optimizer = new GradientDescent(0.05), Steps = 45 };
            Compare(new(run, new(Domain.Square(6), 15, 11)), retires: false, lanes);
            Compare(new(run with { Optimizer = new Sam() }, new(Domain.Square(6), 15, 11)), retires: true, lanes);
        }
    }

    // Runs that leave the region in which a quick answer holds, come back, or begin outside; runs that run away to infinity and beyond.
    [Theory]
    [InlineData(1e8, 0.01)]
    [InlineData(5e8, 1.9)]
    [InlineData(5e8, 2.1)]
    [InlineData(3e9, 0.5)]
    [InlineData(1e100, 2.5)]
    public void Quick_answers_are_taken_back_where_they_do_not_hold(double far, double rate)
    {
        foreach (ILandscape landscape in new ILandscape[] { default(SinCos), default(Rastrigin),
            new Expression(new Formula("1 + sin(x) + cos(y) + x^2/2 + y^2/2")), new Expression(new Formula("1/(1 + 2 x^4) + y^2/2")) })
        {
            foreach (bool retires in new[] { false, true })
            {
                var run = new Run
                {
                    Name = "far",
                    Landscape = landscape,
                    Start = default,
                    Optimizer = new GradientDescent(rate),
                    Steps = 70,
                    Stop = new() { DivergedBeyond = 1e200 },
                };
                Compare(new(run, new(Domain.Square(far), 17, 15)), retires);
            }
        }
    }

    [Fact]
    public void Large_maps_try_the_variants_and_small_ones_do_not()
    {
        var run = new Run { Name = "waves", Landscape = default(SinCos), Start = default, Optimizer = new GradientDescent(0.01), Steps = 4096 };
        var large = new StartRuns(run, new(Domain.Square(6), 64, 64));
        Assert.Equal(LaneVariant.Inlined, LaneVariants.Fastest(new StartRuns(run, new(Domain.Square(6), 63, 64)), new()));
        Assert.Equal(MapAssert.Compute(large, new() { Variant = LaneVariant.Inlined }), MapAssert.Compute(large, new()));
    }

    private static void Agree(ILandscape landscape)
    {
        foreach (Optimizer optimizer in new Optimizer[] { new GradientDescent(0.01), new Nesterov(0.01), new Sam { Base = new GradientDescent(0.01) } })
        {
            foreach (bool retires in new[] { false, true })
            {
                var run = new Run { Name = "variants", Landscape = landscape, Start = default, Optimizer = optimizer, Steps = 45 };
                Compare(new(run, new(landscape.Info.Domain, 15, 11)), retires);
            }
        }
    }

    // Against the formula as it is, with the widest lanes.
    private static void Compare(StartRuns runs, bool retires, LaneWidth? lanes = null)
    {
        Pixel[] expected = MapAssert.Compute(runs, new() { Threads = 1, Retire = retires, Variant = LaneVariant.Inlined });
        foreach (LaneVariant variant in Quicker)
        {
            Pixel[] pixels = MapAssert.Compute(runs, new() { Threads = 1, Retire = retires, Variant = variant, Lanes = lanes ?? Lanes.Preferred });
            for (int i = 0; i < pixels.Length; i++)
            {
                Assert.Equal((variant, i, expected[i]), (variant, i, pixels[i]));
            }
        }
    }
}
