using System.Globalization;
using System.Text;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Aligned plain-text tables: texts to the left, numbers to the right, two spaces between columns.</summary>
internal static class Table
{
    /// <summary>The lines of a table.</summary>
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

    private static int Width(string text) => text.EnumerateRunes().Count(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark));
}
