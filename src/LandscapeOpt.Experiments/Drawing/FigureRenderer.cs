using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Experiments.Tuning;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Drawing;

/// <summary>The computed runs of an experiment, as its figures need them.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Resolved">The resolved experiment, UTF-8 JSON.</param>
/// <param name="Runs">Results and traces, in the order of the runs.</param>
/// <param name="TraceHashes">SHA-256 of each run's trace as CSV.</param>
/// <param name="Answers">What else is known, and where what figures ask for is noted.</param>
public sealed record DrawnRuns(
    Experiment Experiment,
    byte[] Resolved,
    IReadOnlyList<(RunResult Result, Trace Trace)> Runs,
    IReadOnlyList<KeyValuePair<string, string>> TraceHashes,
    Answers Answers)
{
    /// <summary>The runs that the figures of an experiment show, by their place in the plan: all unless every figure names some.</summary>
    public static IEnumerable<int> Indices(Experiment experiment, RunPlan plan) =>
        experiment.Figures.Count == 0 ? []
        : experiment.Figures.Any(f => f.Runs.Count == 0) ? Enumerable.Range(0, plan.Count)
        : experiment.Figures.SelectMany(f => f.Runs).SelectMany(plan.Find).Distinct().Order();
}

/// <summary>Draws figures and packs their recipes into the files.</summary>
public static class FigureRenderer
{
    /// <summary>Draws one figure in pixels, with everything that its files say.</summary>
    /// <param name="spec">The figure.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="cancellation">Stops what the figure computes itself.</param>
    public static RenderedFigure Render(FigureSpec spec, DrawnRuns runs, CancellationToken cancellation = default) =>
        Render(spec, runs, RenderedFigure.MostKept, cancellation);

    private static RenderedFigure Render(FigureSpec spec, DrawnRuns runs, int mostKept, CancellationToken cancellation)
    {
        FigureInput input = spec.Kind.Prepare(Input(spec, runs), Source(spec, runs, cancellation));
        Theme theme = spec.Page.Transparent ? spec.Page.Theme.OnTransparent() : spec.Page.Theme;
        return new(
            spec.Name, spec.Page, spec.Page.Size ?? spec.Kind.SizeFor(input), theme.Background, canvas => spec.Kind.Draw(canvas, input, theme), Info, mostKept);

        FigureInfo Info(string pixels)
        {
            FigureRecipe recipe = FigureRecipe.Of(spec.Name, pixels, runs.TraceHashes, runs.Resolved);
            return new(input.Title, spec.Kind.Describe(input), recipe.Write(), "LandscapeOpt " + recipe.Version);
        }
    }

    /// <summary>Draws all figures into a results folder.</summary>
    /// <param name="folder">The results folder.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="formats">"png", "svg".</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="progress">Told the share of a large page that is drawn; may be null.</param>
    /// <param name="mostKept">The most pixels of a page that are kept in memory.</param>
    /// <returns>The sentence of each figure for readers who cannot see it.</returns>
    internal static IReadOnlyList<(string Name, string AltText)> Write(
        ResultsFolder folder,
        DrawnRuns runs,
        IReadOnlyList<string> formats,
        CancellationToken cancellation,
        Action<double>? progress = null,
        int mostKept = RenderedFigure.MostKept)
    {
        var texts = new List<(string Name, string AltText)>();
        foreach (FigureSpec spec in formats.Count == 0 ? [] : runs.Experiment.Figures)
        {
            cancellation.ThrowIfCancellationRequested();
            RenderedFigure figure = Render(spec, runs, mostKept, cancellation);

            // PNG first: an SVG file tells the hash of the same pixels.
            foreach (string format in formats.Order(StringComparer.Ordinal))
            {
                folder.Write($"{ResultsLayout.Figures}/{spec.Name}.{format}", stream => figure.Write(stream, format, progress, cancellation));
            }

            texts.Add((spec.Name, figure.Info(cancellation).Description));

            if (spec.Kind is Ranking ranking)
            {
                folder.Write($"{ResultsLayout.Figures}/{spec.Name}.csv", RankingCsv.Bytes(RankingTable.Of(Input(spec, runs), ranking.Floor)));
            }
        }

        return texts;
    }

    private static (RunResult Result, Trace Trace)[] Shown(FigureSpec spec, DrawnRuns runs) =>
        [.. runs.Runs.Where(r => spec.Runs.Count == 0 || spec.Shows(r.Result.Run))];

    private static FigureSource Source(FigureSpec spec, DrawnRuns runs, CancellationToken cancellation) => new(
        [.. Shown(spec, runs).Select(s => s.Result.Run)],
        (run, path) => RunPath.Parse(path, [run.Name]).Find(run, out _),
        runs.Answers,
        cancellation)
    {
        Subtitle = spec.Subtitle,
    };

    private static FigureInput Input(FigureSpec spec, DrawnRuns runs)
    {
        (RunResult Result, Trace Trace)[] shown = Shown(spec, runs);
        return new()
        {
            Title = spec.Title ?? Captions.Title(runs.Experiment),
            Subtitle = spec.Subtitle ?? Captions.Subtitle(runs.Experiment, [.. shown.Select(s => s.Result.Run)]),
            Landscape = shown[0].Result.Run.Landscape,
            Runs = [.. shown.Select(s => WithTuning(FigureRun.From(s.Result, s.Trace), Protocol.Chosen(runs.Experiment, s.Result.Run)))],
        };
    }

    // What was chosen is worth more room than that the run went to its end.
    private static FigureRun WithTuning(FigureRun run, string? chosen) => chosen is null ? run : run with
    {
        Ending = $"{chosen}, {(run.Ending.StartsWith("finished, ", StringComparison.Ordinal) ? run.Ending["finished, ".Length..] : run.Ending)}",
    };
}
