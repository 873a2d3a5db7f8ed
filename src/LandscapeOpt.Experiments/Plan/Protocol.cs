using System.Globalization;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>How runs were made comparable, in words: what figures state about tuning and budget.</summary>
internal static class Protocol
{
    /// <summary>"Learning rate η tuned for each run: the lowest final loss of 25 from 0.001 to 10 (log grid)"; null where nothing was tuned.</summary>
    internal static string? Of(Experiment experiment, IEnumerable<Run> runs)
    {
        string[] names = [.. runs.Select(r => r.StreamName ?? r.Name).Distinct(StringComparer.Ordinal)];
        Tuning[] tunings = [.. names.Select(n => experiment.Tunings.GetValueOrDefault(n)).OfType<Tuning>()];
        string[] untuned = [.. names.Where(n => !experiment.Tunings.ContainsKey(n))];
        string which = untuned.Length == 0 ? "each run"
            : untuned.Length <= 3 ? $"each run but {string.Join(" and ", untuned)}"
            : string.Create(CultureInfo.InvariantCulture, $"{tunings.Length} of {names.Length} runs");
        return tunings.Select(t => t with { Chosen = null }).Distinct().ToArray() switch
        {
            [] => null,
            [{ Parameter: "learningRate" } only] => $"Learning rate η tuned for {which}: {Rule(only)}",
            [var only] => $"{only.Parameter} tuned for {which}: {Rule(only)}",
            _ => $"Tuned for {which}, by several rules",
        };
    }

    /// <summary>"η 0.126": what was chosen for a run; null where nothing was.</summary>
    internal static string? Chosen(Experiment experiment, Run run) =>
        experiment.Tunings.GetValueOrDefault(run.StreamName ?? run.Name) is { Chosen: not null } tuning
            && tuning.Path.Find(run, out _)?.Get(run) is IFormattable value
            ? $"{Symbol(tuning)} {(value is double number ? NumberText.Short(number) : value.ToString(null, CultureInfo.InvariantCulture))}"
            : null;

    private static string Symbol(Tuning tuning) => tuning.Parameter is "learningRate" ? "η" : tuning.Parameter;

    private static string Rule(Tuning tuning) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Best(tuning)} of {tuning.Count} from {tuning.From} to {tuning.To} (log grid)");

    private static string Best(Tuning tuning) => tuning.By is TuningRule.FinalLoss
        ? "the lowest final loss"
        : string.Create(CultureInfo.InvariantCulture, $"the fewest steps to a loss within {tuning.Tolerance} of the minimum");
}
