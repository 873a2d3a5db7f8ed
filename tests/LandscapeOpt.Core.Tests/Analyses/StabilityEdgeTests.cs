using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Analyses;

public sealed class StabilityEdgeTests
{
    // spec F8: gd 2/eta, heavy ball (2+2mu)/eta, nesterov (2+2mu)/((1+2mu) eta).
    public static TheoryData<Optimizer, double> Rules => new()
    {
        { new GradientDescent(0.1), 2 / 0.1 },
        { new HeavyBall(0.1, 0.9), 3.8 / 0.1 },
        { new HeavyBall(0.1, 0.5, MomentumForm.Pytorch), 3 / 0.1 },
        { new Nesterov(0.1, 0.9), 3.8 / (2.8 * 0.1) },
        { new Nesterov(0.1, 0.9, NesterovForm.Pytorch), 3.8 / (2.8 * 0.1) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Nearness_is_the_curvature_over_what_the_rule_bears(Optimizer rule, double bears) =>
        Assert.Equal(10 / bears, StabilityEdge.Nearness(Of(rule), new(0, 0)), 12);

    [Fact]
    public void Rules_whose_edge_depends_on_their_way_have_none()
    {
        foreach (Optimizer rule in new Optimizer[] { new Adam(), new RmsProp(), new Sam(), new AdaGrad(), new Bfgs(), new Newton() })
        {
            Assert.True(double.IsNaN(StabilityEdge.Nearness(Of(rule), new(0, 0))), rule.ToString());
        }
    }

    [Fact]
    public void What_changes_steps_or_gradients_takes_the_edge_away()
    {
        Run run = Of(new GradientDescent(0.1));
        Assert.True(double.IsNaN(StabilityEdge.Nearness(run with { Schedule = new Exponential(0.9) }, default)));
        Assert.True(double.IsNaN(StabilityEdge.Nearness(run with { Transforms = [new ClipNorm(1)] }, default)));
        Assert.True(double.IsNaN(StabilityEdge.Nearness(run with { Landscape = new EasyHard(), Mixing = new Alternate() }, default)));
    }

    [Fact]
    public void It_is_what_the_trace_says()
    {
        Run run = Of(new Nesterov(0.02, 0.8)) with { Landscape = new Himmelblau(), Start = new(2.5, 1.5) };
        Trace trace = Engine.Trace(run with { Steps = 1 }, TraceColumns.For(run, ["stability"])).Trace;
        int column = trace.Columns.ToList().FindIndex(c => c.Name == "stability");
        Assert.Equal(trace.Column(column)[0], StabilityEdge.Nearness(run, run.Start), 12);
    }

    private static Run Of(Optimizer rule) => new() { Name = "run", Landscape = new Quadratic(), Start = new Point(1, 1), Optimizer = rule };
}
