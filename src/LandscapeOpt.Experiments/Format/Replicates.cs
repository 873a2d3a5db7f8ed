using System.Text.Json;
using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Repetitions of every run with other seeds.</summary>
/// <param name="Seeds">The seeds; null where the run's own seed is counted up.</param>
/// <param name="Count">How many.</param>
/// <param name="Quantiles">The probabilities of the quantiles in the summary beside the median, ascending.</param>
public sealed record Replicates(IReadOnlyList<long>? Seeds, int Count, IReadOnlyList<double> Quantiles)
{
    /// <summary>The quartiles.</summary>
    public static IReadOnlyList<double> DefaultQuantiles { get; } = [0.25, 0.75];

    /// <summary>The seed of a repetition of a run.</summary>
    public ulong Seed(ulong own, int repetition) => Seeds is null ? unchecked(own + (ulong)repetition) : (ulong)Seeds[repetition];

    private static readonly NumberRange Counts = new(1, Sweep.MaximumRuns);

    private static readonly Parameter Seed1 = Parameters.Integer<Replicates>("seeds", _ => 0, (r, _) => r, NumberRange.NonNegative, "");

    private static readonly Parameter QuantilesKey = Parameters.Numbers<Replicates>(
        "quantiles",
        r => new([.. r.Quantiles]),
        (r, v) => r with { Quantiles = [.. v.Order().Distinct()] },
        NumberRange.Unit,
        "the probabilities of the quantiles beside the median");

    /// <summary>Reads replicates; null where they have problems.</summary>
    internal static Replicates? Read(Node node, ValueReader values)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueReader.Show(node)} is not an object: expected {{\"seeds\": 10}} or {{\"seeds\": [0, 1, 2]}}");
            return null;
        }

        Fields fields = values.Fields(entries, ["seeds", QuantilesKey.Name]);
        var read = (Replicates)values.Block(fields, new Replicates(null, 0, DefaultQuantiles), [QuantilesKey]);
        switch (fields["seeds"])
        {
            case null:
                values.Fail(node, "the key 'seeds' is missing: expected how many, or a list of seeds");
                return null;
            case ListNode { Items.Count: > 0 } list:
                long[] seeds = [.. list.Items.Select(i => values.Value(i, Seed1)).OfType<long>()];
                return read with { Seeds = seeds, Count = seeds.Length };
            case var count:
                string accepts = Invariant($"{Counts.Describe("a whole number")}, or a list of seeds");
                if (values.Integer(count, accepts) is not { } number)
                {
                    return null;
                }

                _ = Counts.Contains(number) ? null : values.Fail(count, $"{ValueReader.Show(count)} is out of range: expected {accepts}");
                return read with { Count = (int)Math.Clamp(number, 1, Sweep.MaximumRuns) };
        }
    }

    /// <summary>Writes the object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("seeds");
        if (Seeds is null)
        {
            json.WriteNumberValue(Count);
        }
        else
        {
            json.WriteStartArray();
            foreach (long seed in Seeds)
            {
                json.WriteNumberValue(seed);
            }

            json.WriteEndArray();
        }

        ExperimentWriter.Settings(json, [QuantilesKey], this);
        json.WriteEndObject();
    }

    /// <summary>The JSON Schema.</summary>
    internal static JsonObject Schema() => new()
    {
        ["description"] = "Repetitions of every run with other seeds; the summary then has medians and quantiles.",
        ["type"] = "object",
        ["required"] = new JsonArray("seeds"),
        ["properties"] = new JsonObject
        {
            ["seeds"] = new JsonObject
            {
                ["description"] = "How many, counted up from the run's own seed, or a list of seeds.",
                ["anyOf"] = new JsonArray(ParameterSchema.Number("integer", Counts), ParameterSchema.NotEmpty(ParameterSchema.Value(Seed1))),
            },
            [QuantilesKey.Name] = ParameterSchema.Of(QuantilesKey, new Replicates(null, 1, DefaultQuantiles)),
        },
        ["additionalProperties"] = false,
    };
}
