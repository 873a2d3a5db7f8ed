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
public sealed record DrawnRuns(
    Experiment Experiment, byte[] Resolved, IReadOnlyList<(RunResult Result, Trace Trace)> Runs, IReadOnlyList<KeyValuePair<string, string>> TraceHashes)
{
    /// <summary>The runs that the figures of an experiment show, by their place in the plan: all unless every figure names some.</summary>
    public static IEnumerable<int> Indices(Experiment experiment, RunPlan plan) =>
        experiment.Figures.Count == 0 ? []
        : experiment.Figures.Any(f => f.Runs.Count == 0) ? Enumerable.Range(0, plan.Count)
        : experiment.Figures.SelectMany(f => f.Runs).SelectMany(plan.Find).Distinct().Order();
}

/// <summary>A figure as it will be written.</summary>
/// <param name="Name">The figure's name.</param>
/// <param name="Image">The picture.</param>
/// <param name="Info">What its files say about themselves: title, description, recipe.</param>
/// <param name="Draw">Draws it on another canvas.</param>
public sealed record RenderedFigure(string Name, PixelImage Image, FigureInfo Info, Action<ICanvas> Draw);

/// <summary>Draws figures and packs their recipes into the files.</summary>
public static class FigureRenderer
{
    /// <summary>Draws one figure in pixels, with everything that its files say.</summary>
    /// <param name="spec">The figure.</param>
    /// <param name="runs">The runs.</param>
    /// <param name="cancellation">Stops what the figure computes itself.</param>
    public static RenderedFigure Render(FigureSpec spec, DrawnRuns runs, CancellationToken cancellation = default)
    {
        FigureInput input = spec.Kind.Prepare(Input(spec, runs), Source(spec, runs, cancellation));
        PageSize size = spec.Page.Size ?? spec.Kind.SizeFor(input);
        Theme theme = spec.Page.Transparent ? spec.Page.Theme.OnTransparent() : spec.Page.Theme;
        var raster = new RasterCanvas(size.Width, size.Height, spec.Page.Scale, theme.Background);
        spec.Kind.Draw(raster, input, theme);
        PixelImage image = raster.ToImage();
        FigureRecipe recipe = FigureRecipe.Of(spec.Name, image.PixelHash(), runs.TraceHashes, runs.Resolved);
        var info = new FigureInfo(input.Title, spec.Kind.Describe(input), recipe.Write(), "LandscapeOpt " + recipe.Version);
        return new(spec.Name, image, info, canvas => spec.Kind.Draw(canvas, input, theme));
    }

    /// <summary>The bytes of a figure file.</summary>
    /// <param name="spec">The figure.</param>
    /// <param name="figure">The figure, drawn.</param>
    /// <param name="format">"png" or "svg".</param>
    public static byte[] Encode(FigureSpec spec, RenderedFigure figure, string format)
    {
        if (format is "png")
        {
            return PngFile.Encode(figure.Image, figure.Info, spec.Page.Scale);
        }

        var svg = new SvgCanvas(
            figure.Image.Width / spec.Page.Scale,
            figure.Image.Height / spec.Page.Scale,
            spec.Page.Transparent ? Color.Transparent : spec.Page.Theme.Background);
        figure.Draw(svg);
        return System.Text.Encoding.UTF8.GetBytes(svg.ToSvg(figure.Info));
    }

    /// <summary>Draws all figures into a results folder.</summary>
    /// <returns>The sentence of each figure for readers who cannot see it.</returns>
    internal static IReadOnlyList<(string Name, string AltText)> Write(ResultsFolder folder, DrawnRuns runs, IReadOnlyList<string> formats, CancellationToken cancellation)
    {
        var texts = new List<(string Name, string AltText)>();
        foreach (FigureSpec spec in formats.Count == 0 ? [] : runs.Experiment.Figures)
        {
            cancellation.ThrowIfCancellationRequested();
            RenderedFigure figure = Render(spec, runs, cancellation);
            texts.Add((spec.Name, figure.Info.Description));
            foreach (string format in formats)
            {
                folder.Write($"figures/{spec.Name}.{format}", Encode(spec, figure, format));
            }

            if (spec.Kind is Ranking ranking)
            {
                folder.Write($"figures/{spec.Name}.csv", RankingCsv.Bytes(RankingTable.Of(Input(spec, runs), ranking.Floor)));
            }
        }

        return texts;
    }

    private static (RunResult Result, Trace Trace)[] Shown(FigureSpec spec, DrawnRuns runs) =>
        [.. runs.Runs.Where(r => spec.Runs.Count == 0 || spec.Shows(r.Result.Run))];

    private static FigureSource Source(FigureSpec spec, DrawnRuns runs, CancellationToken cancellation) => new(
        [.. Shown(spec, runs).Select(s => s.Result.Run)],
        (run, path) => RunPath.Parse(path, [run.Name]).Find(run, out _),
        cancellation);

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
