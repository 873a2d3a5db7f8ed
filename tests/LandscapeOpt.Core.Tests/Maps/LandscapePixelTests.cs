using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Every pixel of a map is exactly the run that the trace engine makes from that start, on every landscape with every optimizer.</summary>
public sealed class LandscapePixelTests
{
    public static TheoryData<string> Landscapes =>
        [.. LandscapeCatalogue.Catalogue.Members.Where(m => m.Parameters.All(p => !p.IsRequired)).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Landscapes))]
    public void Every_optimizer_in_lanes_equals_the_trace_engine(string name)
    {
        ILandscape landscape = LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        Member<Optimizer>[] members = [.. OptimizerCatalogue.Catalogue.Members.Where(o => o.Default.RunsInLanes)];
        Parallel.For(0, members.Length, i =>
        {
            Member<Optimizer> member = members[i];
            int seed = name.Length + i;

            // Rates from the default to a hundred times as much: runs that crawl, rest, cycle and run away.
            Optimizer optimizer = member.Default with { LearningRate = member.Default.LearningRate * Math.Pow(10, seed % 3) };
            var run = new Run { Name = member.Name, Landscape = landscape, Start = landscape.Info.Start, Optimizer = optimizer, Steps = 250 };
            if (run.Misfits().Any())
            {
                return;
            }

            var runs = new StartRuns(run, new(landscape.Info.Domain, 11, 7));
            Assert.Null(MapEngine.Obstacle(runs));
            MapAssert.EqualsTrace(runs, new() { Threads = 1 }, seed, count: 12);
        });
    }
}
