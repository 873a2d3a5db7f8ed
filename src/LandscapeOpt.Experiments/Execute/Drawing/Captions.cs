using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>What figures say in words about an experiment: a title and a line with what exactly was run.</summary>
internal static class Captions
{
    private const int LongestSubtitle = 170;

    internal static string Title(Experiment experiment) => experiment.Title ?? (experiment.Runs.Count == 1
        ? $"{Kinds.Of("optimizer").Of(experiment.Runs[0].Optimizer).About.Title}: {Name(experiment.Landscape)}"
        : Name(experiment.Landscape));

    private static string Name(ILandscape landscape) => landscape is Expression formula ? SpecWords.Printed(formula) : landscape.Info.Title;

    /// <summary>"easy-hard, 20 steps from (−1, 1). guided: gd (learning rate 0.15), exponential; random: gd (learning rate 0.2)."</summary>
    internal static string Subtitle(Experiment experiment, IReadOnlyList<Run> runs)
    {
        string landscapes = Same(runs, r => SpecWords.Of(r.Landscape, Kinds.Of("landscape"))) ?? "several landscapes";
        string steps = Same(runs, Budget) ?? "";
        string start = Same(runs, r => "from " + NumberText.Point(r.Start, 6)) ?? "";
        string head = string.Join(", ", new[] { landscapes, string.Join(' ', new[] { steps, start }.Where(t => t.Length > 0)) }.Where(t => t.Length > 0));
        if (Protocol.Of(experiment, runs) is { } protocol)
        {
            return $"{head}. {protocol}.";
        }

        string rules = Same(runs, Rules) ?? string.Join("; ", runs.Select(r => $"{r.Name}: {Rules(r)}"));
        string full = $"{head}. {rules}.";
        return full.Length <= LongestSubtitle ? full : head + ".";
    }

    private static string Budget(Run run)
    {
        string steps = run.Steps == 1 ? "1 step" : NumberText.Count(run.Steps) + " steps";
        return run.Stop.Evaluations is not { } most ? steps
            : NumberText.Count(most) + " gradient and Hessian evaluations" + (run.Steps < most ? $" in at most {steps}" : "");
    }

    // The learning rate always, everything else only where it is not the default.
    private static string Rules(Run run)
    {
        var parts = new List<string> { SpecWords.Of(run.Optimizer, Kinds.Of("optimizer"), "learningRate") };
        if (run.Schedule is not Constant)
        {
            parts.Add(SpecWords.Of(run.Schedule, Kinds.Of("schedule")));
        }

        if (run.Mixing is not Average)
        {
            parts.Add(SpecWords.Of(run.Mixing, Kinds.Of("mixing")));
        }

        parts.AddRange(run.Transforms.Select(t => SpecWords.Of(t, Kinds.Of("transform"))));
        if (run.Averaging is { } averaging)
        {
            parts.Add(SpecWords.Of(averaging, Kinds.Of("averaging")));
        }

        return string.Join(", ", parts);
    }

    private static string? Same(IReadOnlyList<Run> runs, Func<Run, string> text)
    {
        string first = text(runs[0]);
        return runs.All(r => string.Equals(text(r), first, StringComparison.Ordinal)) ? first : null;
    }
}
