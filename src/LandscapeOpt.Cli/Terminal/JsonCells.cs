using System.Globalization;
using System.Text.Json;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Writes tables and their cells as JSON; NaN and infinities, which JSON has no numbers for, as texts.</summary>
internal static class JsonCells
{
    /// <summary>A table as an array of objects.</summary>
    internal static void Write<TRow>(Utf8JsonWriter json, string name, Table<TRow> table)
    {
        IReadOnlyList<Column<TRow>> columns = table.In(TableViews.Json);
        json.WriteStartArray(name);
        foreach (TRow row in table.Rows)
        {
            json.WriteStartObject();
            Write(json, columns, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A row as members of the object that is being written.</summary>
    internal static void Write<TRow>(Utf8JsonWriter json, IEnumerable<Column<TRow>> columns, TRow row)
    {
        foreach (Column<TRow> column in columns)
        {
            object? value = column.Value(row);
            if (value is not null || !column.IsOptional)
            {
                Write(json, column.Name, value);
            }
        }
    }

    internal static void Write(Utf8JsonWriter json, string name, object? cell)
    {
        switch (cell)
        {
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case double number:
                json.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                json.WriteNumber(name, number);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case IEnumerable<Point> points:
                Write(json, name, points);
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Point> points)
    {
        json.WriteStartArray(name);
        foreach (Point p in points)
        {
            json.WriteStartArray();
            json.WriteNumberValue(p.X);
            json.WriteNumberValue(p.Y);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
