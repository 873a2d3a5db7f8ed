using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LandscapeOpt.Experiments.Results;

/// <summary>Says where and when results were made: the only result file that may differ between machines.</summary>
public static class Provenance
{
    /// <summary>The version of this tool.</summary>
    public static string Version => Informational.Split('+')[0];

    private static string Informational =>
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>The version of the results format: a change of it makes all earlier results out of date.</summary>
    public const int ResultsFormat = 1;

    /// <summary>What results are made from, as a hash: the resolved experiment and the version of the results format.</summary>
    public static string Hash(byte[] resolved) =>
        Convert.ToHexStringLower(SHA256.HashData([.. resolved, .. Encoding.ASCII.GetBytes(FormattableString.Invariant($"results format {ResultsFormat}"))]));

    /// <summary>What a provenance.json says its results were made from, and what they were; null where it says neither.</summary>
    internal static (string Experiment, string Digest)? Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement results = document.RootElement.GetProperty("results");
            return (results.GetProperty("experiment").GetString()!, results.GetProperty("digest").GetString()!);
        }
        catch (Exception e) when (e is JsonException or IOException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 JSON.</summary>
    /// <param name="started">When the work began.</param>
    /// <param name="seconds">How long it took.</param>
    /// <param name="experiment">What the results were made from, by <see cref="Hash"/>.</param>
    /// <param name="digest">What they are: a hash over all files.</param>
    internal static byte[] Write(DateTimeOffset started, double seconds, string experiment, string digest)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", Version);
            json.WriteString("commit", Informational.Contains('+', StringComparison.Ordinal) ? Informational[(Informational.IndexOf('+', StringComparison.Ordinal) + 1)..] : "unknown");
            json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
            json.WriteString("system", RuntimeInformation.OSDescription);
            json.WriteString("cpu", Cpu());
            json.WriteString("started", started.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture));
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteStartObject("results");
            json.WriteNumber("format", ResultsFormat);
            json.WriteString("experiment", experiment);
            json.WriteString("digest", digest);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string Cpu()
    {
        string vectors = Vector512.IsHardwareAccelerated ? "512-bit vectors"
            : Vector256.IsHardwareAccelerated ? "256-bit vectors"
            : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "no vectors";
        return string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, {vectors}");
    }
}
