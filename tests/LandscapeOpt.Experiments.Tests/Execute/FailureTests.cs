using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Tests.Execute;

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
        Directory.CreateDirectory(folder.Out);
        await File.WriteAllTextAsync(HiddenFolder(folder, bad), "in the way");
        IReadOnlyList<ExperimentResults> results = await BatchTests.RunAsync(folder, experiments: [bad, good]);

        Assert.Equal([ExecuteOutcome.Failed, ExecuteOutcome.Done], results.Select(r => r.Outcome));
        Assert.NotEmpty(results[0].Problems);
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "bad")));
    }

    [Fact]
    public async Task The_first_failure_ends_the_batch_where_that_is_asked_for()
    {
        using var folder = new TemporaryFolder();
        Experiment good = Texts.Experiment(Texts.SmallSweep);
        Experiment bad = good with { Name = "bad" };
        Directory.CreateDirectory(folder.Out);
        await File.WriteAllTextAsync(HiddenFolder(folder, bad), "in the way");
        IReadOnlyList<ExperimentResults> results = await BatchTests.RunAsync(folder, new() { FailFast = true, Jobs = 1 }, [bad, good]);

        Assert.Equal([ExecuteOutcome.Failed, ExecuteOutcome.Incomplete], results.Select(r => r.Outcome));
        Assert.False(Directory.Exists(Path.Combine(folder.Out, "small")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_results_that_come_in_between_are_replaced_only_where_that_is_asked_for(bool force)
    {
        using var folder = new TemporaryFolder();
        Experiment mine = Texts.Experiment(Texts.SmallSweep.Replace("\"steps\": 5", "\"steps\": 6", StringComparison.Ordinal));
        using var work = new ExperimentWork(mine, analysis: null, new() { Out = folder.Out, Force = force });
        Assert.True(work.TryOpen());
        using var rows = new RowWriter(work.Plan);
        while (work.Next() is { } index)
        {
            work.Run(index, rows, default);
        }

        await BatchTests.RunAsync(folder, experiments: [Texts.Experiment(Texts.SmallSweep)]);
        SortedDictionary<string, string> other = TemporaryFolder.Contents(work.Path);
        Exception? refusal = Record.Exception(() => work.Publish(default));

        Assert.Equal(force, refusal is null);
        Assert.Equal(!force, (refusal as IOException)?.Message.Contains("holds the results of another experiment", StringComparison.Ordinal) ?? false);
        Assert.Equal(!force, other.SequenceEqual(TemporaryFolder.Contents(work.Path)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Results_that_come_in_between_while_something_is_found_are_replaced_only_where_that_is_asked_for(bool force)
    {
        using var folder = new TemporaryFolder();
        Experiment other = Texts.Experiment(Texts.SmallSweep);
        string path = Path.Combine(folder.Out, other.Name);
        var analysis = new Analysis(["summary.csv"], _ =>
        {
            Executor.Execute(other, new() { Out = folder.Out }, default);
            return [new("summary.csv", "mine"u8.ToArray())];
        });
        Exception? refusal = Record.Exception(() =>
            Executor.Execute(other with { Title = "Mine" }, new() { Out = folder.Out, Force = force }, default, analysis));

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
        var runner = new Executor([slow], new() { Jobs = 1, Out = folder.Out, Force = true });
        Task<IReadOnlyList<ExperimentResults>> batch = runner.ExecuteAsync(default);
        while (runner.Progress.Computed == 0 && !batch.IsCompleted)
        {
            // Not a yield: this must go on while the thread pool is busy with other tests, or the batch is done first.
            Thread.Sleep(1);
        }

        foreach (string hidden in Directory.GetDirectories(folder.Out, ".*"))
        {
            Directory.Delete(hidden, recursive: true);
        }

        ExperimentResults result = Assert.Single(await batch);
        Assert.Equal(ExecuteOutcome.Failed, result.Outcome);
        Assert.Matches("(could not find|does not exist)", Assert.Single(result.Problems).ToLowerInvariant());
        Assert.Equal(before, TemporaryFolder.Contents(Path.Combine(folder.Out)));
    }

    private static string HiddenFolder(TemporaryFolder folder, Experiment experiment) =>
        WorkFolder.PathOf(Path.Combine(folder.Out, experiment.Name), Provenance.Hash(ExperimentWriter.Write(experiment)));
}
