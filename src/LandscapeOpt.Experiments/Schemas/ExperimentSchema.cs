using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Binding;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Experiments.Tuning;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Mixing;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Schemas;

/// <summary>
/// The JSON Schema (2020-12) of experiment files, made from the catalogues: editors complete and check with it. What a schema cannot say stays
/// with <c>validate</c>: names that are unique or refer to something, the number of components that a rule suits, whether a minimum is
/// known, ranges inside SPECs.
/// </summary>
public static class ExperimentSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON with \n line ends, ending with one.</summary>
    public static byte[] Write() => Encoding.UTF8.GetBytes(Schema().ToJsonString(Options) + "\n");

    private static JsonObject Schema()
    {
        JsonObject properties = new()
        {
            ["$schema"] = new JsonObject { ["type"] = "string" },
            ["name"] = Described(ParameterSchema.Reference("name"), "The experiment's name: its results folder."),
            ["title"] = Described(ParameterSchema.Text(TextLimits.Title), "A title for figures."),
            ["description"] = Described(ParameterSchema.Text(TextLimits.Description), "What the experiment is about."),
        };
        AddRunDefaults(properties);
        properties.Add("runs", new JsonObject
        {
            ["description"] = "The runs. Each may say differently what is said for all.",
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = ParameterSchema.Reference("run"),
        });
        properties.Add("sweep", SweepSchema.Sweep());
        properties.Add("replicates", SweepSchema.Replicates());
        properties.Add("traces", new JsonObject
        {
            ["description"] = $"Which traces are written: every run's, none, or that of the best of each sweep: {BestRule.Text}.",
            ["enum"] = ParameterSchema.Texts(Enum.GetValues<TracePolicy>().Select(Kebab.Of)),
            ["default"] = Kebab.Of(TracePolicy.All),
        });
        properties.Add("columns", Described(
            ParameterSchema.List(new JsonObject { ["enum"] = ParameterSchema.Texts(TraceColumns.Optional) }), "Further trace columns."));
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
                NeededBy(RunKeys.LandscapeKey, new() { ["required"] = new JsonArray(RunKeys.LandscapeKey) }),
                NeededBy(RunKeys.TargetKey, new() { ["if"] = AimsAtTarget(), ["then"] = new JsonObject { ["required"] = new JsonArray(RunKeys.TargetKey) } })),
            ["$defs"] = Definitions(),
        };
    }

    private static JsonObject Definitions()
    {
        var run = new JsonObject { ["name"] = Described(ParameterSchema.Reference("name"), "The run's name, unique in the experiment.") };
        AddRunDefaults(run);
        foreach (Parameter key in RunKeys.All.Where(k => !run.ContainsKey(k.Name)))
        {
            run.Add(key.Name, ParameterSchema.Of(key, prototype: null));
        }

        run.Add("transforms", Described(ParameterSchema.List(ParameterSchema.Reference("transform")), "What happens to the mixed gradient, in order."));
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

    private static void AddRunDefaults(JsonObject properties)
    {
        foreach (string name in RunDefaults.Keys)
        {
            properties.Add(name, name switch
            {
                RunKeys.TargetKey => new JsonObject
                {
                    ["description"] = "The known final point, or \"minimum\" for the landscape's known minimum.",
                    ["anyOf"] = new JsonArray(ParameterSchema.List(ParameterSchema.Number("number", NumberRange.Any), 2), new JsonObject { ["const"] = RunKeys.Minimum }),
                },
                "stop" => new JsonObject
                {
                    ["description"] = "When a run ends before its last step.",
                    ["type"] = "object",
                    ["properties"] = new JsonObject(RunKeys.Stop.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Name, ParameterSchema.Of(k, new StopRules())))),
                    ["additionalProperties"] = false,
                },
                TuningBinder.Key => TuningSchema.Of(),
                _ => ParameterSchema.Of(RunKeys.All.First(k => k.Name == name), prototype: null),
            });
        }
    }

    private static JsonObject FigureKeys() => new()
    {
        ["name"] = Described(ParameterSchema.Reference("name"), "The figure's name: its file (default: its kind)."),
        ["runs"] = Described(ParameterSchema.List(new JsonObject { ["type"] = "string" }), "The runs that it shows (default: all)."),
        ["title"] = Described(ParameterSchema.Text(TextLimits.Title), "The title (default: the experiment's)."),
        ["subtitle"] = Described(ParameterSchema.Text(TextLimits.Subtitle), "The line below the title (default: what was run)."),
        ["page"] = new JsonObject
        {
            ["description"] = "How the page looks.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["theme"] = new JsonObject { ["enum"] = ParameterSchema.Texts(Theme.All.Select(t => t.Name)) },
                ["size"] = Described(ParameterSchema.List(ParameterSchema.Number("number", FigureBinder.Sizes), 2), "Width and height in points."),
                ["scale"] = Described(ParameterSchema.Number("number", FigureBinder.Scales), "Pixels per point (default: 2, or what shows every pixel of a larger map)."),
                ["transparent"] = new JsonObject { ["type"] = "boolean" },
            },
            ["additionalProperties"] = false,
        },
    };

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
