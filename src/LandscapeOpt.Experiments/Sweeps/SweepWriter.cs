using System.Text.Json;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Sweeps;

/// <summary>Writes what is varied into the resolved experiment: the runs stay as written, the sweep beside them.</summary>
internal static class SweepWriter
{
    internal static void Write(Utf8JsonWriter json, Experiment experiment)
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
            json.WriteStartObject("replicates");
            Write(json, replicates);
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, SweepAxis axis, Run run, Sweep sweep)
    {
        if (axis.Values is SweepRange range)
        {
            json.WriteStartObject();
            json.WriteNumber("from", range.From);
            json.WriteNumber("to", range.To);
            json.WriteNumber("count", range.Count);
            json.WriteString("scale", range.IsLogarithmic ? "log" : "linear");
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
            ExperimentWriter.Value(json, parameter, value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Replicates replicates)
    {
        if (replicates.Seeds is { } seeds)
        {
            json.WriteStartArray("seeds");
            foreach (long seed in seeds)
            {
                json.WriteNumberValue(seed);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNumber("seeds", replicates.Count);
        }

        json.WriteStartArray("quantiles");
        foreach (double quantile in replicates.Quantiles)
        {
            json.WriteNumberValue(quantile);
        }

        json.WriteEndArray();
    }
}
