using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>The resolved experiment reads back to the same experiment.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(Texts.SmallSweep)]
    [InlineData("""
        { "name": "a", "landscape": "rosenbrock", "target": "minimum", "traces": "best", "seed": 3,
          "runs": [{ "name": "gd" }, { "name": "fixed", "start": [1, 2], "target": [0, 0] }],
          "sweep": { "start.x": [0.5], "landscape": ["himmelblau", { "kind": "quadratic", "kappa": 3 }], "optimizer": ["gd", "adam"], "runs.gd.optimizer.learningRate": [0.1] },
          "replicates": { "seeds": [5, 6], "quantiles": [0.1, 0.9, 0.1] } }
        """)]
    [InlineData("""
        { "name": "a", "landscape": "quadratic", "runs": [{ "name": "gd" }], "replicates": { "seeds": 4 },
          "sweep": { "steps": { "from": 1, "to": 1000, "count": 4, "scale": "log" }, "landscape.angle": { "from": 0, "to": 90, "count": 10 } } }
        """)]
    public void Byte_for_byte_and_run_for_run(string json)
    {
        Experiment written = Texts.Experiment(json);
        byte[] resolved = ExperimentWriter.Write(written);
        Experiment read = Texts.Experiment(Encoding.UTF8.GetString(resolved));

        Assert.Equal(Encoding.UTF8.GetString(resolved), Encoding.UTF8.GetString(ExperimentWriter.Write(read)));
        RunPlan before = new(written), after = new(read);
        Assert.Equal(before.Count, after.Count);
        Assert.All(Enumerable.Range(0, before.Count), i => Assert.Equal(
            before[i] with { Transforms = [] }, after[i] with { Transforms = [] }));
        Assert.All(Enumerable.Range(0, before.Count), i => Assert.Equal(before.SweptValues(i), after.SweptValues(i)));
    }
}
