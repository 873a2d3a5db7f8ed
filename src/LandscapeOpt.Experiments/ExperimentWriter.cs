using System.Text.Encodings.Web;
using System.Text.Json;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Binding;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments;

/// <summary>Writes the resolved experiment: every default spelled out, so that reading it back gives the same results.</summary>
public static class ExperimentWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8 JSON with \n line ends, ending with one.</summary>
    public static byte[] Write(Experiment experiment)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, experiment);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Experiment experiment)
    {
        json.WriteStartObject();
        json.WriteString("name", experiment.Name);
        Optional(json, "title", experiment.Title);
        Optional(json, "description", experiment.Description);
        json.WriteNumber("seed", experiment.Seed);
        json.WriteStartArray("runs");
        foreach (Run run in experiment.Runs)
        {
            Write(json, run, experiment.Sweep, experiment.Tunings.GetValueOrDefault(run.Name));
        }

        json.WriteEndArray();
        SweepWriter.Write(json, experiment);
        json.WriteString("traces", Kebab.Of(experiment.Traces));
        Strings(json, "columns", experiment.Columns);
        json.WriteStartArray("figures");
        foreach (FigureSpec figure in experiment.Figures)
        {
            Write(json, figure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FigureSpec figure)
    {
        json.WriteStartObject();
        Member member = FigureCatalogue.Catalogue.Of(figure.Kind);
        json.WriteString("kind", member.Name);
        json.WriteString("name", figure.Name);
        Strings(json, "runs", figure.Runs);
        Optional(json, "title", figure.Title);
        Optional(json, "subtitle", figure.Subtitle);
        Settings(json, member.Parameters, figure.Kind);
        json.WriteStartObject("page");
        json.WriteString("theme", figure.Page.Theme.Name);
        if (figure.Page.Size is { } size)
        {
            Coordinates(json, "size", new(size.Width, size.Height));
        }

        json.WriteNumber("scale", figure.Page.Scale);
        json.WriteBoolean("transparent", figure.Page.Transparent);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Run run, Sweep sweep, Tuning.Tuning? tuning)
    {
        json.WriteStartObject();
        json.WriteString("name", run.Name);
        Member(json, "landscape", run.Landscape, "landscape");
        if (!sweep.StartsAtDefault.Contains(run.Name, StringComparer.Ordinal))
        {
            Coordinates(json, "start", run.Start);
        }

        json.WriteNumber("steps", run.Steps);
        if (sweep.AimsAtMinimum.Contains(run.Name, StringComparer.Ordinal))
        {
            json.WriteString("target", RunKeys.Minimum);
        }
        else if (run.Target is { } target)
        {
            Coordinates(json, "target", target);
        }

        json.WriteNumber("seed", run.Seed);
        json.WriteStartObject("stop");
        Settings(json, RunKeys.Stop, run.Stop);
        json.WriteEndObject();
        Member(json, "optimizer", run.Optimizer, "optimizer");
        Member(json, "schedule", run.Schedule, "schedule");
        Member(json, "mixing", run.Mixing, "mixing");
        if (run.Transforms.Count > 0)
        {
            json.WriteStartArray("transforms");
            foreach (object transform in run.Transforms)
            {
                Member(json, null, transform, "transform");
            }

            json.WriteEndArray();
        }

        if (run.Averaging is { } averaging)
        {
            Member(json, "averaging", averaging, "averaging");
        }

        if (tuning is not null)
        {
            json.WriteStartObject(Tuning.TuningBinder.Key);
            Settings(json, Tuning.Tuning.Keys, tuning);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A catalogue member as an object with its kind and every parameter.</summary>
    internal static void Member(Utf8JsonWriter json, string? key, object value, string noun)
    {
        Member member = Kinds.Of(noun).Of(value);
        if (key is not null)
        {
            json.WritePropertyName(key);
        }

        json.WriteStartObject();
        json.WriteString("kind", member.Name);
        Settings(json, member.Parameters, value);
        json.WriteEndObject();
    }

    private static void Settings(Utf8JsonWriter json, IEnumerable<Parameter> parameters, object value)
    {
        foreach (Parameter parameter in parameters.Where(p => !p.IsShorthand))
        {
            if (parameter.Get(value) is { } set)
            {
                json.WritePropertyName(parameter.Name);
                Value(json, parameter, set);
            }
        }
    }

    /// <summary>A parameter's value.</summary>
    internal static void Value(Utf8JsonWriter json, Parameter parameter, object value)
    {
        switch (value)
        {
            case double number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case NumberList list:
                Numbers(json, [.. list]);
                break;
            case Point point:
                Numbers(json, point.X, point.Y);
                break;
            case Domain domain:
                json.WriteStartArray();
                Numbers(json, domain.X0, domain.X1);
                Numbers(json, domain.Y0, domain.Y1);
                json.WriteEndArray();
                break;
            case NamedNumbers numbers:
                json.WriteStartObject();
                foreach ((string name, double number) in numbers)
                {
                    json.WriteNumber(name, number);
                }

                json.WriteEndObject();
                break;
            case NamedMembers members:
                json.WriteStartObject();
                foreach ((string name, object member) in members)
                {
                    Member(json, name, member, parameter.Catalogue!);
                }

                json.WriteEndObject();
                break;
            default:
                Member(json, null, value, parameter.Catalogue!);
                break;
        }
    }

    private static void Coordinates(Utf8JsonWriter json, string key, Point point)
    {
        json.WritePropertyName(key);
        Numbers(json, point.X, point.Y);
    }

    private static void Numbers(Utf8JsonWriter json, params ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray();
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }
}
