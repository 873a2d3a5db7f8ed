using LandscapeOpt.Experiments.Batches;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Results;

namespace LandscapeOpt.Experiments.Tests.Batches;

/// <summary>What fails is told, is never taken for done, and harms nothing else.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_folder_that_cannot_be_written_to_fails_alone()
    {
        using var folder = new TemporaryFolder();
        Experiment good = Texts.Experiment(Texts.SmallSweep);

        // A name that is taken by a file where the hidden work folder would be: also root cannot write there.
        Experiment bad = good with { Name = "bad" };
        var job = new ExperimentJob(bad, new() { Out = folder.Out }, Shard.Whole);
        Directory.CreateDirectory(folder.Out);
        await File.WriteAllTextAsync(WorkFolder.PathOf(job.Path, job.Hash), "in the way");
        IReadOnlyList<BatchResult> results = await BatchTests.RunAsync(folder, experiments: [bad, good]);

        Assert.Equal([BatchOutcome.Failed, BatchOutcome.Done], results.Select(r => r.Outcome));
        Assert.NotEmpty(results[0].Problems);
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "bad")));
    }

    [Fact]
    public async Task The_first_failure_ends_the_batch_where_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        Experiment good = Texts.Experiment(Texts.SmallSweep);
        Experiment bad = good with { Name = "bad" };
        var job = new ExperimentJob(bad, new() { Out = folder.Out }, Shard.Whole);
        Directory.CreateDirectory(folder.Out);
        await File.WriteAllTextAsync(WorkFolder.PathOf(job.Path, job.Hash), "in the way");
        IReadOnlyList<BatchResult> results = await BatchTests.RunAsync(folder, new() { FailFast = true, Jobs = 1 }, [bad, good]);

        Assert.Equal([BatchOutcome.Failed, BatchOutcome.Incomplete], results.Select(r => r.Outcome));
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "small")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_results_that_come_in_between_are_replaced_only_where_that_is_asked_for(bool force)
    {
        using var folder = new TemporaryFolder();
        Experiment mine = Texts.Experiment(Texts.SmallSweep.Replace("\"steps\": 5", "\"steps\": 6", StringComparison.Ordinal));
        var job = new ExperimentJob(mine, new() { Out = folder.Out, Force = force }, Shard.Whole);
        using ExperimentWork work = ExperimentWork.TryOpen(job)!;
        using var rows = new RowWriter(job.Plan);
        while (work.Next() is { } index)
        {
            work.Run(index, rows, default);
        }

        await BatchTests.RunAsync(folder, experiments: [Texts.Experiment(Texts.SmallSweep)]);
        SortedDictionary<string, string> other = TemporaryFolder.Contents(job.Path);
        Exception? refusal = Record.Exception(() => work.Publish(default));

        Assert.Equal(force, refusal is null);
        Assert.Equal(!force, (refusal as IOException)?.Message.Contains("holds the results of another experiment", StringComparison.Ordinal) ?? false);
        Assert.Equal(!force, other.SequenceEqual(TemporaryFolder.Contents(job.Path)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_comes_in_between_while_a_folder_is_written_in_one_go_is_replaced_only_where_that_is_asked_for(bool force)
    {
        using var folder = new TemporaryFolder();
        Experiment other = Texts.Experiment(Texts.SmallSweep);
        string path = new ExperimentJob(other, new() { Out = folder.Out }, Shard.Whole).Path;
        Exception? refusal = Record.Exception(() => ResultsWriter.Write(path, "{}"u8.ToArray(), force, [], results =>
        {
            results.Write("summary.csv", "mine"u8.ToArray());
            ExperimentRunner.Execute(other, new() { Out = folder.Out }, default);
        }));

        Assert.Equal(force, File.ReadAllText(Path.Combine(path, "summary.csv")) is "mine");
        Assert.Equal(!force, File.Exists(Path.Combine(path, "traces", "alone.csv")));
        Assert.Equal(force, refusal is null);
        Assert.Equal(!force, (refusal as InputException)?.Message.Contains("holds the results of another experiment", StringComparison.Ordinal) ?? false);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Out));
    }

    [Fact]
    public async Task Work_that_vanishes_in_the_middle_is_a_failure_and_earlier_results_stay()
    {
        using var folder = new TemporaryFolder();
        Experiment earlier = Texts.Experiment(Texts.SmallSweep);
        await BatchTests.RunAsync(folder, experiments: [earlier]);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        Experiment slow = Texts.Experiment(Texts.SmallSweep.Replace("\"steps\": 5", "\"steps\": 2000000, \"traces\": \"none\"", StringComparison.Ordinal));
        var runner = new BatchRunner([slow], new() { Jobs = 1, Runner = new() { Out = folder.Out, Force = true } }, _ => { });
        Task<IReadOnlyList<BatchResult>> batch = runner.RunAsync(default);
        while (runner.Progress.Computed == 0 && !batch.IsCompleted)
        {
            // Not a yield: this must go on while the thread pool is busy with other tests, or the batch is done first.
            Thread.Sleep(1);
        }

        foreach (string hidden in Directory.GetDirectories(folder.Out, ".*"))
        {
            Directory.Delete(hidden, recursive: true);
        }

        BatchResult result = Assert.Single(await batch);
        Assert.Equal(BatchOutcome.Failed, result.Outcome);
        Assert.Matches("(could not find|does not exist)", Assert.Single(result.Problems).ToLowerInvariant());
        Assert.Equal(before, TemporaryFolder.Contents(Path.Combine(folder.Out)));
    }
}
