using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>
/// Whatever is typed and whatever lies in a file: within ten seconds and a gigabyte a clear line that says where and what is allowed, nothing
/// written, nothing of the user's changed.
/// </summary>
public sealed partial class HostileInputTests
{
    private const long Memory = 1L << 30;
    private const int LongestLine = 2000, AtATime = 2;

    // Ten seconds of work; a machine that does much else at the time may take longer for them, and what waits for ever is found too.
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(10), MostTime = TimeSpan.FromSeconds(60), Interval = TimeSpan.FromMilliseconds(25);

    [Fact]
    public async Task Each_is_answered_with_a_clear_line_in_time_and_changes_nothing()
    {
        HostileInput[] inputs = [.. HostileWords.All, .. HostileNumbers.All, .. HostileJson.All, .. HostileFigures.All, .. HostileFiles.All];
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(inputs, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (input, _) =>
        {
            if (await ComplaintAsync(input) is { } complaint)
            {
                failures.Add($"{input}: {complaint}");
            }
        });

        Assert.True(inputs.Length >= 150, Invariant($"{inputs.Length} inputs"));
        Assert.True(failures.IsEmpty, string.Join('\n', failures.Order(StringComparer.Ordinal)));
    }

    private static async Task<string?> ComplaintAsync(HostileInput input)
    {
        using var cli = new Cli();
        await File.WriteAllTextAsync(Path.Combine(cli.Folder, "notes.txt"), "the user's own");
        input.Files(cli.Folder);
        string before = Everything(cli.Folder);
        using Batches.Program program = Batches.Program.StartIn(cli.Folder, Memory, input.Words);
        long start = Stopwatch.GetTimestamp(), peak = 0;
        while (!program.HasExited)
        {
            peak = Math.Max(peak, program.PeakMemory);
            if (program.ProcessorTime > MostWork || Stopwatch.GetElapsedTime(start) > MostTime)
            {
                await program.KillAsync();
                return "takes too long";
            }

            await Task.Delay(Interval);
        }

        (int code, string output, string error) = await program.EndAsync();
        string[] lines = error.Length == 0 ? [] : error.TrimEnd('\n').Split('\n');
        return code != input.Code ? Invariant($"ends with {code}: {error}{output}")
            : output.Length > 0 ? "prints: " + output
            : lines.Length != input.Lines ? Invariant($"says {lines.Length} lines: {error}")
            : Array.Find(lines, l => l.Length > LongestLine || l.Any(char.IsControl) || !Line().IsMatch(l)) is { } unclear ? "is unclear: " + unclear
            : !lines[0].StartsWith(input.Place, StringComparison.Ordinal) ? $"does not say {input.Place}: {error}"
            : input.Mentions.FirstOrDefault(m => !error.Contains(m, StringComparison.Ordinal)) is { } missing ? $"does not say '{missing}': {error}"
            : Everything(cli.Folder) != before ? $"changes files: {before} to {Everything(cli.Folder)}"
            : peak > Memory ? Invariant($"takes {peak >> 20} MB")
            : null;
    }

    // Names, sizes and times of everything in a folder; without opening anything, because some of it is no file.
    private static string Everything(string folder) => string.Join(", ", Directory
        .EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Order(StringComparer.Ordinal)
        .Select(f => Invariant($"{Path.GetRelativePath(folder, f)} {(File.Exists(f) ? new FileInfo(f).Length : -1)} {File.GetLastWriteTimeUtc(f):O}")));

    // A place, then what is wrong; no words of the framework.
    [GeneratedRegex(@"^(error: |.+:\d+:\d+: )(?!command line)(?!.*(Exception|   at |LineNumber|BytePosition|JSON reader)).{10,}$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
