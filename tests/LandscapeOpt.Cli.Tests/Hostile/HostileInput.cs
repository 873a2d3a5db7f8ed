using System.Text;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Words of a command line, with files beside it, that nobody should type, and what is said to them.</summary>
/// <param name="Words">The words after the program's name.</param>
/// <param name="Mentions">What the line says: what is wrong, what is allowed.</param>
internal sealed record HostileInput(IReadOnlyList<string> Words, params IReadOnlyList<string> Mentions)
{
    /// <summary>The exit code.</summary>
    internal int Code { get; init; } = ExitCode.WrongInput;

    /// <summary>The number of lines that are said.</summary>
    internal int Lines { get; init; } = 1;

    /// <summary>Where it is said to be wrong, as the line begins: a file with line and column, or an option.</summary>
    internal string Place { get; init; } = "";

    /// <summary>Makes the files that it is about, in a folder.</summary>
    internal Action<string> Files { get; init; } = _ => { };

    /// <summary>A line of words, separated by blanks; two quotes stand for an empty word.</summary>
    internal static HostileInput Line(string line, params IReadOnlyList<string> mentions) =>
        new([.. line.Split(' ').Select(w => w is "''" ? "" : w)], mentions) { Place = Option(line) };

    /// <summary>A file a.json that is validated.</summary>
    internal static HostileInput Json(string json, params IReadOnlyList<string> mentions) => Bytes(Encoding.UTF8.GetBytes(json), mentions);

    /// <summary>A member of an experiment that is fine without it.</summary>
    internal static HostileInput Member(string member, params IReadOnlyList<string> mentions) => Json(Experiment(member), mentions);

    /// <summary>A figure of an experiment that is fine without it.</summary>
    internal static HostileInput Figure(string figure, params IReadOnlyList<string> mentions) => Member($"\"figures\": [{figure}]", mentions);

    /// <summary>An experiment file with another member.</summary>
    internal static string Experiment(string member) => $"{{ \"name\": \"a\", \"landscape\": \"easy-hard\", \"runs\": [{{ \"name\": \"gd\" }}], {member} }}";

    /// <summary>A file a.json of these bytes that is validated.</summary>
    internal static HostileInput Bytes(byte[] content, params IReadOnlyList<string> mentions) =>
        new(["validate", "a.json", "--quiet"], mentions) { Place = "a.json:", Files = Write("a.json", content) };

    /// <summary>Writes a file.</summary>
    internal static Action<string> Write(string name, byte[] content) => folder =>
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    };

    /// <summary>Writes a text file.</summary>
    internal static Action<string> Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    /// <summary>How it is named where it fails.</summary>
    public override string ToString() => $"{string.Join(' ', Words.Select(w => w.Length > 120 ? w[..120] + "…" : w))} [{string.Join("; ", Mentions)}]";

    // The last option of a line is what is wrong with it, unless the row says otherwise.
    private static string Option(string line) => line.Split(' ').LastOrDefault(w => w.StartsWith("--", StringComparison.Ordinal)) is { } option
        ? $"error: {(option.Split('=')[0] is "--lr" ? "--learning-rate" : option.Split('=')[0])}"
        : "error: ";
}
