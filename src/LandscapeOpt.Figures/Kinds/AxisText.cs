using System.Globalization;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Axes of maps as text: PATH=from:to or PATH=from:to:log.</summary>
public static class AxisText
{
    /// <summary>What is accepted, in words.</summary>
    public const string Accepts = "PATH=from:to or PATH=from:to:log, such as optimizer.learningRate=0.01:1:log";

    /// <summary>Reads an axis; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="complaint">What is wrong with it.</param>
    public static MapAxis? Parse(string text, out string complaint)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] parts = equals > 0 ? text[(equals + 1)..].Split(':') : [];
        complaint = $"'{text}' is no axis: expected {Accepts}";
        if (parts is not ([_, _] or [_, _, "log" or "linear"]) || !TryNumber(parts[0], out double from) || !TryNumber(parts[1], out double to))
        {
            return null;
        }

        bool isLog = parts is [_, _, "log"];
        complaint = from == to ? $"'{text}': both ends are the same"
            : isLog && !(from > 0 && to > 0) ? $"'{text}': a logarithmic axis needs ends greater than 0"
            : "";
        return complaint.Length == 0 ? new(text[..equals].Trim(), from, to, isLog) : null;
    }

    /// <summary>The text of an axis.</summary>
    /// <param name="axis">The axis.</param>
    public static string Of(MapAxis axis) => string.Create(CultureInfo.InvariantCulture, $"{axis.Path}={axis.From}:{axis.To}{(axis.IsLog ? ":log" : "")}");

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
