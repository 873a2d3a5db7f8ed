using System.Text.Json.Nodes;
using LandscapeOpt.Experiments.Schemas;

namespace LandscapeOpt.Experiments.Tuning;

/// <summary>The JSON Schema of a tuning.</summary>
internal static class TuningSchema
{
    internal static JsonObject Of() => new()
    {
        ["description"] = "What is tuned before a run: every value of a logarithmic grid is tried with the run's own budget, and the best one is taken; false for nothing.",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["const"] = false },
            new JsonObject
            {
                ["type"] = "object",
                ["required"] = new JsonArray([.. Tuning.Keys.Where(k => k.IsRequired).Select(k => JsonValue.Create(k.Name))]),
                ["properties"] = new JsonObject(Tuning.Keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, ParameterSchema.Of(k, new Tuning())))),
                ["additionalProperties"] = false,
                ["if"] = new JsonObject { ["required"] = new JsonArray("tolerance") },
                ["then"] = Rule(),
                ["else"] = new JsonObject { ["not"] = Rule() },
            }),
    };

    private static JsonObject Rule() => new()
    {
        ["required"] = new JsonArray("by"),
        ["properties"] = new JsonObject { ["by"] = new JsonObject { ["const"] = "steps-to-tolerance" } },
    };
}
