using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using LandscapeOpt.Experiments.Store;
namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>What a figure file says about how it was made: enough to make it again and to see whether anything has drifted.</summary>
/// <param name="Version">The version of the tool.</param>
/// <param name="Figure">The figure's name in the experiment.</param>
/// <param name="Pixels">SHA-256 of the picture's size and pixels, in hexadecimal.</param>
/// <param name="Traces">SHA-256 of each run's trace as CSV, by run.</param>
/// <param name="Experiment">The resolved experiment, UTF-8 JSON.</param>
public sealed record FigureRecipe(
    string Version, string Figure, string Pixels, IReadOnlyList<KeyValuePair<string, string>> Traces, byte[] Experiment)
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private const string Tool = "LandscapeOpt";

    /// <summary>Reads a recipe; null where the text is none of this tool.</summary>
    public static FigureRecipe? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return root.GetProperty("tool").GetString() is not Tool ? null : new(
                root.GetProperty("version").GetString()!,
                root.GetProperty("figure").GetString()!,
                root.GetProperty("pixels").GetString()!,
                [.. root.GetProperty("traces").EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))],
                Encoding.UTF8.GetBytes(root.GetProperty("experiment").GetRawText()));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether a text is the recipe of another tool.</summary>
    internal static bool IsOfAnotherTool(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("tool", out JsonElement tool) && !(tool.ValueKind is JsonValueKind.String && tool.ValueEquals(Tool));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The recipe as JSON.</summary>
    public string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("tool", Tool);
            json.WriteString("version", Version);
            json.WriteString("figure", Figure);
            json.WriteString("pixels", Pixels);
            json.WriteStartObject("traces");
            foreach ((string run, string hash) in Traces)
            {
                json.WriteString(run, hash);
            }

            json.WriteEndObject();
            json.WritePropertyName("experiment");
            using var experiment = JsonDocument.Parse(Experiment);
            experiment.RootElement.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The recipe of a figure made now.</summary>
    internal static FigureRecipe Of(string figure, string pixels, IReadOnlyList<KeyValuePair<string, string>> traces, byte[] experiment) =>
        new(Provenance.Version, figure, pixels, traces, experiment);
}
