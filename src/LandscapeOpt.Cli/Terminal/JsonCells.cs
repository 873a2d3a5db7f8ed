using System.Globalization;
using System.Text.Json;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Writes table cells as JSON; NaN and infinities, which JSON has no numbers for, as texts.</summary>
internal static class JsonCells
{
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
            case string text:
                json.WriteString(name, text);
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }
}
