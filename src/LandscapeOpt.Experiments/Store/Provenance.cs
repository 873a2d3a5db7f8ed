using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LandscapeOpt.Experiments.Store;

/// <summary>What a provenance.json says about results.</summary>
/// <param name="Format">The version of their format.</param>
/// <param name="Experiment">What they were made from, by <see cref="Provenance.Hash(byte[])"/>.</param>
/// <param name="Files">SHA-256 of every other file, by name; null in folders of earlier versions.</param>
internal sealed record ProvenanceRecord(int Format, string Experiment, IReadOnlyDictionary<string, string>? Files);

/// <summary>Says where and when results were made, and which files they are: the only result file that may differ between machines.</summary>
public static class Provenance
{
    /// <summary>The version of this tool.</summary>
    public static string Version => Informational.Split('+')[0];

    private static string Informational =>
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The version of the results format: a change of it makes all earlier results out of date.</summary>
    public const int ResultsFormat = 1;

    /// <summary>What results are made from, as a hash: the resolved experiment and the version of the results format.</summary>
    public static string Hash(byte[] resolved) => Hash(resolved, ResultsFormat);

    /// <summary>The same for results of another version of the format.</summary>
    internal static string Hash(byte[] resolved, int format) =>
        Convert.ToHexStringLower(SHA256.HashData([.. resolved, .. Encoding.ASCII.GetBytes(FormattableString.Invariant($"results format {format}"))]));

    /// <summary>The names of all files of results that are there and whole, sorted.</summary>
    internal static string[] FilesIn(string folder) =>
    [
        .. (Read(Path.Combine(folder, ResultsLayout.ProvenanceFile))?.Files?.Keys ?? []).Append(ResultsLayout.ProvenanceFile).Order(StringComparer.Ordinal),
    ];

    /// <summary>What a provenance.json of this tool says; null where there is none.</summary>
    internal static ProvenanceRecord? Read(string path)
    {
        try
        {
            if (Content(path) is not { } content)
            {
                return null;
            }

            using var document = JsonDocument.Parse(content);
            JsonElement results = document.RootElement.GetProperty("results");
            return new(
                results.GetProperty("format").GetInt32(),
                results.GetProperty("experiment").GetString()!,
                results.TryGetProperty("files", out JsonElement files) ? Files(files) : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The content of a file that says what results are; null where it is missing, empty or unreadable.</summary>
    internal static byte[]? Content(string path)
    {
        try
        {
            // What is no regular file is as long as an empty one, and is not to be waited for.
            return new FileInfo(path) is { Exists: true, Length: > 0 } ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 JSON.</summary>
    /// <param name="started">When the work began.</param>
    /// <param name="seconds">How long it took.</param>
    /// <param name="experiment">What the results were made from, by <see cref="Hash(byte[])"/>.</param>
    /// <param name="files">What they are: SHA-256 of every other file, by name.</param>
    internal static byte[] Write(DateTimeOffset started, double seconds, string experiment, IReadOnlyDictionary<string, string> files)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteString("commit", Informational.Contains('+', StringComparison.Ordinal)
                ? Informational[(Informational.IndexOf('+', StringComparison.Ordinal) + 1)..] : "unknown");
            json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
            json.WriteString("system", RuntimeInformation.OSDescription);
            json.WriteString("cpu", Cpu());
            json.WriteString("started", started.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteStartObject("results");
            json.WriteNumber("format", ResultsFormat);
            json.WriteString("experiment", experiment);
            json.WriteStartObject("files");
            foreach ((string name, string hash) in files)
            {
                json.WriteString(name, hash);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    // A list may have been edited: a name that leads out of the folder is not believed.
    private static Dictionary<string, string> Files(JsonElement files) =>
        files.EnumerateObject().Where(f => ResultsLayout.IsName(f.Name)).DistinctBy(f => f.Name)
            .ToDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal);

    private static string Cpu()
    {
        string vectors = Vector512.IsHardwareAccelerated ? "512-bit vectors"
            : Vector256.IsHardwareAccelerated ? "256-bit vectors"
            : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "no vectors";
        return string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {vectors}");
    }
}
