using LandscapeOpt.Experiments.Batches;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;

namespace LandscapeOpt.Experiments.Tests.Batches;

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
            Assert.All(await RunAsync(folder, new() { Shard = new(number, of) }), r => Assert.Equal(BatchOutcome.ShardDone, r.Outcome));
            Assert.All(Directory.GetDirectories(folder.Out), d => Assert.StartsWith(".", Path.GetFileName(d), StringComparison.Ordinal));
        }

        IReadOnlyList<BatchResult> merged = await RunAsync(folder, new() { Merges = true });

        Assert.All(merged, r => Assert.Equal((BatchOutcome.Done, 0), (r.Outcome, r.Computed)));
        Assert.Equal(TemporaryFolder.Contents(whole.Out), TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task A_merge_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder, new() { Shard = new(1, 3) }, [Experiments[0]]);
        await RunAsync(folder, new() { Shard = new(3, 3) }, [Experiments[0]]);
        BatchResult result = Assert.Single(await RunAsync(folder, new() { Merges = true }, [Experiments[0]]));

        Assert.Matches(@"^[23] of 7 runs are missing of shards 2/3: (gd@\d, )+(gd@\d|alone)$", Assert.Single(result.Problems));
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "small")));

        // A plain batch completes what the shards have left.
        BatchResult completed = Assert.Single(await RunAsync(folder, experiments: [Experiments[0]]));
        Assert.Equal(BatchOutcome.Done, completed.Outcome);
        Assert.InRange(completed.Computed, 2, 3);
        Assert.Equal([Path.Combine(folder.Out, "small")], Directory.GetFileSystemEntries(folder.Out));
    }

    [Fact]
    public async Task What_is_up_to_date_is_not_run_again()
    {
        using var folder = new TemporaryFolder();
        await RunAsync(folder);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        IReadOnlyList<BatchResult> again = await RunAsync(folder);

        Assert.All(again, r => Assert.Equal((BatchOutcome.UpToDate, 0), (r.Outcome, r.Computed)));
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
        Assert.All(await RunAsync(folder, new() { Runner = new() { Force = true } }), r => Assert.Equal(BatchOutcome.Done, r.Outcome));
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

        IReadOnlyList<BatchResult> again = await RunAsync(folder);

        Assert.Equal([BatchOutcome.Done, BatchOutcome.UpToDate, BatchOutcome.UpToDate], again.Select(r => r.Outcome));
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
            var runner = new BatchRunner(slow, new() { Jobs = 2, Runner = new() { Out = folder.Out } }, _ => { });
            Task<IReadOnlyList<BatchResult>> batch = runner.RunAsync(stop.Token);
            while (!batch.IsCompleted && runner.Progress.Computed < 3)
            {
                // Not a yield: the thread pool may be busy with other tests.
                Thread.Sleep(1);
            }

            await stop.CancelAsync();
            interrupted += await Record.ExceptionAsync(() => batch) is OperationCanceledException ? 1 : 0;
            computed += runner.Progress.Computed;
        }

        IReadOnlyList<BatchResult> results = await RunAsync(folder, experiments: slow);

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

        IReadOnlyList<BatchResult>[] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(folder, experiments: [slow]))));

        Assert.All(results, r => Assert.True(r[0].Outcome is BatchOutcome.Done or BatchOutcome.UpToDate, string.Join(" ", r[0].Problems)));
        Assert.Equal(7, results.Sum(r => r[0].Computed));
        Assert.Equal(TemporaryFolder.Contents(once.Out), TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public async Task A_batch_says_who_holds_what_it_waits_for()
    {
        using var folder = new TemporaryFolder();
        var job = new ExperimentJob(Experiments[0], new() { Out = folder.Out }, Shard.Whole);
        var told = new List<string>();
        Task<IReadOnlyList<BatchResult>> batch;
        using (ExperimentWork? held = ExperimentWork.TryOpen(job))
        {
            var runner = new BatchRunner([Experiments[0]], new() { Jobs = 1, Runner = new() { Out = folder.Out } }, told.Add);
            batch = runner.RunAsync(default);
            while (told.Count == 0)
            {
                await Task.Delay(10);
            }
        }

        Assert.Equal(BatchOutcome.Done, Assert.Single(await batch).Outcome);
        Assert.Contains(FormattableString.Invariant($"waiting for process {Environment.ProcessId} on "), Assert.Single(told), StringComparison.Ordinal);
    }

    internal static async Task<IReadOnlyList<BatchResult>> RunAsync(TemporaryFolder folder, BatchOptions? options = null, IEnumerable<Experiment>? experiments = null)
    {
        options ??= new();
        options = options with { Runner = options.Runner with { Out = folder.Out } };
        return await new BatchRunner([.. experiments ?? Experiments], options, _ => { }).RunAsync(default);
    }
}
