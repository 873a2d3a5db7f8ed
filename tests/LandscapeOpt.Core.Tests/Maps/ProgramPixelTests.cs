using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Every pixel of a map is exactly the run that the trace engine makes from that start, on landscapes that are put together at run time.</summary>
public sealed class ProgramPixelTests
{
    public static TheoryData<string> PutTogether => ["formula", "kinks", "one-variable", "powers", "overflow", "mixture", "transformed"];

    [Theory]
    [MemberData(nameof(PutTogether))]
    public void Every_optimizer_on_what_is_put_together_equals_the_trace_engine(string name)
    {
        ILandscape landscape = name switch
        {
            "formula" => new Expression(new Formula("1 + sin(x) + cos(y) + (y + y^2 + x^2)/10")),
            "kinks" => new Expression(new Formula("max(x, 0) + abs(y - 1) + min(x y, 2) + 0.1 hypot(x, y)")),
            "one-variable" => new Expression(new Formula("x^4/3 - x^2")),
            "powers" => new Expression(new Formula("abs(x)^1.5 + exp(-y^2) log(2 + x^2) + tanh(x - y) + atan2(y, 3 + x^2)")),
            "overflow" => new Expression(new Formula("exp(x^2) + cosh(3 y) + 1/(1 + exp(x y))")),
            "mixture" => new Mixture(
                new([KeyValuePair.Create<string, object>("a", new Expression(new Formula("x^2 + sin(y)/7"))),
                    KeyValuePair.Create<string, object>("b", default(Hard))]),
                NumberList.Empty),
            _ => new Transformed(default(Himmelblau), new(0.5, -1), 30, new(1.5, 0.7)),
        };
        Member<Optimizer>[] members = [.. OptimizerCatalogue.Catalogue.Members.Where(o => o.Default.RunsInLanes && !o.Default.NeedsResiduals)];
        Parallel.For(0, members.Length, i =>
        {
            Member<Optimizer> member = members[i];
            int seed = name.Length + i;
            Optimizer optimizer = member.Default with { LearningRate = member.Default.LearningRate * Math.Pow(10, seed % 3) };
            StopRules stop = seed % 4 == 0 ? new() { GradientNorm = 1e-3 } : new();
            var run = new Run { Name = member.Name, Landscape = landscape, Start = default, Optimizer = optimizer, Steps = 120, Stop = stop };
            MapAssert.EqualsTrace(new StartRuns(run, new(new(-4, 4, -3, 5), 19, 9)), new() { Threads = 1, BlockSize = 64 }, seed, count: 8);
        });
    }
}
