using System.Globalization;
using CsvHelper;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>The path of a run as a results folder keeps it: a trace, and the run that the experiment beside it describes.</summary>
public sealed record TraceSource
{
    private const int LongestRow = 1 << 20;

    private TraceSource(string name, string title, IReadOnlyList<Point> points, Run? run, Node? landscape) =>
        (Name, Title, Points, Run, Landscape) = (name, title, points, run, landscape);

    /// <summary>The trace's name.</summary>
    public string Name { get; }

    /// <summary>The trace's name among all traces: with the experiment's where that is told.</summary>
    public string Title { get; }

    /// <summary>w_0, …, w_T; at least one point.</summary>
    public IReadOnlyList<Point> Points { get; }

    /// <summary>The run, where an experiment.json beside the traces tells it; null for a trace without one.</summary>
    public Run? Run { get; }

    /// <summary>The run's landscape as it was written; null where it is not told.</summary>
    public Node? Landscape { get; }

    /// <summary>A name for what is found out about it: "line-guided-easy-hard-guided".</summary>
    public string NameOf(string inspection) => Names.From($"{inspection}-{Title}");

    /// <summary>Reads a trace CSV, or the first run's trace of a results folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="InputException">There is no such trace, or it has no columns x and y of numbers.</exception>
    public static TraceSource Read(string path)
    {
        string file = Directory.Exists(path) ? FirstTrace(path) : path;
        if (!File.Exists(file))
        {
            throw new InputException(path, "there is no such trace or results folder");
        }

        string name = Path.GetFileNameWithoutExtension(file);
        string experiment = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(file))!) ?? "", ResultsLayout.ExperimentFile);
        Experiment? told = File.Exists(experiment) ? ExperimentFiles.Read([experiment], [], _ => true)[0].Experiment : null;
        Run? run = told?.Runs.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal));
        string title = told is null || run is null ? name : told.Runs.Count == 1 ? told.Name : $"{told.Name}-{name}";
        return new(name, title, PointsOf(file), run, run is null ? null : LandscapeOf(experiment, name));
    }

    private static Node? LandscapeOf(string experiment, string run)
    {
        var problems = new List<Problem>();
        var document = JsonText.Read(experiment, InputFile.Read(experiment, InputFile.LargestExperiment), problems) as ObjectNode;
        ObjectNode? entry = (document?.Find("runs") as ListNode)?.Items.OfType<ObjectNode>()
            .FirstOrDefault(r => r.Find("name") is TextNode { Value: var name } && string.Equals(name, run, StringComparison.Ordinal));
        return entry?.Find("landscape") ?? document?.Find("landscape");
    }

    private static string FirstTrace(string folder)
    {
        string traces = Path.Combine(folder, "traces");
        string[] files = Directory.Exists(traces) ? [.. Directory.EnumerateFiles(traces, "*.csv").Order(StringComparer.Ordinal)] : [];
        if (files.Length != 1)
        {
            throw new InputException(folder, files.Length == 0
                ? "there is no traces/*.csv in this folder"
                : $"this folder has several traces: give one of {string.Join(", ", files.Select(f => "traces/" + Path.GetFileName(f)))}");
        }

        return files[0];
    }

    private static List<Point> PointsOf(string file)
    {
        try
        {
            InputFile.Check(file, InputFile.LargestTrace);
            using CsvReader csv = CsvReader.FromFile(file, CsvReaderOptions.Default with { Separator = ',', MaxRecordSize = LongestRow });
            csv.ReadHeader();
            string[] header = [.. csv.Headers];
            int x = Array.IndexOf(header, "x"), y = Array.IndexOf(header, "y");
            if (x < 0 || y < 0)
            {
                throw new InputException(file, "the trace has no columns x and y");
            }

            var points = new List<Point>();
            while (csv.Read())
            {
                points.Add(new(Number(csv.GetString(x)), Number(csv.GetString(y))));
                if (points.Count > Run.MaximumSteps + 1)
                {
                    throw new InputException(file, FormattableString.Invariant($"the trace has more than {Run.MaximumSteps + 1:N0} rows, which no run has"));
                }
            }

            return points.Count > 0 ? points : throw new InputException(file, "the trace has no rows");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InputException(file, "cannot be read as a trace: " + e.Message.TrimEnd('.').ReplaceLineEndings(" "));
        }

        double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new InputException(file, $"'{text}' is not a number");
    }
}
