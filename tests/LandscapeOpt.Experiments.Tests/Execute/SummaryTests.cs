using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Execute;

/// <summary>What the summary of a sweep says.</summary>
public sealed class SummaryTests
{
    [Fact]
    public async Task Swept_parameters_come_last()
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Texts.Experiment(Texts.SmallSweep)]);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(folder.Out, "small", "summary.csv"));

        Assert.Equal(
            "run,outcome,reason,steps,x,y,loss,gradient_norm,best_loss,best_step,evaluations,runs.gd.optimizer.learningRate,runs.gd.landscape.kappa", lines[0]);
        Assert.StartsWith("gd@1,finished,all 5 steps are done,5,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",0.01,10", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",,", lines[7], StringComparison.Ordinal);
        Assert.Equal(8, lines.Length);
    }

    [Fact]
    public async Task Replicates_have_their_median_and_quantiles_beside_them()
    {
        Experiment experiment = Texts.Experiment("""
            { "name": "a", "landscape": "easy-hard", "steps": 30, "target": "minimum", "traces": "none",
              "runs": [{ "name": "random", "mixing": "random" }], "sweep": { "optimizer.learningRate": [0.1, 0.2] }, "replicates": { "seeds": 4, "quantiles": [0.1, 0.9] } }
            """);
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [experiment]);
        SummaryTable summary = SummaryTable.Read(Path.Combine(folder.Out, "a", "summary.csv"));

        Assert.Equal(
            [
                "optimizer.learningRate", "seed", "loss_median", "loss_q10", "loss_q90", "best_loss_median", "best_loss_q10", "best_loss_q90",
                "distance_to_target_median", "distance_to_target_q10", "distance_to_target_q90",
            ],
            summary.Columns.Skip(14));
        var plan = new RunPlan(experiment);
        double[] losses = [.. Enumerable.Range(4, 4).Select(i => Engine.Execute(plan[i], default).Loss).Order()];
        Assert.Equal(4, losses.Distinct().Count());
        for (int row = 4; row < 8; row++)
        {
            Assert.Equal((double)(row - 4), Convert.ToDouble(summary.Cell(row, "seed"), System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal((losses[1] + losses[2]) / 2, (double)summary.Cell(row, "loss_median")!, 1e-15);
            Assert.Equal(losses[0] + (0.3 * (losses[1] - losses[0])), (double)summary.Cell(row, "loss_q10")!, 1e-15);
        }
    }

    [Fact]
    public async Task Traces_are_written_as_asked_for()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(["alone", "gd@0", "gd@1", "gd@2", "gd@3", "gd@4", "gd@5"], await TracesAsync(folder, TracePolicy.All));
        Assert.Empty(await TracesAsync(folder, TracePolicy.None));
        Assert.Equal(["alone", "gd@4"], await TracesAsync(folder, TracePolicy.Best));
    }

    private static async Task<IEnumerable<string>> TracesAsync(TemporaryFolder folder, TracePolicy policy)
    {
        Experiment experiment = Texts.Experiment(Texts.SmallSweep) with { Traces = policy };
        await BatchTests.RunAsync(folder, new() { Force = true }, [experiment]);
        SummaryTable summary = SummaryTable.Read(Path.Combine(folder.Out, "small", "summary.csv"));

        // Run gd@4 has the rate that is the inverse of the larger curvature.
        Assert.Equal(4, Enumerable.Range(0, 6).MinBy(i => (double)summary.Cell(i, "loss")!));
        string traces = Path.Combine(folder.Out, "small", "traces");
        return Directory.Exists(traces) ? Directory.GetFiles(traces).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal) : [];
    }
}
