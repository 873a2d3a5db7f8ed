using System.Globalization;
using System.Text;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Aligned plain-text tables: texts to the left, numbers to the right, two spaces between columns.</summary>
internal static class TextTable
{
    /// <summary>The lines of a table: its first rows, and how many more its file holds.</summary>
    /// <param name="table">The table.</param>
    /// <param name="most">How many rows are shown.</param>
    internal static IEnumerable<string> Lines<TRow>(Table<TRow> table, int most = int.MaxValue)
    {
        IReadOnlyList<Column<TRow>> columns = table.In(TableViews.Text);
        string[][] rows = [.. table.Rows.Take(most).Select(row => columns.Select(c => Cell(c, row)).ToArray())];
        int[] numbers = [.. Enumerable.Range(0, columns.Count).Where(c => columns[c].Unit.Length > 0)];
        IEnumerable<string> lines = Lines([.. columns.Select(c => c.Heading)], rows, numbers);
        return table.Rows.Count > most
            ? lines.Append(string.Create(CultureInfo.InvariantCulture, $"and {table.Rows.Count - most} more in {table.Name}.csv")) : lines;
    }

    /// <summary>The lines of a table with one line per column and each row's values beside its name.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">What stands above each row's values, and the row.</param>
    internal static IEnumerable<string> Transposed<TRow>(IEnumerable<Column<TRow>> columns, params IReadOnlyList<(string Heading, TRow Row)> rows) => Lines(
        ["measure", .. rows.Select(r => r.Heading)],
        [.. columns.Where(c => c.Views.HasFlag(TableViews.Text)).Select(string[] (c) => [c.Heading, .. rows.Select(r => Cell(c, r.Row))])],
        [.. Enumerable.Range(1, rows.Count)]);

    /// <summary>The lines of a table of texts.</summary>
    /// <param name="header">Column headings.</param>
    /// <param name="rows">Cells, as many as headings.</param>
    /// <param name="rightAligned">The columns that hold numbers.</param>
    internal static IEnumerable<string> Lines(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows, params IReadOnlyList<int> rightAligned)
    {
        int[] widths = [.. header.Select((h, c) => rows.Select(r => Width(r[c])).Append(Width(h)).Max())];
        foreach (IReadOnlyList<string> row in rows.Prepend(header))
        {
            IEnumerable<string> cells = row.Select((cell, c) =>
            {
                string padding = new(' ', widths[c] - Width(cell));
                return rightAligned.Contains(c) ? padding + cell : cell + padding;
            });
            yield return string.Join("  ", cells).TrimEnd();
        }
    }

    /// <summary>A number for people: six significant digits, a true minus is left to figures.</summary>
    internal static string Number(object? value) => value switch
    {
        null => "",
        double number when double.IsFinite(number) => Short(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The shortest digits that read back to the same number, as people write them: 1e-8, not 1E-08.</summary>
    internal static string Shortest(double number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        return text.Split('E') is [var digits, var power]
            ? string.Create(CultureInfo.InvariantCulture, $"{digits}e{int.Parse(power, CultureInfo.InvariantCulture)}")
            : text;
    }

    private static string Short(double number)
    {
        double size = Math.Abs(number);
        return number.ToString(size != 0 && (size < 1e-4 || size >= 1e7) ? "0.#####e0" : "0.######", CultureInfo.InvariantCulture);
    }

    private static string Cell<TRow>(Column<TRow> column, TRow row) => column.Text?.Invoke(row) ?? Number(column.Value(row));

    private static int Width(string text) =>
        text.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark));
}
