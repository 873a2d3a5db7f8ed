using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Binding;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Schemas;

/// <summary>The JSON Schema of sweeps and replicates: which paths there can be, and the values of each.</summary>
internal static class SweepSchema
{
    private const string RunPrefix = @"^(runs\.[a-z0-9][a-z0-9.@_-]*\.)?";
    private const string AnyName = @"[a-z0-9][a-z0-9.@_-]*";

    internal static JsonObject Sweep()
    {
        var patterns = new JsonObject();
        foreach (Parameter key in RunKeys.All)
        {
            patterns.Add($"{RunPrefix}{key.Name}$", Values([key]));
            if (key.Type is ParameterType.Point)
            {
                patterns.Add($@"{RunPrefix}{key.Name}\.(x|y)$", Values([Coordinate]));
            }
            else if (key.Type is ParameterType.Member)
            {
                AddMembers(patterns, key.Name, Kinds.Of(key.Catalogue!));
            }
        }

        foreach (Parameter key in RunKeys.Stop)
        {
            patterns.Add($@"{RunPrefix}stop\.{key.Name}$", Values([key]));
        }

        const string Transforms = @"transforms(\[\d+\]|\.\d+)";
        patterns.Add($"{RunPrefix}{Transforms}$", Values([Transform]));
        AddMembers(patterns, Transforms, Kinds.Of(Transform.Catalogue!));
        return new()
        {
            ["description"] = "What is varied: paths of values of all runs (\"optimizer.learningRate\") or of one (\"runs.NAME.schedule.decay\"), with lists or ranges. "
                + "All combinations are run, the last path fastest; a run is then called NAME@0, NAME@1, …",
            ["type"] = "object",
            ["patternProperties"] = patterns,
            ["additionalProperties"] = false,
        };
    }

    internal static JsonObject Replicates() => new()
    {
        ["description"] = "Repetitions of every run with other seeds; the summary then has medians and quantiles.",
        ["type"] = "object",
        ["required"] = new JsonArray("seeds"),
        ["properties"] = new JsonObject
        {
            ["seeds"] = new JsonObject
            {
                ["description"] = "How many, counted up from the run's own seed, or a list of seeds.",
                ["anyOf"] = new JsonArray(
                    ParameterSchema.Number("integer", new(1, Sweeps.Sweep.MaximumRuns)),
                    NotEmpty(ParameterSchema.Number("integer", NumberRange.NonNegative))),
            },
            ["quantiles"] = new JsonObject
            {
                ["description"] = "The probabilities of the quantiles beside the median.",
                ["type"] = "array",
                ["items"] = ParameterSchema.Number("number", NumberRange.Unit),
                ["default"] = new JsonArray([.. Sweeps.Replicates.DefaultQuantiles.Select(q => JsonValue.Create(q))]),
            },
        },
        ["additionalProperties"] = false,
    };

    private static Parameter Coordinate { get; } = Parameters.Number<Numbers.Point>("x", p => p.X, (p, v) => p with { X = v }, NumberRange.Any, "");

    private static Parameter Transform { get; } = RunKeys.All.First(p => p.Type is ParameterType.Member) with { Name = "transforms", Catalogue = "transform" };

    // One pattern per key, whichever kinds have it, at any depth of nested members.
    private static void AddMembers(JsonObject patterns, string path, Catalogue catalogue)
    {
        Parameter[] all = [.. catalogue.All.SelectMany(m => m.Parameters)];
        string nested = string.Join('|', all
            .Where(p => p.Catalogue == catalogue.Noun)
            .Select(p => p.Type is ParameterType.Members ? $@"\.{p.Name}\.{AnyName}" : $@"\.{p.Name}").Distinct(StringComparer.Ordinal));
        string stem = RunPrefix + path + (nested.Length > 0 ? $"({nested})*" : "");
        foreach (IGrouping<string, Parameter> key in all.SelectMany(p => p.Aliases.Prepend(p.Name), (p, name) => (p, name)).GroupBy(k => k.name, k => k.p, StringComparer.Ordinal))
        {
            if (key.All(p => p.Type is not (ParameterType.Members or ParameterType.NamedNumbers)))
            {
                patterns.Add($@"{stem}\.{Regex.Escape(key.Key)}$", Values(key));
            }

            if (key.Any(p => p.Type is ParameterType.Point))
            {
                patterns.Add($@"{stem}\.{Regex.Escape(key.Key)}\.(x|y)$", Values([Coordinate]));
            }

            foreach (Parameter entries in key.Where(p => p.Type is ParameterType.Members or ParameterType.NamedNumbers))
            {
                patterns.Add($@"{stem}\.{Regex.Escape(key.Key)}\.{AnyName}$", Values([entries.Type is ParameterType.NamedNumbers ? Coordinate : Transform with { Catalogue = entries.Catalogue }]));
            }
        }
    }

    private static JsonObject Values(IEnumerable<Parameter> parameters)
    {
        JsonObject[] schemas = [.. parameters.SelectMany(Values).DistinctBy(s => s.ToJsonString(), StringComparer.Ordinal)];
        return schemas.Length == 1 ? schemas[0] : new() { ["anyOf"] = new JsonArray(schemas) };
    }

    private static IEnumerable<JsonObject> Values(Parameter parameter)
    {
        yield return NotEmpty(ParameterSchema.Value(parameter));
        if (parameter.Type is ParameterType.Number or ParameterType.Integer)
        {
            yield return Range(parameter.Range);
        }
    }

    private static JsonObject NotEmpty(JsonObject items) => new() { ["type"] = "array", ["items"] = items, ["minItems"] = 1 };

    private static JsonObject Range(NumberRange range) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("from", "to", "count"),
        ["properties"] = new JsonObject
        {
            ["from"] = ParameterSchema.Number("number", range),
            ["to"] = ParameterSchema.Number("number", range),
            ["count"] = ParameterSchema.Number("integer", new(2, Sweeps.Sweep.MaximumRuns)),
            ["scale"] = new JsonObject { ["enum"] = new JsonArray("linear", "log"), ["default"] = "linear" },
        },
        ["additionalProperties"] = false,
        ["if"] = new JsonObject { ["required"] = new JsonArray("scale"), ["properties"] = new JsonObject { ["scale"] = new JsonObject { ["const"] = "log" } } },
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["from"] = new JsonObject { ["exclusiveMinimum"] = 0 },
                ["to"] = new JsonObject { ["exclusiveMinimum"] = 0 },
            },
        },
    };
}
