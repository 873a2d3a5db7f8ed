using System.CommandLine;
using System.CommandLine.Completions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Maps;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The options that maps share: those of a run, the size, how it is computed, what is written.</summary>
internal sealed class MapCommandOptions
{
    private const int DefaultSide = 512;
    private static readonly string[] RawFormats = [.. Enum.GetValues<RawFormat>().Select(Kebab.Of)];

    internal RunOptions Run { get; } = new();

    internal Option<string?> Pixels { get; } =
        InspectOptions.Text("--pixels", "WxH", "Columns and rows, up to 16384x16384 (default: 512x512); the PNG shows each.");

    internal Option<string?> Threads { get; } = InspectOptions.Text("--threads", "N", "How many threads compute (default: all cores).");

    internal Option<bool> NoRetire { get; } = new("--no-retire") { Description = "Every run does all its steps, also where nothing more can happen." };

    internal Option<string?> Raw { get; } =
        InspectOptions.Text("--raw", "npy|csv|none", "Write the pixels' values: end x, end y, loss, steps, label (default: none).");

    /// <summary>Adds the command's own options, then the shared ones but for some.</summary>
    internal void AddTo(Command command, IReadOnlyList<Option> own, params IReadOnlyList<Option> without)
    {
        Raw.CompletionSources.Add(_ => RawFormats.Select(f => new CompletionItem(f)));
        foreach (Option option in own)
        {
            command.Add(option);
        }

        foreach (Option option in new Option[] { Pixels, Threads, NoRetire, Raw })
        {
            command.Add(option);
        }

        Run.AddTo(command, [.. without, Run.Columns]);
    }

    /// <summary>Columns and rows as a figure's setting.</summary>
    internal (int Width, int Height, Node Setting) Size(ParseResult parsed)
    {
        (int width, int height) = (DefaultSide, DefaultSide);
        if (parsed.GetValue(Pixels) is { } text)
        {
            string[] parts = text.Split('x', '×');
            (width, height) = parts.Length <= 2 && Side(parts[0]) is { } wide && Side(parts[^1]) is { } high
                ? (wide, high)
                : throw new InputException(Pixels.Name, Invariant($"'{text}' is no size: expected WxH, each a whole number from 1 to {MapGrid.Largest}"));
        }

        return (width, height, new WordNode(Origin.Option(Pixels.Name), Invariant($"{width};{height}")));

        static int? Side(string text) => InvariantNumber.TryParse(text.Trim(), out long side) && side is >= 1 and <= MapGrid.Largest ? (int)side : null;
    }

    /// <summary>How the map is computed and written.</summary>
    private (RawFormat Raw, MapOptions Map) Request(ParseResult parsed, MapProgress progress)
    {
        int threads = InspectOptions.Whole(parsed, Threads, fallback: Environment.ProcessorCount, lowest: 1, highest: 1024);
        string raw = parsed.GetValue(Raw) ?? "none";
        if (!RawFormats.Contains(raw, StringComparer.Ordinal))
        {
            throw new InputException(Raw.Name, $"unknown format '{raw}': expected one of {string.Join(", ", RawFormats)}{Spelling.Suggest(raw, RawFormats)}");
        }

        return (Kebab.Parse<RawFormat>(raw), new() { Threads = threads, Progress = progress });
    }

    /// <summary>The setting for runs that end early.</summary>
    internal Node? Retire(ParseResult parsed) => parsed.GetValue(NoRetire) ? new FlagNode(Origin.Option(NoRetire.Name), false) : null;

    /// <summary>The experiment: one run, one figure of its name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="map">What the map is called in names.</param>
    /// <param name="kind">The kind of figure.</param>
    /// <param name="settings">The figure's settings.</param>
    internal Experiment Experiment(ParseResult parsed, string map, string kind, params ReadOnlySpan<(string Name, Node? Value)> settings)
    {
        var builder = new ExperimentBuilder(parsed, Run);
        Node? landscape = builder.Landscape(fallback: null);
        string optimizer = Names.From((parsed.GetValue(Run.Optimizer) ?? "gd").Split(':')[0]);
        string name = Names.From($"{map}-{(landscape is WordNode word ? word.Value.Split(':')[0] : "formula")}-{optimizer}");
        return builder.Build(
            name,
            landscape,
            RunOptions.Pair(parsed, Run.Target),
            steps: null,
            [builder.Run(optimizer, "gd", "constant", RunOptions.Word(parsed, Run.Mixing))],
            builder.Figure(kind, title: null, subtitle: null, [("name", RunOptions.Word(parsed, Run.Name) ?? ExperimentBuilder.Word(name)), .. settings]));
    }

    /// <summary>Computes a map and shows how far it is; says what came of it.</summary>
    internal async Task<int> ExecuteAsync(
        ParseResult parsed, Experiment experiment, (int Width, int Height) size, CancellationToken cancellation)
    {
        var progress = new MapProgress();
        double drawn = 0;
        (RawFormat raw, MapOptions map) = Request(parsed, progress);
        ExecuteOptions execute = Run.Output.Execute(parsed) with { Drawing = share => Volatile.Write(ref drawn, share) };
        using var line = new ProgressLine(parsed.InvocationConfiguration.Error, parsed.GetValue(Run.Output.Quiet));
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        line.Watch(() => MapReport.Progress(progress, Volatile.Read(ref drawn), System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds));
        MapResults results;
        try
        {
            results = MapRunner.Execute(experiment, raw, map, execute, cancellation);
        }
        finally
        {
            await line.StopAsync().ConfigureAwait(false);
        }

        MapReport.Write(parsed, Run.Output, experiment, size, results);
        return ExitCode.Done;
    }
}
