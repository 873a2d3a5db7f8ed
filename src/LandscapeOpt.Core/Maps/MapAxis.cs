using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>A parameter that varies along a side of a map.</summary>
/// <param name="Path">The path to it, as sweeps write it: "optimizer.learningRate".</param>
/// <param name="From">Its value in the first column or row.</param>
/// <param name="To">Its value in the last column or row.</param>
/// <param name="IsLog">Whether equal distances are equal ratios.</param>
public sealed record MapAxis(string Path, double From, double To, bool IsLog)
{
    /// <summary>What an axis looks like as text.</summary>
    public const string Form = "PATH=from:to or PATH=from:to:log";

    /// <summary>The value of a column or row.</summary>
    /// <param name="index">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of columns or rows.</param>
    public double Value(int index, int count) => Spread.At(From, To, count, index, IsLog);

    /// <summary>Reads an axis written as <see cref="Form"/>; null where the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="complaint">What is wrong with it, in words.</param>
    public static MapAxis? Parse(string text, out string complaint)
    {
        complaint = "";
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string[] parts = text[(equals + 1)..].Split(':');
        if (equals <= 0 || parts.Length is < 2 or > 3)
        {
            complaint = $"'{text}' is no axis: expected {Form}";
        }
        else if (!IsNumber(parts[0], out double from) | !IsNumber(parts[1], out double to))
        {
            complaint = $"'{(IsNumber(parts[0], out _) ? parts[1] : parts[0])}' is not a finite number: expected {Form}";
        }
        else if (parts.Length == 3 && parts[2].Trim() is not ("log" or "linear"))
        {
            complaint = $"unknown scale '{parts[2]}': expected log or linear";
        }
        else
        {
            return new(text[..equals].Trim(), from, to, parts.Length == 3 && parts[2].Trim() is "log");
        }

        return null;
    }

    /// <summary>The axis as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}={From}:{To}{(IsLog ? ":log" : "")}");

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
