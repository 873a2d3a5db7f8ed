using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The options of a batch.</summary>
internal sealed class BatchCommandOptions
{
    private const int MostJobs = 512, MostShards = 100_000;

    internal Argument<string[]> Paths { get; } = new("paths")
    {
        HelpName = "PATH…",
        Description = "Experiment files, or folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal Option<bool> DryRun { get; } = new("--dry-run") { Description = "Say what would be run and why; run and write nothing." };

    internal OutputOptions Output { get; } = new();

    private Option<string?> Jobs { get; } = new("--jobs") { HelpName = "N", Description = "How many runs at the same time (default: all cores)." };

    private Option<bool> FailFast { get; } = new("--fail-fast") { Description = "End at the first failure." };

    private Option<string[]> FilterOption { get; } =
        new("--filter") { HelpName = "GLOB", Description = "Only experiments of such names (* and ?); repeatable." };

    private Option<string[]> Set { get; } = new("--set")
    {
        HelpName = "PATH=VALUE",
        Description = "Set a value in every experiment, as in a sweep's paths; repeatable.",
    };

    private Option<string?> ShardOption { get; } = new("--shard") { HelpName = "I/N", Description = "Do the share I of N of the runs, I from 1." };

    private Option<bool> Merge { get; } = new("--merge") { Description = "Compute nothing: put the shards' runs together." };

    internal void AddTo(Command command)
    {
        command.Add(Paths);
        foreach (Option option in new Option[] { Jobs, DryRun, FailFast, FilterOption, Set, ShardOption, Merge })
        {
            command.Add(option);
        }

        Output.AddTo(command);
    }

    internal ExecuteOptions Execute(ParseResult parsed)
    {
        Shard shard = parsed.GetValue(ShardOption) is { } text ? ShardOf(text) : Shard.Whole;
        bool merges = parsed.GetValue(Merge);
        return merges && shard.IsPart
            ? throw new InputException(Merge.Name, $"computes nothing, so it has no {ShardOption.Name}")
            : Output.Execute(parsed) with
            {
                Jobs = parsed.GetValue(Jobs) is { } jobs ? Whole(Jobs.Name, jobs, MostJobs) : Environment.ProcessorCount,
                FailFast = parsed.GetValue(FailFast),
                Shard = shard,
                Merges = merges,
            };
    }

    internal IReadOnlyList<Override> Overrides(ParseResult parsed) => [.. (parsed.GetValue(Set) ?? []).Select(text => Override.Parse(Set.Name, text))];

    /// <summary>Which experiments are wanted, by name.</summary>
    internal Func<string, bool> Filter(ParseResult parsed) => parsed.GetValue(FilterOption) is { Length: > 0 } globs
        ? name => Array.Exists(globs, g => FileSystemName.MatchesSimpleExpression(g, name, ignoreCase: false))
        : _ => true;

    private Shard ShardOf(string text)
    {
        string[] parts = text.Split('/');
        if (parts.Length != 2)
        {
            throw new InputException(ShardOption.Name, $"'{text}' is not a share: expected I/N, such as 3/8");
        }

        int of = Whole(ShardOption.Name, parts[1], MostShards);
        return new(Whole(ShardOption.Name, parts[0], of), of);
    }

    private static int Whole(string option, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most
            ? number
            : throw new InputException(option, FormattableString.Invariant($"'{text}' is not a whole number from 1 to {most}"));
}
