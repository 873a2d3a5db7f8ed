using System.CommandLine;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Where results go and what is said about them.</summary>
internal sealed class OutputOptions
{
    private static readonly string[] KnownFormats = ["png", "svg", "none"];

    internal Option<string> Out { get; } = new("--out")
    {
        HelpName = "DIR",
        Description = "Folder of the results.",
        DefaultValueFactory = _ => "out",
    };

    internal Option<string[]> Format { get; } = new("--format")
    {
        HelpName = "png|svg|none",
        Description = "Format of the figures; repeatable (default: png).",
    };

    internal Option<bool> Force { get; } = new("--force") { Description = "Replace what the results folder holds." };

    internal Option<bool> Quiet { get; } = new("--quiet") { Description = "Print nothing but errors." };

    internal Option<bool> Json { get; } = new("--json") { Description = "Print the summary as JSON." };

    internal void AddTo(Command command)
    {
        Format.CompletionSources.Add(_ => KnownFormats.Select(f => new System.CommandLine.Completions.CompletionItem(f)));
        foreach (Option option in new Option[] { Out, Format, Force, Quiet, Json })
        {
            command.Add(option);
        }
    }

    internal ExecuteOptions Execute(ParseResult parsed) => new()
    {
        Out = parsed.GetValue(Out) is { Length: > 0 } path ? path : throw new InputException(Out.Name, "the folder's name is empty"),
        Formats = Formats(parsed),
        Force = parsed.GetValue(Force),
        Tell = line =>
        {
            if (!parsed.GetValue(Quiet))
            {
                parsed.InvocationConfiguration.Error.WriteLine(line);
            }
        },
    };

    private IReadOnlyList<string> Formats(ParseResult parsed)
    {
        string[] formats = [.. (parsed.GetValue(Format) ?? []).SelectMany(f => f.Split(',')).Distinct(StringComparer.Ordinal)];
        foreach (string format in formats.Where(f => !KnownFormats.Contains(f, StringComparer.Ordinal)))
        {
            throw new InputException(
                Format.Name,
                $"unknown format '{format}': expected one of {string.Join(", ", KnownFormats)}{Catalogues.Spelling.Suggest(format, KnownFormats)}");
        }

        return formats is [] ? ["png"] : [.. formats.Where(f => f is not "none")];
    }
}
