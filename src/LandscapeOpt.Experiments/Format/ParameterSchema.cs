using System.Text.Json;
using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The JSON Schema of a parameter's value.</summary>
internal static class ParameterSchema
{
    /// <summary>With description and default.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="prototype">What its default is read from; null for none.</param>
    internal static JsonObject Of(Parameter parameter, object? prototype)
    {
        JsonObject schema = Value(parameter);
        if (parameter.Words.Count > 0)
        {
            schema = new() { ["anyOf"] = new JsonArray([schema, .. parameter.Words.Select(word => new JsonObject { ["const"] = word })]) };
        }

        schema.Insert(0, "description", parameter.Type is ParameterType.Block ? Sentence(parameter.Meaning)
            : $"{Sentence(parameter.Meaning)} {Sentence(parameter.Accepts)}");
        if (prototype is not null && !parameter.IsShorthand && !parameter.IsRequired && parameter.Get(prototype) is { } value)
        {
            schema.Add("default", Default(parameter, value));
        }

        return schema;
    }

    /// <summary>The accepted values alone.</summary>
    internal static JsonObject Value(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Number => Number("number", parameter.Range),
        ParameterType.Integer => Number("integer", parameter.Range),
        ParameterType.Flag => new() { ["type"] = "boolean" },
        ParameterType.Choice => new() { ["enum"] = Texts(parameter.Choices) },
        ParameterType.Text => Text(parameter.MaximumLength),
        ParameterType.Numbers => List(Number("number", parameter.Range)),
        ParameterType.Point => List(Number("number", parameter.Range), 2),
        ParameterType.Texts =>
            List(parameter.Choices.Count == 0 ? new JsonObject { ["type"] = "string" } : new JsonObject { ["enum"] = Texts(parameter.Choices) }),
        ParameterType.MemberList => List(Reference(parameter.Catalogue!)),
        ParameterType.Block => Block(parameter.Keys, parameter.Prototype!),
        ParameterType.Domain => List(List(Number("number", NumberRange.Any), 2), 2),
        ParameterType.Member => Reference(parameter.Catalogue!),
        ParameterType.Members => new()
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["propertyNames"] = Reference("name"),
            ["additionalProperties"] = Reference(parameter.Catalogue!),
        },
        _ => new() { ["type"] = "object", ["additionalProperties"] = Number("number", NumberRange.Any) },
    };

    /// <summary>An object with keys of its own.</summary>
    internal static JsonObject Block(IReadOnlyList<Parameter> keys, object prototype)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (keys.Any(k => k.IsRequired))
        {
            schema.Add("required", Texts(keys.Where(k => k.IsRequired).Select(k => k.Name)));
        }

        schema.Add("properties", new JsonObject(keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, Of(k, prototype)))));
        schema.Add("additionalProperties", false);
        return schema;
    }

    internal static JsonObject NotEmpty(JsonObject items) => new() { ["type"] = "array", ["items"] = items, ["minItems"] = 1 };

    internal static JsonObject Reference(string definition) => new() { ["$ref"] = "#/$defs/" + definition };

    internal static JsonObject Number(string type, NumberRange range)
    {
        var schema = new JsonObject { ["type"] = type };
        if (double.IsFinite(range.From))
        {
            schema.Add(range.IncludesFrom ? "minimum" : "exclusiveMinimum", range.From);
        }

        if (double.IsFinite(range.To))
        {
            schema.Add(range.IncludesTo ? "maximum" : "exclusiveMaximum", range.To);
        }
        else if (type is "integer")
        {
            schema.Add("maximum", long.MaxValue);
        }

        return schema;
    }

    internal static JsonObject List(JsonNode items, int? count = null)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = items };
        if (count is { } n)
        {
            schema.Add("minItems", n);
            schema.Add("maxItems", n);
        }

        return schema;
    }

    internal static JsonObject Text(int most) => new() { ["type"] = "string", ["maxLength"] = most };

    internal static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];

    internal static string Sentence(string phrase) => phrase.Length == 0 ? "" : char.ToUpperInvariant(phrase[0]) + phrase[1..].TrimEnd('.') + ".";

    private static JsonNode? Default(Parameter parameter, object value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ExperimentWriter.Value(json, parameter, value);
        }

        return JsonNode.Parse(stream.ToArray());
    }
}
