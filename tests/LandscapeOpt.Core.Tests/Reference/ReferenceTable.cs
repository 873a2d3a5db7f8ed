using System.Globalization;
using System.Reflection;

namespace LandscapeOpt.Tests.Reference;

/// <summary>A CSV file of reference values, embedded in the test assembly; missing cells are NaN.</summary>
internal sealed class ReferenceTable
{
    private readonly string[] header;

    private ReferenceTable(string[] header, IReadOnlyList<string[]> rows) => (this.header, Rows) = (header, rows);

    internal IReadOnlyList<string[]> Rows { get; }

    internal static ReferenceTable Read(string path)
    {
        string name = "LandscapeOpt.Core.Tests.Reference." + path.Replace('/', '.');
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd('\r').Split(','))];
        return new(lines[0], lines[1..]);
    }

    internal string Text(int row, string column) => Rows[row][Array.IndexOf(header, column)];

    internal double Number(int row, string column) =>
        Text(row, column) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : double.NaN;
}
