using System.Globalization;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tuning;

/// <summary>How runs were made comparable, in words: what figures state about tuning and budget.</summary>
internal static class Protocol
{
    /// <summary>"learningRate of each run: the lowest final loss of 25 values from 0.001 to 10 (log grid)"; null where nothing was tuned.</summary>
    internal static string? Of(Experiment experiment, IEnumerable<Run> runs)
    {
        string[] names = [.. runs.Select(r => r.StreamName ?? r.Name).Distinct(StringComparer.Ordinal)];
        Tuning[] tunings = [.. names.Select(n => experiment.Tunings.GetValueOrDefault(n)).OfType<Tuning>()];
        string[] sentences = [.. tunings.Select(Sentence).Distinct(StringComparer.Ordinal)];
        string[] untuned = [.. names.Where(n => !experiment.Tunings.ContainsKey(n))];
        return sentences switch
        {
            [] => null,
            [var only] when untuned.Length == 0 => $"Tuned for each run: {only}",
            [var only] when untuned.Length <= 3 => $"Tuned for each run but {string.Join(" and ", untuned)}: {only}",
            [var only] => $"Tuned for {tunings.Length} of {names.Length} runs: {only}",
            _ => "Tuned for each run by its own rule",
        };
    }

    /// <summary>"learningRate 0.126": what was chosen for a run; null where nothing was.</summary>
    internal static string? Chosen(Experiment experiment, Run run) =>
        experiment.Tunings.GetValueOrDefault(run.StreamName ?? run.Name) is { Chosen: not null } tuning && tuning.Path.Find(run, out _)?.Get(run) is IFormattable value
            ? $"{Symbol(tuning)} {(value is double number ? Figures.Plots.NumberText.Short(number) : value.ToString(null, CultureInfo.InvariantCulture))}"
            : null;

    private static string Symbol(Tuning tuning) => tuning.Parameter is "learningRate" ? "η" : tuning.Parameter;

    private static string Sentence(Tuning tuning) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(tuning.Parameter is "learningRate" ? "learning rate η" : tuning.Parameter)} with {Rule(tuning)}, of {tuning.Count} values from {tuning.From} to {tuning.To} (log grid)");

    private static string Rule(Tuning tuning) => tuning.By is TuningRule.FinalLoss
        ? "the lowest final loss"
        : string.Create(CultureInfo.InvariantCulture, $"the fewest steps to a loss within {tuning.Tolerance} of the minimum");
}
