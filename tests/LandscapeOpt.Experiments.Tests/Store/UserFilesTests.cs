using System.Text.Json.Nodes;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Experiments.Tests.Execute;

namespace LandscapeOpt.Experiments.Tests.Store;

/// <summary>What the tool did not write is neither deleted nor replaced, whatever is asked for.</summary>
public sealed class UserFilesTests
{
    private static readonly Experiment Mine = Texts.Experiment(Texts.SmallSweep);
    private static readonly Experiment Changed = Texts.Experiment(Texts.SmallSweep.Replace("\"steps\": 5", "\"steps\": 6", StringComparison.Ordinal));

    public static TheoryData<string, string> Added => new()
    {
        { "notes.txt", "notes.txt" },
        { ".DS_Store", ".DS_Store" },
        { "table.csv", "table.csv" },
        { "analysis/", "analysis/" },
        { "analysis/deep/er.txt", "analysis/" },
        { "figures/my.png", "figures/my.png" },
        { "traces/gd@9.csv", "traces/gd@9.csv" },
        { "traces/own/", "traces/own/" },
        { "summary.csv", "summary.csv (changed since it was written)" },
        { "traces/gd@3.csv", "traces/gd@3.csv (changed since it was written)" },
        { "experiment.json", "experiment.json (changed since it was written)" },
    };

    [Theory]
    [MemberData(nameof(Added))]
    public async Task A_folder_that_would_have_to_be_replaced_is_refused_and_what_is_in_the_way_is_named(string added, string named)
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        await AddAsync(Path.Combine(folder.Out, "small", added));
        SortedDictionary<string, string> before = Everything(folder.Out);

        foreach (Experiment experiment in new[] { Mine, Changed })
        {
            InputException e = await Assert.ThrowsAsync<InputException>(() =>
                BatchTests.RunAsync(folder, new() { Force = true }, [experiment]));
            Assert.Contains($"holds what this tool did not write, and so never deletes: {named}: ", Assert.Single(e.Problems).Message,
                StringComparison.Ordinal);
            Assert.Equal(before, Everything(folder.Out));
        }

