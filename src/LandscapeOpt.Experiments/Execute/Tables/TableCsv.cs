using System.Globalization;
using CsvHelper;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>Tables as CSV: UTF-8, comma, \n, a header, shortest round-trip numbers.</summary>
public static class TableCsv
{
    /// <summary>A file with the table's rows.</summary>
    public static ResultFile Of<TRow>(Table<TRow> table)
    {
        IReadOnlyList<Column<TRow>> columns = table.In(TableViews.Csv);
        using var stream = new MemoryStream();
        using (CsvWriter csv = CsvWriter.Create(stream, TraceCsv.Options, leaveOpen: true))
        {
            csv.WriteHeader([.. columns.Select(c => c.Name)]);
            foreach (TRow row in table.Rows)
            {
                foreach (Column<TRow> column in columns)
                {
                    Cell(csv, column.Value(row));
                }

                csv.EndRecord();
            }
        }

        return new(table.Name + ".csv", stream.ToArray());
    }

    /// <summary>A file with one row per column of a single row: its name and value.</summary>
    public static ResultFile Transposed<TRow>(string name, IReadOnlyList<Column<TRow>> columns, TRow row) => Of(new Table<Column<TRow>>(
        name, [new("measure", "", "the name", c => c.Name), new("value", "", "the value", c => c.Value(row))], columns));

    private static void Cell(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case double number:
                TraceCsv.Cell(csv, number);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case bool flag:
                csv.WriteField(flag ? "true" : "false");
                break;
            default:
                csv.WriteField(cell as string ?? "");
                break;
        }
    }
}
