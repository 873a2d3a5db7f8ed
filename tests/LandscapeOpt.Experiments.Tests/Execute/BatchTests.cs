using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Experiments.Tests.Execute;

/// <summary>The bytes of the results do not depend on how they were made.</summary>
public sealed class BatchTests
{
    private const string Replicated = """
        { "name": "replicated", "landscape": "easy-hard", "steps": 10, "target": "minimum", "traces": "best",
          "runs": [{ "name": "random", "mixing": "random" }, { "name": "guided", "mixing": "guided" }],
          "sweep": { "optimizer.learningRate": [0.05, 0.1, 100] }, "replicates": { "seeds": 5, "quantiles": [0, 0.25, 1] } }
        """;

    private static readonly Experiment[] Experiments = [Texts.Experiment(Texts.SmallSweep), Texts.Experiment(Replicated), Texts.Experiment(
        "{ \"name\": \"plain\", \"landscape\": \"booth\", \"steps\": 3, \"runs\": [{ \"name\": \"a\" }, { \"name\": \"b\", \"optimizer\": \"adam\" }] }")];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Any_number_of_jobs_and_any_order_give_the_same_bytes(int jobs)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, new() { Jobs = 2 });
        using var other = new TemporaryFolder();
        await RunAsync(other, new() { Jobs = jobs }, Experiments.Reverse());

        SortedDictionary<string, string> contents = TemporaryFolder.Contents(folder.Out);
        Assert.Equal((2 + 7) + (2 + 10) + (2 + 2), contents.Count);
        Assert.Equal(contents, TemporaryFolder.Contents(other.Out));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public async Task Any_sharding_gives_the_same_bytes_once_merged(int of)
    {
        using var whole = new TemporaryFolder();
        await RunAsync(whole);
        using var folder = new TemporaryFolder();
        for (int number = of; number >= 1; number--)
        {
            Assert.All(await RunAsync(folder, new() { Shard = new(number, of) }), r => Assert.Equal(ExecuteOutcome.ShardDone, r.Outcome));
            Assert.All(Directory.GetDirectories(folder.Out), d => Assert.StartsWith(".", Path.GetFileName(d), StringComparison.Ordinal));
        }

        IReadOnlyList<ExperimentResults> merged = await RunAsync(folder, new() { Merges = true });

        Assert.All(merged, r => Assert.Equal((ExecuteOutcome.Done, 0), (r.Outcome, r.Computed)));
        Assert.Equal(TemporaryFolder.Contents(whole.Out), TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task A_merge_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, new() { Shard = new(1, 3) }, [Experiments[0]]);
        await RunAsync(folder, new() { Shard = new(3, 3) }, [Experiments[0]]);
        ExperimentResults result = Assert.Single(await RunAsync(folder, new() { Merges = true }, [Experiments[0]]));

        Assert.Matches(@"^[23] of 7 runs are missing of shards 2/3: (gd@\d, )+(gd@\d|alone)$", Assert.Single(result.Problems));
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "small")));

        // A plain batch completes what the shards have left.
        ExperimentResults completed = Assert.Single(await RunAsync(folder, experiments: [Experiments[0]]));
        Assert.Equal(ExecuteOutcome.Done, completed.Outcome);
        Assert.InRange(completed.Computed, 2, 3);
        Assert.Equal([Path.Combine(folder.Out, "small")], Directory.GetFileSystemEntries(folder.Out));
    }

    [Fact]
    public async Task What_is_up_to_date_is_not_run_again()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        IReadOnlyList<ExperimentResults> again = await RunAsync(folder);

        Assert.All(again, r => Assert.Equal((ExecuteOutcome.UpToDate, 0), (r.Outcome, r.Computed)));
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
        Assert.All(await RunAsync(folder, new() { Force = true }), r => Assert.Equal(ExecuteOutcome.Done, r.Outcome));
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
    }

    [Theory]
    [InlineData("summary.csv", null)]
    [InlineData("experiment.json", null)]
    [InlineData("traces/gd@3.csv", null)]
    [InlineData("provenance.json", "{}")]
    [InlineData("provenance.json", null)]
    public async Task Results_that_are_not_whole_are_made_again(string file, string? content)
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        string path = Path.Combine(folder.Out, "small", file);
        File.Delete(path);
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content);
        }

        IReadOnlyList<ExperimentResults> again = await RunAsync(folder);

        Assert.Equal([ExecuteOutcome.Done, ExecuteOutcome.UpToDate, ExecuteOutcome.UpToDate], again.Select(r => r.Outcome));
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task An_interrupted_batch_goes_on_where_it_stopped()
    {
        // Forty runs that never come to rest: long enough that a busy machine does not end them before this thread has looked.
        Experiment[] slow =
        [
            Experiments[1] with
            {
                Runs = [.. Experiments[1].Runs.Select(r => r with { Steps = 200_000 })],
                Sweep = Experiments[1].Sweep with { Replicates = Experiments[1].Sweep.Replicates! with { Count = 20 } },
                Traces = TracePolicy.None,
            },
        ];
        using var whole = new TemporaryFolder();
        await RunAsync(whole, experiments: slow);
        using var folder = new TemporaryFolder();
        int interrupted = 0, computed = 0;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            using var stop = new CancellationTokenSource();
            var runner = new Executor(slow, new() { Jobs = 2, Out = folder.Out });
            Task<IReadOnlyList<ExperimentResults>> batch = runner.ExecuteAsync(stop.Token);
            while (!batch.IsCompleted && runner.Progress.Computed < 3)
            {
                // Not a yield: the thread pool may be busy with other tests.
                Thread.Sleep(1);
            }

            await stop.CancelAsync();
            interrupted += await Record.ExceptionAsync(() => batch) is OperationCanceledException ? 1 : 0;
            computed += runner.Progress.Computed;
        }

        IReadOnlyList<ExperimentResults> results = await RunAsync(folder, experiments: slow);

        Assert.Equal(3, interrupted);
        Assert.Equal(slow.Sum(e => new RunPlan(e).Count), computed + results.Sum(r => r.Computed));
        Assert.Equal(TemporaryFolder.Contents(whole.Out), TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task A_second_batch_on_the_same_folder_waits_and_finds_everything_done()
    {
        using var folder = new TemporaryFolder();
        Experiment slow = Texts.Experiment(Texts.SmallSweep.Replace("\"steps\": 5", "\"steps\": 20000, \"traces\": \"none\"", StringComparison.Ordinal));
        using var once = new TemporaryFolder();
        await RunAsync(once, experiments: [slow]);

        IReadOnlyList<ExperimentResults>[] results =
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(folder, experiments: [slow]))));

        Assert.All(results, r => Assert.True(r[0].Outcome is ExecuteOutcome.Done or ExecuteOutcome.UpToDate, string.Join(" ", r[0].Problems)));
        Assert.Equal(7, results.Sum(r => r[0].Computed));
        Assert.Equal(TemporaryFolder.Contents(once.Out), TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task A_batch_says_who_holds_what_it_waits_for()
    {
        using var folder = new TemporaryFolder();
        using var held = new ExperimentWork(Experiments[0], analysis: null, new() { Out = folder.Out });
        var told = new List<string>();
        Task<IReadOnlyList<ExperimentResults>> batch;
        Assert.True(held.TryOpen());
        using (held)
        {
            var runner = new Executor([Experiments[0]], new() { Jobs = 1, Out = folder.Out, Tell = told.Add });
            batch = runner.ExecuteAsync(default);
            while (told.Count == 0)
            {
                await Task.Delay(10);
            }
        }

        Assert.Equal(ExecuteOutcome.Done, Assert.Single(await batch).Outcome);
        Assert.Contains(FormattableString.Invariant($"waiting for process {Environment.ProcessId} on "), Assert.Single(told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("best")]
    [InlineData("none")]
    public async Task Figures_are_the_same_whether_traces_are_kept_or_read_back_or_were_written_by_an_earlier_process(string traces)
    {
        Experiment[] shown =
        [
            Texts.Experiment($$"""
                { "name": "shown", "landscape": "easy-hard", "steps": 30, "target": "minimum", "traces": "{{traces}}", "columns": ["lambda_max"],
                  "runs": [{ "name": "guided", "mixing": "guided" }, { "name": "far", "optimizer": "gd:learningRate=100" }],
                  "sweep": { "runs.guided.optimizer.learningRate": [0.05, 0.1] }, "figures": ["trajectory", "convergence"] }
                """),
            Texts.Experiment($$"""
                { "name": "plain", "landscape": "himmelblau", "steps": 30, "traces": "{{traces}}", "runs": [{ "name": "a" }, { "name": "b", "optimizer": "adam" }], "figures": ["compare"] }
                """),
        ];
        using TemporaryFolder kept = new(), readBack = new(), resumed = new();
        await RunAsync(kept, experiments: shown);
        await RunAsync(readBack, new() { MostCells = 0 }, shown);
        foreach (Experiment experiment in shown)
        {
            using var work = new ExperimentWork(experiment, analysis: null, new() { Out = resumed.Out });
            using var rows = new RowWriter(work.Plan);
            Assert.True(work.TryOpen());
            while (work.Next() is { } index)
            {
                work.Run(index, rows, default);
            }
        }

        Assert.All(await RunAsync(resumed, experiments: shown), r => Assert.Equal((ExecuteOutcome.Done, 0), (r.Outcome, r.Computed)));
        Assert.Equal(TemporaryFolder.Contents(kept.Out), TemporaryFolder.Contents(readBack.Out));
        Assert.Equal(TemporaryFolder.Contents(kept.Out), TemporaryFolder.Contents(resumed.Out));
    }

    [Fact]
    public async Task A_trace_that_is_read_back_is_the_one_that_was_computed()
    {
        using var folder = new TemporaryFolder();
        Experiment experiment = Texts.Experiment("""
            { "name": "read", "landscape": "easy-hard", "steps": 30, "target": "minimum", "columns": ["lambda_max"],
              "runs": [{ "name": "a", "mixing": "guided" }, { "name": "b", "optimizer": "gd:learningRate=100" }] }
            """);
        await RunAsync(folder, experiments: [experiment]);
        var plan = new RunPlan(experiment);
        string[] summary = await File.ReadAllLinesAsync(Path.Combine(folder.Out, "read", "summary.csv"));
        for (int i = 0; i < plan.Count; i++)
        {
            TracedRun computed = TracedRun.Of(plan[i], experiment.Columns, default);
            byte[] csv = await File.ReadAllBytesAsync(Path.Combine(folder.Out, "read", "traces", plan.Name(i) + ".csv"));
            TracedRun read = TracedRun.Read(plan[i], experiment.Columns, csv, SummaryCsv.For(plan), System.Text.Encoding.UTF8.GetBytes(summary[1 + i]));

            Assert.Equal(computed.Hash, read.Hash);
            Assert.Equal(computed.Result, read.Result);
            Assert.Equal(computed.Trace.Rows, read.Trace.Rows);
            for (int c = 0; c < computed.Trace.Columns.Count; c++)
            {
                Assert.Equal(computed.Trace.Column(c).ToArray().Select(BitConverter.DoubleToInt64Bits), read.Trace.Column(c).ToArray()
                    .Select(BitConverter.DoubleToInt64Bits));
            }
        }
    }

    internal static async Task<IReadOnlyList<ExperimentResults>> RunAsync(TemporaryFolder folder, ExecuteOptions? options =
        null, IEnumerable<Experiment>? experiments = null)
    {
        return await new Executor([.. experiments ?? Experiments], (options ?? new()) with { Out = folder.Out }).ExecuteAsync(default);
    }
}
