using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The JSON Schema of a catalogue: a SPEC or an object of one of its kinds.</summary>
internal static class CatalogueSchema
{
    /// <summary>Adds the definitions of a catalogue and of each member.</summary>
    /// <param name="definitions">Takes them.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="own">Keys that every object has beside those of its kind.</param>
    internal static void AddTo(JsonObject definitions, Catalogue catalogue, Func<JsonObject>? own = null)
    {
        (Member Member, string? Pattern)[] members = [.. catalogue.All.Select(m => (m, SpecPattern.Of(m)))];
        definitions.Add(catalogue.Noun, new JsonObject
        {
            ["description"] = ParameterSchema.Sentence($"{catalogue.Noun}: a SPEC (\"kind:key=value,key=value\") or an object with a kind"),
            ["type"] = new JsonArray("string", "object"),
            ["if"] = new JsonObject { ["type"] = "string" },
            ["then"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(
                [
                    new JsonObject { ["enum"] =
                        ParameterSchema.Texts(members.Where(m => m.Pattern is not null && !m.Member.Parameters.Any(p => p.IsRequired))
                            .Select(m => m.Member.Name)) },
                    .. members.Where(m => m.Pattern is not null).Select(m => new JsonObject { ["title"] = m.Member.About.Title, ["pattern"] = m.Pattern }),
                ]),
            },
            ["else"] = new JsonObject
            {
                ["required"] = new JsonArray("kind"),
                ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = ParameterSchema.Texts(members.Select(m => m.Member.Name)) } },
                ["allOf"] = new JsonArray([.. members.Select(m => Case(catalogue, m.Member))]),
            },
        });
        foreach ((Member member, _) in members)
        {
            definitions.Add(Name(catalogue, member), Object(member, own));
        }
    }

    private static JsonObject Case(Catalogue catalogue, Member member) => new()
    {
        ["if"] = new JsonObject
        {
            ["required"] = new JsonArray("kind"),
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = member.Name } },
        },
        ["then"] = ParameterSchema.Reference(Name(catalogue, member)),
    };

    private static JsonObject Object(Member member, Func<JsonObject>? own)
    {
        JsonObject properties = own?.Invoke() ?? [];
        properties.Insert(0, "kind", new JsonObject { ["const"] = member.Name });
        var twice = new JsonArray();
        foreach (Parameter parameter in member.Parameters)
        {
            string[] keys = [parameter.Name, .. parameter.Aliases];
            for (int k = 0; k < keys.Length; k++)
            {
                properties.Add(keys[k], ParameterSchema.Of(parameter, member.Prototype));
                for (int other = 0; other < k; other++)
                {
                    twice.Add(new JsonObject { ["required"] = ParameterSchema.Texts([keys[other], keys[k]]) });
                }
            }
        }

        var schema = new JsonObject
        {
            ["title"] = member.About.Title,
            ["description"] = member.About.Rule,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        IEnumerable<Parameter> required = member.Parameters.Where(p => p.IsRequired);
        if (required.Any())
        {
            schema.Add("allOf", new JsonArray([.. required.Select(p => p.Aliases.Count == 0
                ? new JsonObject { ["required"] = new JsonArray(p.Name) }
                : new JsonObject { ["anyOf"] =
                    new JsonArray([.. p.Aliases.Prepend(p.Name).Select(k => new JsonObject { ["required"] = new JsonArray(k) })]) })]));
        }

        if (twice.Count > 0)
        {
            schema.Add("not", new JsonObject { ["anyOf"] = twice });
        }

        return schema;
    }

    private static string Name(Catalogue catalogue, Member member) => $"{catalogue.Noun}.{member.Name}";
}
