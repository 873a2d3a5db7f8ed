using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The JSON Schema of sweeps and replicates: which paths there can be, and the values of each.</summary>
internal static class SweepSchema
{
    private const string RunPrefix = @"^(runs\.[a-z0-9][a-z0-9.@_-]*\.)?";
    private const string AnyName = @"[a-z0-9][a-z0-9.@_-]*";

    internal static JsonObject Sweep()
    {
        var patterns = new JsonObject();
        foreach (Parameter key in Run.Keys)
        {
            switch (key.Type)
            {
                case ParameterType.Block:
                    foreach (Parameter inner in key.Keys)
                    {
                        patterns.Add($@"{RunPrefix}{key.Name}\.{inner.Name}$", Values([inner]));
                    }

                    break;
                case ParameterType.MemberList:
                    string numbered = $@"{key.Name}(\[\d+\]|\.\d+)";
                    patterns.Add($"{RunPrefix}{numbered}$", Values([key with { Type = ParameterType.Member }]));
                    AddMembers(patterns, numbered, Kinds.Of(key.Catalogue!));
                    break;
                default:
                    patterns.Add($"{RunPrefix}{key.Name}$", Values([key]));
                    if (key.Type is ParameterType.Point)
                    {
                        patterns.Add($@"{RunPrefix}{key.Name}\.(x|y)$", Values([Coordinate]));
                    }
                    else if (key.Type is ParameterType.Member)
                    {
                        AddMembers(patterns, key.Name, Kinds.Of(key.Catalogue!));
                    }

                    break;
            }
        }

        return new()
        {
            ["description"] = "What is varied: paths of values of all runs (\"optimizer.learningRate\") or of one (\"runs.NAME.schedule.decay\"), "
                + "with lists or ranges. "
                + "All combinations are run, the last path fastest; a run is then called NAME@0, NAME@1, …",
            ["type"] = "object",
            ["patternProperties"] = patterns,
            ["additionalProperties"] = false,
        };
    }

    private static Parameter Coordinate { get; } = Parameters.Number<Numbers.Point>("x", p => p.X, (p, v) => p with { X = v }, NumberRange.Any, "");

    // One pattern per key, whichever kinds have it, at any depth of nested members.
    private static void AddMembers(JsonObject patterns, string path, Catalogue catalogue)
    {
        Parameter[] all = [.. catalogue.All.SelectMany(m => m.Parameters)];
        string nested = string.Join('|', all
            .Where(p => p.Catalogue == catalogue.Noun)
            .Select(p => p.Type is ParameterType.Members ? $@"\.{p.Name}\.{AnyName}" : $@"\.{p.Name}").Distinct(StringComparer.Ordinal));
        string stem = RunPrefix + path + (nested.Length > 0 ? $"({nested})*" : "");
        foreach (IGrouping<string, Parameter> key in all.SelectMany(p => p.Aliases.Prepend(p.Name), (p, name) => (p, name))
            .GroupBy(k => k.name, k => k.p, StringComparer.Ordinal))
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
                patterns.Add($@"{stem}\.{Regex.Escape(key.Key)}\.{AnyName}$",
                    Values([entries.Type is ParameterType.NamedNumbers ? Coordinate : entries with { Type = ParameterType.Member }]));
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
        yield return ParameterSchema.NotEmpty(ParameterSchema.Value(parameter));
        if (parameter.Type is ParameterType.Number or ParameterType.Integer)
        {
            yield return Range(parameter.Range);
        }
    }

    private static JsonObject Range(NumberRange range)
    {
        JsonObject schema = ParameterSchema.Block(SweepRange.Keys(range), new SweepRange(0, 0, 2, IsLogarithmic: false, AreWhole: false));
        schema.Add("if", new JsonObject
        {
            ["required"] = new JsonArray("scale"),
            ["properties"] = new JsonObject { ["scale"] = new JsonObject { ["const"] = "log" } },
        });
        schema.Add("then", new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["from"] = new JsonObject { ["exclusiveMinimum"] = 0 },
                ["to"] = new JsonObject { ["exclusiveMinimum"] = 0 },
            },
        });
        return schema;
    }
}
