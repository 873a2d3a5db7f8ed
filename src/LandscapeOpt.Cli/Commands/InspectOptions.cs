using System.CommandLine;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The options that inspections share: a landscape, a name, the page, where results go.</summary>
internal sealed class InspectOptions
{
    internal RunOptions Run { get; } = new();

    /// <summary>Adds the shared options and the command's own before them.</summary>
    internal void AddTo(Command command, params IReadOnlyList<Option> own)
    {
        foreach (Option option in own)
        {
            command.Add(option);
        }

        foreach (Option option in (Option[])[Run.Landscape, Run.Formula, Run.Name, .. Run.OfPage])
        {
            command.Add(option);
        }

        Run.Output.AddTo(command);
    }

    internal static Option<string?> Text(string name, string helpName, string description) => new(name) { HelpName = helpName, Description = description };

    /// <summary>The name of the landscape for results' folders.</summary>
    internal string NameOf(ParseResult parsed, string inspection) =>
        Names.From($"{inspection}-{(parsed.GetValue(Run.Landscape) ?? "formula").Split(':')[0]}");

    /// <summary>An experiment without steps that holds the question.</summary>
    internal Experiment Question(
        ParseResult parsed, string name, string about, ExperimentBuilder builder, ListNode figures, Node? landscape = null) => Titled(about, builder.Build(
        name,
        landscape is not null && parsed.GetValue(Run.Landscape) is null && parsed.GetValue(Run.Formula) is null ? landscape : builder.Landscape(fallback: null),
        target: null,
        steps: 0,
        [builder.Run("start", "gd", "constant", mixing: null)],
        figures));

    /// <summary>An experiment that repeats a trace's run and draws figures of it.</summary>
    internal Experiment Repeated(
        ParseResult parsed, TraceSource source, Run run, string inspection, string about, ExperimentBuilder builder, ListNode figures) =>
        Question(parsed, source.NameOf(inspection), about, builder, figures, source.Landscape) with { Runs = [run], Seed = run.Seed };

    /// <summary>Computes what an inspection finds, draws its figures and publishes the folder.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="experiment">The question.</param>
    /// <param name="files">The names of the tables.</param>
    /// <param name="find">Computes what is found.</param>
    /// <param name="tables">What is written of it.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    internal (TFound Found, ExperimentResults Results) Execute<TFound>(
        ParseResult parsed,
        Experiment experiment,
        IReadOnlyList<string> files,
        Func<AnalysisContext, TFound> find,
        Func<TFound, IEnumerable<ResultFile>> tables,
        CancellationToken cancellation)
    {
        TFound? found = default;
        var analysis = new Analysis(files, context => tables(found = find(context)));
        ExperimentResults results = Executor.Execute(experiment, Run.Output.Execute(parsed), cancellation, analysis);
        return (found!, results);
    }

    /// <summary>The experiment with titles that say what its figures are about.</summary>
    internal static Experiment Titled(string about, Experiment experiment) => experiment with
    {
        Figures = [.. experiment.Figures.Select(f => f with { Title = f.Title ?? $"{about}: {experiment.Landscape.Info.Title}" })],
    };

    /// <summary>A rectangle written x0,x1,y0,y1; null where it is not given.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static Node? Window(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        double[] ends = [.. text.Split(',').Select(part => InvariantNumber.TryParse(part.Trim(), out double end) ? end : double.NaN)];
        return ends is [var x0, var x1, var y0, var y1] && new Domain(x0, x1, y0, y1).IsValid
            ? RunOptions.Pair(parsed, option)
            : throw new InputException(option.Name, $"'{text}' is not a rectangle: expected four numbers x0,x1,y0,y1 with {Domain.Rule}");
    }

    /// <summary>A point written X,Y.</summary>
    /// <exception cref="InputException">It is not given, or no point.</exception>
    internal static Point Point(ParseResult parsed, Option<string?> option)
    {
        string text = parsed.GetValue(option) ?? throw new InputException(option.Name, "give a point X,Y");
        string[] parts = text.Split(',');
        return parts.Length == 2 && InvariantNumber.TryParse(parts[0].Trim(), out double x) && InvariantNumber.TryParse(parts[1].Trim(), out double y)
            ? new(x, y)
            : throw new InputException(option.Name, $"'{text}' is not a point: expected two numbers X,Y");
    }

    internal static Node Node(Option option, Point point) =>
        ExperimentBuilder.Word(option, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{point.X};{point.Y}"));

    /// <summary>A whole number in a range.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static int Whole(ParseResult parsed, Option<string?> option, int fallback, int lowest, int highest)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return fallback;
        }

        return InvariantNumber.TryParse(text, out long value) && value >= lowest && value <= highest
            ? (int)value
            : throw new InputException(option.Name, FormattableString.Invariant($"'{text}' is not a whole number from {lowest} to {highest}"));
    }

    /// <summary>A number greater than 0.</summary>
    /// <exception cref="InputException">It is none.</exception>
    internal static double Positive(ParseResult parsed, Option<string?> option, double fallback) => parsed.GetValue(option) is not { } text ? fallback
        : InvariantNumber.TryParse(text, out double value) && value > 0 ? value
        : throw new InputException(option.Name, $"'{text}' is not a number greater than 0");

    /// <summary>Says what was found: JSON, or lines for people and the files.</summary>
    internal void Report(ParseResult parsed, ExperimentResults results, Action<System.Text.Json.Utf8JsonWriter> json, IEnumerable<string> lines)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Run.Output.Json))
        {
            Terminal.Report.Json(output, writer =>
            {
                json(writer);
                writer.WriteString("folder", Terminal.Report.Relative(results.Folder));
                writer.WriteStartArray("files");
                foreach (string file in results.Files)
                {
                    writer.WriteStringValue(file);
                }

                writer.WriteEndArray();
            });
        }
        else if (!parsed.GetValue(Run.Output.Quiet))
        {
            foreach (string line in lines)
            {
                output.WriteLine(line);
            }

            output.WriteLine();
            output.WriteLine("Written:");
            foreach (string file in results.Files)
            {
                output.WriteLine("  " + Path.Combine(Terminal.Report.Relative(results.Folder), file));
            }
        }
    }
}
