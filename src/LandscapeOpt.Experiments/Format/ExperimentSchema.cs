using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Mixing;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// The JSON Schema (2020-12) of experiment files, made from the catalogues: editors complete and check with it. What a schema cannot say stays
/// with <c>validate</c>: names that are unique or refer to something, the number of components that a rule suits, whether a minimum is
/// known, ranges inside SPECs.
/// </summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions Options =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON with \n line ends, ending with one.</summary>
    public static byte[] Write() => Encoding.UTF8.GetBytes(Schema().ToJsonString(Options) + "\n");

    private static JsonObject Schema()
    {
        JsonObject properties = new()
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["name"] = Described(ParameterSchema.Reference("name"), "The experiment's name: its results folder."),
        };
        Add(properties, Experiment.Head, Prototype);
        AddCommon(properties);
        properties.Add("runs", new JsonObject
        {
            ["description"] = "The runs. Each may say differently what is said for all.",
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = ParameterSchema.Reference("run"),
        });
        properties.Add("sweep", SweepSchema.Sweep());
        properties.Add("replicates", Replicates.Schema());
        Add(properties, Experiment.Tail, Prototype);
        properties.Add("figures", Described(ParameterSchema.List(ParameterSchema.Reference("figure")), "The figures."));
        return new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "LandscapeOpt experiment",
            ["description"] = "A landscape, one or more runs, figures.",
            ["type"] = "object",
            ["required"] = new JsonArray("name", "runs"),
            ["properties"] = properties,
            ["additionalProperties"] = false,
            ["allOf"] = new JsonArray(
                NeededBy(WrittenRun.Landscape, new() { ["required"] = new JsonArray(WrittenRun.Landscape) }),
                NeededBy(WrittenRun.Target, new() { ["if"] = AimsAtTarget(), ["then"] = new JsonObject { ["required"] = new JsonArray(WrittenRun.Target) } })),
            ["$defs"] = Definitions(),
        };
    }

    private static JsonObject Definitions()
    {
        var run = new JsonObject { ["name"] = Described(ParameterSchema.Reference("name"), "The run's name, unique in the experiment.") };
        AddCommon(run);
        Add(run, Run.Rules, prototype: null);
        var definitions = new JsonObject
        {
            ["name"] = new JsonObject
            {
                ["description"] = ParameterSchema.Sentence(Names.Rule),
                ["type"] = "string",
                ["pattern"] = Names.Pattern,
                ["maxLength"] = Names.MaximumLength,
            },
            ["run"] = new JsonObject { ["type"] = "object", ["required"] = new JsonArray("name"), ["properties"] = run, ["additionalProperties"] = false },
        };
        foreach (Catalogue catalogue in Kinds.All)
        {
            CatalogueSchema.AddTo(definitions, catalogue);
        }

        CatalogueSchema.AddTo(definitions, FigureCatalogue.Catalogue, FigureKeys);
        return definitions;
    }

    private static Experiment Prototype { get; } = new() { Name = "", Runs = [] };

    private static void Add(JsonObject properties, IEnumerable<Parameter> keys, object? prototype)
    {
        foreach (Parameter key in keys)
        {
            properties.Add(key.Name, ParameterSchema.Of(key, prototype));
        }
    }

    // What may be said for all runs.
    private static void AddCommon(JsonObject properties)
    {
        Add(properties, Run.Settings, prototype: null);
        properties.Add(TuningFormat.Key, TuningFormat.Schema());
    }

    private static JsonObject FigureKeys()
    {
        var properties = new JsonObject { ["name"] = Described(ParameterSchema.Reference("name"), "The figure's name: its file (default: its kind).") };
        Add(properties, [.. FigureSpec.Keys, FigureSpec.PageKey], prototype: null);
        return properties;
    }

    // Where the experiment leaves the key out, every run must meet the condition.
    private static JsonObject NeededBy(string key, JsonObject condition) => new()
    {
        ["if"] = new JsonObject { ["required"] = new JsonArray(key) },
        ["else"] = new JsonObject { ["properties"] = new JsonObject { ["runs"] = new JsonObject { ["items"] = condition } } },
    };

    private static JsonObject AimsAtTarget()
    {
        string[] kinds = [.. MixingCatalogue.Catalogue.Members.Where(m => m.Default.NeedsTarget).Select(m => m.Name)];
        return new()
        {
            ["required"] = new JsonArray("mixing"),
            ["properties"] = new JsonObject
            {
                ["mixing"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "string", ["pattern"] = $@"^\s*({string.Join('|', kinds)})\s*(:|$)" },
                        new JsonObject
                        {
                            ["type"] = "object",
                            ["required"] = new JsonArray("kind"),
                            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = ParameterSchema.Texts(kinds) } },
                        }),
                },
            },
        };
    }

    private static JsonObject Described(JsonObject schema, string description)
    {
        schema.Insert(0, "description", description);
        return schema;
    }
}
