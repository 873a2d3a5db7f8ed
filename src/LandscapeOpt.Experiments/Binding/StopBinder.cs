using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Reads the stop rules.</summary>
internal sealed class StopBinder(ValueBinder values)
{
    private static readonly string[] Keys = [.. RunKeys.Stop.Select(p => p.Name)];

    internal StopRules? Bind(Node node)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not an object: expected {{\"gradientNorm\": …, \"lossBelow\": …, \"leaveDomain\": …}}");
            return null;
        }

        Fields fields = values.Fields(entries, Keys);
        object rules = new StopRules();
        foreach (Parameter key in RunKeys.Stop)
        {
            if (fields[key.Name] is { } given && values.Value(given, key) is { } value)
            {
                rules = key.With(rules, value);
            }
        }

        return (StopRules)rules;
    }
}
