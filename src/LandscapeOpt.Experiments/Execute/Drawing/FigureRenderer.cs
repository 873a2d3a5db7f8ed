using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>Draws figures and packs their recipes into the files.</summary>
public static class FigureRenderer
{
    /// <summary>Draws one figure in pixels, with everything that its files say.</summary>
    /// <param name="spec">The figure.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="mostKept">The most pixels of a page that are kept in memory.</param>
    public static RenderedFigure Render(FigureSpec spec, DrawnRuns runs, int mostKept = RenderedFigure.MostKept)
    {
        FigureInput input = spec.Kind.Prepare(Input(spec, runs), runs.Answers);
        Theme theme = spec.Page.Transparent ? spec.Page.Theme.OnTransparent() : spec.Page.Theme;
        return new(
            spec.Name, spec.Page, spec.Page.Size ?? spec.Kind.SizeFor(input), theme.Background, canvas => spec.Kind.Draw(canvas, input, theme), Info, mostKept);

        FigureInfo Info(string pixels)
        {
            FigureRecipe recipe = FigureRecipe.Of(spec.Name, pixels, [.. runs.Runs.Select(r => KeyValuePair.Create(r.Result.Run.Name, r.Hash))], runs.Resolved);
            return new(input.Title, spec.Kind.Describe(input), recipe.Write(), "LandscapeOpt " + recipe.Version);
        }
    }

    /// <summary>The name of a figure's file in a results folder.</summary>
    public static string FileOf(FigureSpec spec, string format) => $"{ResultsLayout.Figures}/{spec.Name}.{format}";

    /// <summary>The numbers that a figure shows, as CSV, where it has a table of its own; null elsewhere.</summary>
    internal static byte[]? Table(FigureSpec spec, DrawnRuns runs) =>
        spec.Kind is Ranking ranking ? RankingCsv.Bytes(RankingTable.Of(Input(spec, runs), ranking.Floor)) : null;

    private static TracedRun[] Shown(FigureSpec spec, DrawnRuns runs) =>
        [.. runs.Runs.Where(r => spec.Runs.Count == 0 || spec.Shows(r.Result.Run))];

    private static FigureInput Input(FigureSpec spec, DrawnRuns runs)
    {
        TracedRun[] shown = Shown(spec, runs);
        return new()
        {
            Title = spec.Title ?? Captions.Title(runs.Experiment),
            Subtitle = spec.Subtitle ?? Captions.Subtitle(runs.Experiment, [.. shown.Select(s => s.Result.Run)]),
            HasOwnSubtitle = spec.Subtitle is not null,
            Model = shown[0].Result.Run,
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