        InputException unforced = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Changed]));
        Assert.Contains(named, unforced.Message, StringComparison.Ordinal);
        Assert.Equal(unforced.Message, Assert.Throws<InputException>(() => Executor.Execute(Changed, new() { Out = folder.Out }, default)).Message);
        Assert.Equal(before, Everything(folder.Out));
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("analysis/")]
    [InlineData("figures/my.png")]
    [InlineData("traces/gd@9.csv")]
    public async Task Results_that_are_whole_are_up_to_date_whatever_lies_beside_them(string added)
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        await AddAsync(Path.Combine(folder.Out, "small", added));
        SortedDictionary<string, string> before = Everything(folder.Out);

        ExperimentResults result = Assert.Single(await BatchTests.RunAsync(folder, experiments: [Mine]));
        Assert.Equal((ExecuteOutcome.UpToDate, 0), (result.Outcome, result.Computed));
        ExperimentResults results = Executor.Execute(Mine, new() { Out = folder.Out }, default);
        Assert.True(results.Outcome is ExecuteOutcome.UpToDate);
        Assert.DoesNotContain(added, results.Files);
        Assert.Equal(before, Everything(folder.Out));
    }

    [Theory]
    [InlineData("main.c", false)]
    [InlineData("experiment.json", false)]
    [InlineData("experiment.json", true)]
    [InlineData("traces/gd.csv", true)]
    public async Task A_folder_of_the_users_is_never_taken_for_results(string file, bool hasProvenance)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Out, "small");
        await AddAsync(Path.Combine(path, file));
        if (hasProvenance)
        {
            // Of another program, or written by hand.
            await File.WriteAllTextAsync(Path.Combine(path, "provenance.json"), """{ "results": { "format": 1, "experiment": "00" } }""");
        }

        SortedDictionary<string, string> before = Everything(folder.Out);
        InputException e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, new() { Force = true }, [Mine]));

        Assert.Contains(file, e.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything(folder.Out));
    }

    [Fact]
    public async Task Of_many_files_the_first_are_named()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 30; i++)
        {
            await AddAsync(Path.Combine(folder.Out, "small", FormattableString.Invariant($"{i:00}.txt")));
        }

        InputException e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Mine]));
        Assert.Contains("06.txt, 07.txt and 22 more: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_neither_followed_nor_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        string elsewhere = Path.Combine(folder.Path, "elsewhere"), path = Path.Combine(folder.Out, "small");
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        Directory.Move(Path.Combine(path, "traces"), elsewhere);
        Directory.CreateSymbolicLink(Path.Combine(path, "traces"), elsewhere);
        SortedDictionary<string, string> before = Everything(folder.Path);
        InputException e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, new() { Force = true }, [Mine]));
        Assert.Contains("never deletes: traces: ", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, Everything(folder.Path));

        File.Delete(Path.Combine(path, "traces"));
        Directory.Delete(path, recursive: true);
        Directory.CreateSymbolicLink(path, elsewhere);
        e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, new() { Force = true }, [Mine]));
        Assert.Equal(7, Directory.GetFiles(elsewhere).Length);
        foreach (string trace in Directory.GetFiles(elsewhere))
        {
            File.Delete(trace);
        }

        e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Mine]));
        Assert.Contains("is a link to another folder", e.Message, StringComparison.Ordinal);
        Directory.Delete(elsewhere);
        e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Mine]));
        Assert.Contains("is a link that leads to no folder", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_in_between_is_kept_and_so_are_the_runs_that_were_computed()
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        string path = Path.Combine(folder.Out, "small"), notes = Path.Combine(path, "notes.txt");
        SortedDictionary<string, string> before;
        using (var work = new ExperimentWork(Changed, analysis: null, new() { Out = folder.Out, Force = true }))
        {
            Assert.True(work.TryOpen());
            using var rows = new RowWriter(work.Plan);
            while (work.Next() is { } index)
            {
                work.Run(index, rows, default);
            }

            await AddAsync(notes);
            before = Everything(path);
            Assert.Contains("notes.txt", Assert.Throws<OccupiedException>(() => work.Publish(default)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, Everything(path));

        File.Move(notes, Path.Combine(folder.Path, "notes.txt"));
        ExperimentResults result = Assert.Single(await BatchTests.RunAsync(folder, new() { Force = true }, [Changed]));
        Assert.Equal((ExecuteOutcome.Done, 0), (result.Outcome, result.Computed));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Out));
    }

    [Theory]
    [InlineData("earlier", true)]
    [InlineData("other", false)]
    public async Task What_is_found_beside_files_of_the_users_must_be_the_same(string second, bool isKept)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Out, "small"), notes = Path.Combine(path, "notes.txt");
        Find("earlier");
        await AddAsync(notes);
        SortedDictionary<string, string> before = Everything(folder.Out);

        Exception? refusal = Record.Exception(() => Find(second));
        Assert.Equal(isKept, refusal is null);
        Assert.Equal(isKept, (refusal as InputException)?.Message.Contains("notes.txt", StringComparison.Ordinal) is null);
        Assert.Equal(before, Everything(folder.Out));

        // Without the file that is going to be written they are not whole, and nothing is computed.
        Assert.Throws<InputException>(() => Executor.Execute(Mine, new() { Out = folder.Out }, default, new(["line.csv", "curve.csv"], Computed)));
        Assert.Throws<InputException>(() => Executor.Execute(Mine, new() { Out = folder.Out, Force = true }, default, new(["line.csv"], Computed)));
        Assert.Equal(before, Everything(folder.Out));

        void Find(string line) =>
            Executor.Execute(Mine, new() { Out = folder.Out }, default, new(["line.csv"], _ => [new("line.csv", System.Text.Encoding.ASCII.GetBytes(line))]));

        static IEnumerable<ResultFile> Computed(AnalysisContext context)
        {
            Assert.Fail("computed");
            return [];
        }
    }

    [Fact]
    public async Task Older_results_without_a_list_are_replaced_and_nothing_else_is()
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        string provenance = Path.Combine(folder.Out, "small", "provenance.json");
        JsonNode older = JsonNode.Parse(await File.ReadAllTextAsync(provenance))!;
        older["results"]!.AsObject().Remove("files");
        older["results"]!["digest"] = "00";

        foreach (string name in new[] { "notes.txt", "table.csv", "figures/my.png", "traces/my.csv" })
        {
            await File.WriteAllTextAsync(provenance, older.ToJsonString());
            await AddAsync(Path.Combine(folder.Out, "small", name));
            InputException e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Mine]));
            Assert.Contains($"never deletes: {name}: ", e.Message, StringComparison.Ordinal);
            File.Delete(Path.Combine(folder.Out, "small", name));
        }

        Assert.Equal(ExecuteOutcome.Done, Assert.Single(await BatchTests.RunAsync(folder, experiments: [Mine])).Outcome);
        await File.WriteAllTextAsync(provenance, older.ToJsonString());
        await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, experiments: [Changed]));
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
        Assert.Equal(ExecuteOutcome.Done, Assert.Single(await BatchTests.RunAsync(folder, new() { Force = true }, [Changed])).Outcome);
    }

    [Fact]
    public async Task A_list_that_leads_out_of_the_folder_is_not_believed()
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        string outside = Path.Combine(folder.Out, "outside.csv"), provenance = Path.Combine(folder.Out, "small", "provenance.json");
        await AddAsync(outside);
        await AddAsync(Path.Combine(folder.Out, "small", "notes.txt"));
        JsonNode edited = JsonNode.Parse(await File.ReadAllTextAsync(provenance))!;
        foreach (string name in new[] { "../outside.csv", "traces/../../outside.csv", outside, "notes.txt" })
        {
            edited["results"]!["files"]![name] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(outside)));
        }

        await File.WriteAllTextAsync(provenance, edited.ToJsonString());
        InputException e = await Assert.ThrowsAsync<InputException>(() => BatchTests.RunAsync(folder, new() { Force = true }, [Mine]));
        Assert.Contains("notes.txt", e.Message, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder.Out, "small", "notes.txt"));
        await BatchTests.RunAsync(folder, new() { Force = true }, [Mine]);
        Assert.True(File.Exists(outside));
    }

    [Fact]
    public async Task Unfinished_work_is_tidied_up_without_what_somebody_else_has_put_there()
    {
        using var folder = new TemporaryFolder();
        string hash = new('a', 16), leftover = Path.Combine(folder.Out, $".small.{hash}.partial");
        await AddAsync(Path.Combine(folder.Out, ".small.mine.gone", "notes.txt"));
        await AddAsync(Path.Combine(folder.Out, $".small.{new string('b', 16)}.partial", "notes.txt"));
        foreach (string file in new[] { "lock", "runs-1-of-1.log", "runs-1-of-1.holder", "map.rows", "results/summary.csv", "results/traces/gd.csv",
            "results/mine.txt" })
        {
            await AddAsync(Path.Combine(leftover, file));
        }

        await BatchTests.RunAsync(folder, experiments: [Mine]);

        Assert.True(File.Exists(Path.Combine(folder.Out, ".small.mine.gone", "notes.txt")));
        Assert.True(File.Exists(Path.Combine(folder.Out, $".small.{new string('b', 16)}.partial", "notes.txt")));
        string gone = Assert.Single(Directory.GetDirectories(folder.Out, $".small.{hash}.partial.*.gone"));
        Assert.Equal(["results/mine.txt"], TemporaryFolder.Contents(gone).Keys);
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        Assert.Equal(["results/mine.txt"], TemporaryFolder.Contents(gone).Keys);
    }

    [Fact]
    public async Task Earlier_results_come_back_where_a_process_was_killed_while_it_replaced_them()
    {
        using var folder = new TemporaryFolder();
        await BatchTests.RunAsync(folder, experiments: [Mine]);
        SortedDictionary<string, string> before = TemporaryFolder.Contents(folder.Out);
        string path = Path.Combine(folder.Out, "small"), hidden = WorkFolder.PathOf(path, Provenance.Hash(ExperimentWriter.Write(Changed)));
        Directory.CreateDirectory(hidden);
        Directory.Move(path, Path.Combine(hidden, "replaced"));

        ExperimentResults refused = Assert.Single(await BatchTests.RunAsync(folder, experiments: [Changed]));
        Assert.Equal(ExecuteOutcome.Failed, refused.Outcome);
        Assert.Contains("holds the results of another experiment", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Contents(folder.Out));
    }

    [Fact]
    public void What_the_layout_does_not_know_cannot_be_written()
    {
        using var folder = new TemporaryFolder();
        Assert.Throws<ArgumentException>(() => Executor.Execute(Mine, new() { Out = folder.Out }, default, new([], _ => [new("notes.txt", [])])));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Out));
    }

    private static async Task AddAsync(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!path.EndsWith('/'))
        {
            await File.WriteAllTextAsync(path, "mine");
        }
    }

    // Files with their content, and folders.
    private static SortedDictionary<string, string> Everything(string folder)
    {
        SortedDictionary<string, string> all = TemporaryFolder.Contents(folder);
        foreach (string inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
        {
            all.Add(Path.GetRelativePath(folder, inner) + "/", "");
        }

        return all;
    }
}
