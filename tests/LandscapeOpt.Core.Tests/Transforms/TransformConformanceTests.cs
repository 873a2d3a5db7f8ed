using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Catalogues;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Transforms;

/// <summary>What every gradient transform of the catalogue promises.</summary>
public sealed class TransformConformanceTests
{
    public static TheoryData<string> Names => new(TransformCatalogue.Catalogue.All.Select(m => m.Name));

    [Fact]
    public void Catalogue_holds_what_the_contract_names() => Assert.All(
        (string[])[
            "clip-norm", "clip-value", "noise", "skip",
        ],
        name => Assert.NotNull(TransformCatalogue.Catalogue.Find(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(TransformCatalogue.Catalogue.Find(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_do_not_know_of_each_other(string name)
    {
        TransformState<Real> alone = Start(name), first = Start(name), second = Start(name);
        for (int step = 0; step < 200; step++)
        {
            Point gradient = new(3 - step, step % 7);
            Point expected = alone.Apply(gradient, step, step), actual = first.Apply(gradient, step, step);
            Assert.Equal(expected, actual);
            Assert.Equal(alone.Skips, first.Skips);
            second.Apply(100 * gradient, double.NaN, step);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        Assert.Equal(0, Allocations.Least(() =>
        {
            TransformState<Real> state = Start(name);
            state.Apply(new(1, 2), 1, 0);
            return () =>
            {
                for (int step = 1; step < 200; step++)
                {
                    state.Apply(new(step, 2), step, step);
                }
            };
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_says_that_it_is_random_differs_between_streams(string name)
    {
        GradientTransform transform = Default(name);
        Point one = transform.Start<Real>(() => new Pcg64(1)).Apply(new(0.25, 0.5), 1, 0);
        Point other = transform.Start<Real>(() => new Pcg64(2)).Apply(new(0.25, 0.5), 1, 0);
        Assert.Equal(transform.IsRandom, one != other);
    }

    private static GradientTransform Default(string name) => (GradientTransform)TransformCatalogue.Catalogue.Find(name)!.Prototype;

    private static TransformState<Real> Start(string name) => Default(name).Start<Real>(() => new Pcg64(5));
}
