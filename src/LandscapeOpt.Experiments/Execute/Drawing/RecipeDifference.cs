using System.Text.Json;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>Says in what a recipe is not the one that it should be.</summary>
public static class RecipeDifference
{
    private const int LongestValue = 60;

    /// <summary>The first difference in words, such as "runs[0].steps 20 instead of 30"; null where both say the same.</summary>
    /// <param name="recipe">The experiment in the recipe, UTF-8 JSON.</param>
    /// <param name="experiment">The experiment as it is now, resolved, UTF-8 JSON.</param>
    internal static string? Describe(byte[] recipe, byte[] experiment)
    {
        using var before = JsonDocument.Parse(recipe);
        using var now = JsonDocument.Parse(experiment);
        return First("", before.RootElement, now.RootElement);
    }

    /// <summary>The runs whose traces have other hashes in two recipes, or are in one of them only.</summary>
    public static IReadOnlyList<string> Traces(FigureRecipe before, FigureRecipe now) =>
        [.. now.Traces.Except(before.Traces).Concat(before.Traces.Except(now.Traces)).Select(t => t.Key).Distinct(StringComparer.Ordinal)];

    private static string? First(string path, JsonElement before, JsonElement now)
    {
        if (JsonElement.DeepEquals(before, now))
        {
            return null;
        }

        if (before.ValueKind is JsonValueKind.Object && now.ValueKind is JsonValueKind.Object)
        {
            IEnumerable<string> keys = now.EnumerateObject().Concat(before.EnumerateObject()).Select(p => p.Name).Distinct(StringComparer.Ordinal);
            return keys.Select(key => (before.TryGetProperty(key, out JsonElement old), now.TryGetProperty(key, out JsonElement young)) switch
            {
                (true, true) => First(path.Length == 0 ? key : $"{path}.{key}", old, young),
                (true, false) => $"{(path.Length == 0 ? key : $"{path}.{key}")} {Show(old)}, and the experiment does not",
                _ => $"nothing of {(path.Length == 0 ? key : $"{path}.{key}")} {Show(young)}",
            }).First(words => words is not null);
        }

        if (before.ValueKind is JsonValueKind.Array && now.ValueKind is JsonValueKind.Array && before.GetArrayLength() == now.GetArrayLength())
        {
            return Enumerable.Range(0, now.GetArrayLength()).Select(i => First(Invariant($"{path}[{i}]"), before[i], now[i])).First(words => words is not null);
        }

        return $"{path} {Show(before)} instead of {Show(now)}";
    }

    private static string Show(JsonElement value)
    {
        string text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
