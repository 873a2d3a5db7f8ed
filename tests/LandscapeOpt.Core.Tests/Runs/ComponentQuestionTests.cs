using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Tests.Maps;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Runs;

/// <summary>Rules may ask about single components, at any point.</summary>
public sealed class ComponentQuestionTests
{
    private static readonly Mixture Three = new(
        new([
            KeyValuePair.Create<string, object>("easy", new Easy()),
            KeyValuePair.Create<string, object>("hard", default(Hard)),
            KeyValuePair.Create<string, object>("bowl", new Quadratic()),
        ]),
        new NumberList(0.5, 0.25, 0.25));

    public static TheoryData<string> Landscapes => ["sin-cos", "easy-hard", "cagrad-toy", "three", "typed"];

    [Fact]
    public void A_component_is_neither_weighed_nor_transformed_and_each_answer_is_an_evaluation()
    {
        var run = new Run
        {
            Name = "asks",
            Landscape = new EasyHard(),
            Start = new(-1, 1),
            Optimizer = new EachInTurn(0.1),
            Steps = 3,
            Transforms = [new ClipNorm(1e-3)],
        };
        (RunResult result, Trace trace) = Engine.Trace(run);

        Point w = run.Start;
        for (int step = 0; step < run.Steps; step++)
        {
            foreach (Component component in run.Landscape.Components)
            {
                w -= 0.1 * (Point)component.Landscape.Gradient(w).Gradient;
            }

            Assert.Equal((w.X, w.Y), (trace.Column("x")[step + 1], trace.Column("y")[step + 1]));
        }

        Assert.Equal(2 * run.Steps, result.Evaluations);
    }

    [Theory]
    [MemberData(nameof(Landscapes))]
    public void Lanes_answer_like_the_trace_engine(string name)
    {
        ILandscape landscape = name switch
        {
            "three" => Three,
            "typed" => new Expression(new Formula("x^2 + cos(3 y)/4 + y^2")),
            _ => LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default,
        };
        var run = new Run { Name = "asks", Landscape = landscape, Start = default, Optimizer = new EachInTurn(0.02), Steps = 60 };
        foreach (LaneVariant variant in Enum.GetValues<LaneVariant>())
        {
            MapAssert.EqualsTrace(new StartRuns(run, new(landscape.Info.Domain, 13, 9)), new() { Threads = 1, Variant = variant }, seed: 5, count: 25);
        }
    }

    // Incremental gradient descent: one step along each component's gradient after the other.
    private sealed record EachInTurn(double LearningRate) : Optimizer
    {
        public override double LearningRate { get; init; } = LearningRate;

        public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(default(State<T>));

        private struct State<T> : IOptimizerState<T>
            where T : struct, IReal<T>
        {
            public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
                where TOracle : struct, IOracle<T>
            {
                for (int k = 0; k < oracle.Components; k++)
                {
                    w -= eta * oracle.Component(k, w).Gradient;
                }

                return w;
            }
        }
    }
}
