using System.Globalization;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// Where a value was written: a file, line, column and JSON path, or a command-line option. Lines and paths are worked out when they are
/// asked for, so that a list of a million numbers costs little.
/// </summary>
public sealed class Origin : IEquatable<Origin>
{
    private const int LongestSource = 240, LongestPath = 200;

    private readonly SourceText? text;
    private readonly int offset;
    private readonly Origin? container;
    private readonly string? key;
    private readonly int index;

    private Origin(string source, SourceText? text, int offset, Origin? container, string? key, int index)
    {
        Source = source;
        (this.text, this.offset, this.container, this.key, this.index) = (text, offset, container, key, index);
    }

    /// <summary>The file's path as given, or the option ("--lr").</summary>
    public string Source { get; }

    /// <summary>Line, from 1; 0 for options.</summary>
    public int Line => text?.Position(offset).Line ?? 0;

    /// <summary>Column in UTF-16 characters, as editors count, from 1; 0 for options.</summary>
    public int Column => text?.Position(offset).Column ?? 0;

    /// <summary>Whether it is a place in a file.</summary>
    internal bool IsInFile => text is not null;

    /// <summary>The byte of the file; 0 for options.</summary>
    internal int Offset => offset;

    /// <summary>The JSON path ("runs[0].optimizer"); empty at the root.</summary>
    public string Path => container switch
    {
        null => "",
        _ when key is null => Invariant($"{container.Path}[{index}]"),
        { Path: { Length: > 0 } path } => path + "." + key,
        _ => key,
    };

    /// <summary>The origin of a command-line option.</summary>
    public static Origin Option(string name) => new(name, null, 0, null, null, 0);

    /// <summary>The place of a whole file, for what is wrong with all of it.</summary>
    public static Origin File(string path) => Start(new(path, []), 0);

    internal static Origin Start(SourceText text, int offset) => new(text.Name, text, offset, null, null, 0);

    internal Origin Member(string name, int at) => new(Source, text, at, this, name, 0);

    /// <summary>A key inside a text that stands here: the text's place, with the key in the path.</summary>
    internal Origin Inside(string name) => Member(name, offset);

    internal Origin Item(int number, int at) => new(Source, text, at, this, null, number);

    /// <summary>"file:line:column: path" or "--option"; of what is long a part only.</summary>
    public override string ToString()
    {
        string source = Source.Length == 0 ? "''" : Clip.Middle(Source, LongestSource);
        string place = text is null ? source : Invariant($"{source}:{Line}:{Column}");
        return Path is { Length: > 0 } path ? $"{place}: {Clip.Middle(path, LongestPath)}" : place;
    }

    /// <inheritdoc/>
    public bool Equals(Origin? other) => other is not null && offset == other.offset && Source == other.Source && Path == other.Path;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Origin);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source.GetHashCode(StringComparison.Ordinal), offset.ToString(CultureInfo.InvariantCulture));
}
