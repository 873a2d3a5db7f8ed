namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>A batch that is killed goes on where it stopped, and ends with the bytes of one that was not.</summary>
public sealed class KillTests
{
    private const int Kills = 50;

    [Fact]
    public async Task Killed_at_fifty_random_moments_every_byte_is_as_if_nothing_had_happened()
    {
        using var cli = new Cli();
        string files = await WriteAsync(cli);
        Assert.Equal(0, (await Program.RunAsync("batch", files, "--format", "none", "--out", cli.Out)).Code);
        SortedDictionary<string, string> whole = Program.Contents(cli.Out);
        Assert.Equal((8 * 27) + 2, whole.Count);

        await Task.WhenAll(Enumerable.Range(0, 2)
            .Select(lane => KillAsync(new Random(lane), files, Path.Combine(cli.Folder, lane == 0 ? "one" : "two"), whole)));
    }

    private static async Task KillAsync(Random random, string files, string folder, SortedDictionary<string, string> whole)
    {
        int kept = 0, continued = 0;
        for (int kills = 0; kills < Kills / 2;)
        {
            using Program program = Program.Start("batch", files, "--format", "none", "--quiet", "--out", folder);
            await SomeTimeAsync(random, program, folder, kept);
            bool wasDone = program.HasExited;
            await program.KillAsync();
            kills += wasDone ? 0 : 1;

            // Whatever is to be seen is whole, and what was finished is kept.
            Assert.All(Program.Contents(folder, withHidden: false), f => Assert.Equal(whole[f.Key], f.Value));
            int finished = Finished(folder);
            Assert.True(finished >= kept, "finished runs were lost");
            continued += finished > kept && kept > 0 ? 1 : 0;
            kept = finished;
            if (wasDone)
            {
                Assert.Equal(whole, Program.Contents(folder));
                Directory.Delete(folder, recursive: true);
                kept = 0;
            }
        }

        Assert.Equal(0, (await Program.RunAsync("batch", files, "--format", "none", "--out", folder)).Code);
        Assert.True(continued > 5);
        Assert.Equal(whole, Program.Contents(folder));
    }

    // Now and then a moment while the program starts; mostly one when so many more runs are finished.
    private static async Task SomeTimeAsync(Random random, Program program, string folder, int finished)
    {
        if (random.Next(5) == 0)
        {
            await Task.Delay(random.Next(0, 200));
            return;
        }

        int until = finished + random.Next(1, 400);
        while (!program.HasExited && Finished(folder) < until)
        {
            await Task.Delay(2);
        }

        await Task.Delay(random.Next(0, 20));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("TERM", "TERM")]
    public async Task A_signal_ends_it_with_130_and_the_same_command_goes_on(params string[] signals)
    {
        if (OperatingSystem.IsWindows() || (signals.Contains("INT") && IgnoresInterrupts()))
        {
            return;
        }

        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "long.json");
        await File.WriteAllTextAsync(file, """
            { "name": "long", "landscape": "easy-hard", "steps": 1000, "runs": [{ "name": "gd" }], "traces": "none",
              "sweep": { "optimizer.learningRate": { "from": 0.01, "to": 0.1, "count": 100000 } } }
            """);
        using Program program = Program.Start("batch", file, "--out", cli.Out);
        while (Finished(cli.Out) < 5)
        {
            Assert.False(program.HasExited);
            await Task.Delay(10);
        }

        foreach (string signal in signals)
        {
            program.Signal(signal);
        }

        (int code, string output, string error) = await program.EndAsync();

        Assert.Equal((ExitCode.Interrupted, ""), (code, output));
        Assert.Matches(@"\d+ of 100000 runs are done; the same command goes on from here\ninterrupted\n$", error);
        Assert.False(Directory.Exists(Path.Combine(cli.Out, "long")));
        int finished = Finished(cli.Out);
        Assert.InRange(finished, 5, 99_999);
        (_, string preview, _) = await Cli.Words("batch", file, "--dry-run", "--out", cli.Out);
        Assert.Contains(FormattableString.Invariant($"{100_000 - finished}  {finished} of 100000 runs are done"), preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_listen_is_ended_all_the_same()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // A hundred thousand points on a long formula: seconds without a look at the signals.
        using var cli = new Cli();
        string formula = string.Join('+', Enumerable.Range(1, 950).Select(i => FormattableString.Invariant($"sin({i}x)")));
        using Program program = Program.Start("inspect", "line", "--formula", formula, "--from", "0,0", "--to", "1,1", "--points", "100000", "--out", cli.Out);
        while (program.ProcessorTime < TimeSpan.FromSeconds(1))
        {
            await Task.Delay(10);
        }

        program.Signal("TERM");
        await Task.Delay(300);
        program.Signal("TERM");
        (int code, string output, string error) = await program.EndAsync();

        Assert.Equal((ExitCode.Interrupted, "", "interrupted\n"), (code, output, error));
    }

    // A shell that starts a script in the background has all of its children ignore Ctrl-C, so that nothing can be seen of it.
    private static bool IgnoresInterrupts() => OperatingSystem.IsLinux() && File.ReadLines("/proc/self/status").Any(l =>
        l.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToUInt64(l["SigIgn:".Length..].Trim(), 16) & 2) != 0);

    // The rows of published summaries and the lines of the logs of unfinished experiments.
    private static int Finished(string folder)
    {
        while (true)
        {
            try
            {
                return FinishedNow(folder);
            }
            catch (IOException)
            {
                // The program has moved or removed a folder in this moment.
            }
        }
    }

    private static int FinishedNow(string folder)
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", all) : [];
        string[] summaries = [.. files.Where(f => f.EndsWith("summary.csv", StringComparison.Ordinal) && !f.Contains(".partial", StringComparison.Ordinal))];

        // A batch that is killed between publishing and tidying leaves both.
        IEnumerable<string> logs = files.Where(f => f.EndsWith(".log", StringComparison.Ordinal)
            && !summaries.Any(s => f.Contains($".{Path.GetFileName(Path.GetDirectoryName(s))}.", StringComparison.Ordinal)));
        return logs.Sum(Lines) + summaries.Sum(f => Lines(f) - 1);
    }

    private static int Lines(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Count(c => c == '\n');
    }

    private static async Task<string> WriteAsync(Cli cli)
    {
        string files = Directory.CreateDirectory(Path.Combine(cli.Folder, "files")).FullName;
        for (int e = 0; e < 8; e++)
        {
            await File.WriteAllTextAsync(Path.Combine(files, FormattableString.Invariant($"{e}.json")), FormattableString.Invariant($$"""
                { "name": "small-{{e}}", "landscape": "easy-hard", "steps": 60, "seed": {{e}}, "runs": [{ "name": "random", "mixing": "random" }],
                  "sweep": { "optimizer.learningRate": { "from": 0.01, "to": 0.1, "count": 25 } } }
                """));
        }

        await File.WriteAllTextAsync(Path.Combine(files, "many.json"), """
            { "name": "many", "landscape": "easy-hard", "steps": 100, "runs": [{ "name": "gd" }], "traces": "none",
              "sweep": { "optimizer.learningRate": { "from": 0.01, "to": 0.1, "count": 20 }, "landscape.alpha": { "from": 0, "to": 1, "count": 100 } },
              "replicates": { "seeds": 3 } }
            """);
        return files;
    }
}
