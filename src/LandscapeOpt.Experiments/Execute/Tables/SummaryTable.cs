using System.Globalization;
using CsvHelper;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>A summary as people and scripts read it: column names and rows of strings and numbers, in memory or read back from summary.csv.</summary>
/// <param name="Columns">The column names.</param>
/// <param name="Rows">One row per run; null cells are empty.</param>
public sealed record SummaryTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private static readonly string[] TextColumns = ["run", "outcome", "reason"];

    /// <summary>Reads a summary.csv.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SummaryTable Read(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',' });
        csv.ReadHeader();
        string[] columns = [.. csv.Headers];
        var rows = new List<IReadOnlyList<object?>>();
        while (csv.Read())
        {
            rows.Add([.. columns.Select((name, i) => Cell(name, csv.GetString(i)))]);
        }

        return new(columns, rows);
    }

    /// <summary>The cell of a row in the column of that name; null where it is empty or there is no such column.</summary>
    public object? Cell(int row, string column) => Columns.ToList().IndexOf(column) is >= 0 and var index ? Rows[row][index] : null;

    private static object? Cell(string column, string text) => text.Length == 0 ? null
        : TextColumns.Contains(column) ? text
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? whole
        : double.TryParse(text, CultureInfo.InvariantCulture, out double number) ? number
        : text;
}
