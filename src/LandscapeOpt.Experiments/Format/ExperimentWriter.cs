using System.Text.Encodings.Web;
using System.Text.Json;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

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
        Settings(json, Experiment.Head, experiment);
        json.WriteNumber("seed", experiment.Seed);
        json.WriteStartArray("runs");
        foreach (Run run in experiment.Runs)
        {
            Write(json, run, experiment);
        }

        json.WriteEndArray();
        WriteSweep(json, experiment);
        Settings(json, Experiment.Tail, experiment);
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
        Member member = FigureCatalogue.Catalogue.Of(figure.Kind);
        json.WriteStartObject();
        json.WriteString("kind", member.Name);
        json.WriteString("name", figure.Name);
        Settings(json, FigureSpec.Keys, figure);
        Settings(json, member.Parameters, figure.Kind);
        Settings(json, [FigureSpec.PageKey], figure);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Run run, Experiment experiment)
    {
        json.WriteStartObject();
        json.WriteString("name", run.Name);
        foreach (Parameter key in Run.Keys)
        {
            if (key.Name is WrittenRun.Target && experiment.Sweep.AimsAtMinimum.Contains(run.Name, StringComparer.Ordinal))
            {
                json.WriteString(key.Name, Run.Minimum);
            }
            else if (key.Name is not WrittenRun.Start || !experiment.Sweep.StartsAtDefault.Contains(run.Name, StringComparer.Ordinal))
            {
                Settings(json, [key], run);
            }
        }

        if (experiment.Tunings.TryGetValue(run.Name, out Tuning? tuning))
        {
            json.WriteStartObject(TuningFormat.Key);
            Settings(json, Tuning.Keys, tuning);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // The runs stay as written, the sweep beside them.
    private static void WriteSweep(Utf8JsonWriter json, Experiment experiment)
    {
        Sweep sweep = experiment.Sweep;
        if (sweep.Axes.Count > 0)
        {
            json.WriteStartObject("sweep");
            foreach (SweepAxis axis in sweep.Axes)
            {
                json.WritePropertyName(axis.Path.Text);
                Write(json, axis, experiment.Runs.First(r => axis.Path.Concerns(r.Name)), sweep);
            }

            json.WriteEndObject();
        }

        if (sweep.Replicates is { } replicates)
        {
            json.WritePropertyName("replicates");
            replicates.Write(json);
        }
    }

    private static void Write(Utf8JsonWriter json, SweepAxis axis, Run run, Sweep sweep)
    {
        if (axis.Values is SweepRange range)
        {
            json.WriteStartObject();
            Settings(json, SweepRange.Keys(NumberRange.Any), range);
            json.WriteEndObject();
            return;
        }

        // A setting of a swept rule is found in the rule's first value.
        Run first = sweep.Axes.Where(a => a != axis && a.Path.Concerns(run.Name) && axis.Path.IsWithin(a.Path))
            .Aggregate(run, (r, a) => (Run)a.Path.Find(r, out _)!.With(r, a.Values[0]));
        Parameter parameter = axis.Path.Find(first, out _)!;
        json.WriteStartArray();
        foreach (object value in axis.Values)
        {
            Value(json, parameter, value);
        }

        json.WriteEndArray();
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

    /// <summary>The keys of an object with their values; a list without entries says nothing.</summary>
    internal static void Settings(Utf8JsonWriter json, IEnumerable<Parameter> parameters, object value)
    {
        foreach (Parameter parameter in parameters.Where(p => !p.IsShorthand))
        {
            if (parameter.Get(value) is { } set and not IReadOnlyList<object> { Count: 0 })
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
            case IReadOnlyList<string> texts:
                json.WriteStartArray();
                foreach (string text in texts)
                {
                    json.WriteStringValue(text);
                }

                json.WriteEndArray();
                break;
            case IReadOnlyList<object> members:
                json.WriteStartArray();
                foreach (object member in members)
                {
                    Member(json, null, member, parameter.Catalogue!);
                }

                json.WriteEndArray();
                break;
            case var block when parameter.Type is ParameterType.Block:
                json.WriteStartObject();
                Settings(json, parameter.Keys, block);
                json.WriteEndObject();
                break;
            default:
                Member(json, null, value, parameter.Catalogue!);
                break;
        }
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
}
