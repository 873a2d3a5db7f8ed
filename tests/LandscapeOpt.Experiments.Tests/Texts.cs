using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Experiments.Tests;

/// <summary>Experiments from texts.</summary>
internal static class Texts
{
    /// <summary>The experiment; fails where it has problems.</summary>
    internal static Experiment Experiment(string json)
    {
        (Experiment? experiment, IReadOnlyList<Problem> problems) = Bind(json);
        Assert.Empty(problems);
        return experiment!;
    }

    internal static (Experiment? Experiment, IReadOnlyList<Problem> Problems) Bind(string json) => Bind(Encoding.UTF8.GetBytes(json));

    internal static (Experiment? Experiment, IReadOnlyList<Problem> Problems) Bind(byte[] json)
    {
        var problems = new List<Problem>();
        Experiment? experiment = JsonText.Read("file.json", json, problems) is { } document ? ExperimentReader.Read(document, problems) : null;
        return (experiment, [.. problems.Distinct().OrderBy(p => p.At.Line).ThenBy(p => p.At.Column)]);
    }

    /// <summary>A sweep of 2 x 3 runs of gd on a quadratic bowl, and one run that nothing is varied in.</summary>
    internal const string SmallSweep = """
        {
          "name": "small", "landscape": "quadratic", "start": [1, 1], "steps": 5,
          "runs": [{ "name": "gd", "optimizer": "gd:learningRate=0.05" }, { "name": "alone", "optimizer": "adam" }],
          "sweep": { "runs.gd.optimizer.learningRate": [0.01, 0.1], "runs.gd.landscape.kappa": { "from": 1, "to": 100, "count": 3, "scale": "log" } }
        }
        """;
}
