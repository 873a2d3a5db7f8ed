using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Tests.Runs;

/// <summary>What a run allocates does not depend on how many steps it takes.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Optimizers => [.. OptimizerCatalogue.Catalogue.Members.Select(m => m.Name)];

    public static TheoryData<string> Mixings => [.. MixingCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void No_optimizer_allocates_per_step(string name)
    {
        Member<Optimizer> member = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name);
        CheckSteps(new()
        {
            Name = name,
            Landscape = new ScalarFactorization(),
            Start = new(2, 0.1),
            Optimizer = member.Default with { LearningRate = 1e-4 },
        });
    }

    [Theory]
    [MemberData(nameof(Mixings))]
    public void No_mixing_allocates_per_step(string name) => CheckSteps(new()
    {
        Name = name,
        Landscape = new EasyHard(),
        Start = new(-1, 1),
        Optimizer = new Adam(1e-4),
        Mixing = MixingCatalogue.Catalogue.Members.Single(m => m.Name == name).Default,
        Target = new(2.15, 2.0125),
        Schedule = new Exponential(0.9999),
    });

    private static void CheckSteps(Run run)
    {
        // The sentence about the outcome grows with the number in it; the smallest object of 300 steps would be 7200 bytes.
        Assert.InRange(Bytes(run with { Steps = 320 }) - Bytes(run with { Steps = 20 }), -64, 64);
    }

    // The least of a few: now and then something else is allocated, once.
    private static long Bytes(Run run) => Enumerable.Range(0, 4).Min(_ => BytesOnce(run));

    private static long BytesOnce(Run run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunResult result = Engine.Execute(run, CancellationToken.None);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(result.Outcome.Step == run.Steps || result.Outcome.Kind == OutcomeKind.Converged, result.Outcome.ToString());
        return bytes;
    }
}
