using LandscapeOpt.Analyses;
using System.Collections.Concurrent;
using LandscapeOpt.Experiments.Tuning;

namespace LandscapeOpt.Experiments.Drawing;

/// <summary>The pictures that lie beside experiment files: DIR/EXPERIMENT.FIGURE.png.</summary>
public static class Gallery
{
    /// <summary>What came of one picture.</summary>
    /// <param name="Path">Its file.</param>
    /// <param name="Difference">How it differs from the committed one; null where it does not, or where it was written.</param>
    public sealed record Entry(string Path, string? Difference);

    /// <summary>Draws all figures of the experiments anew, several at a time.</summary>
    /// <param name="experiments">Files and what they hold.</param>
    /// <param name="formats">"png", "svg".</param>
    /// <param name="jobs">How many experiments at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<Entry> Regenerate(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments, IReadOnlyList<string> formats, int jobs, CancellationToken cancellation) =>
        ForEach(experiments, jobs, (folder, experiment, spec, figure) => formats.Select(format =>
        {
            string file = PathOf(folder, experiment, spec, format);
            string partial = file + ".partial";
            try
            {
                using (FileStream stream = File.Create(partial))
                {
                    figure.Write(stream, format, cancellation: cancellation);
                }

                File.Move(partial, file, overwrite: true);
            }
            finally
            {
                File.Delete(partial);
            }

            return new Entry(file, null);
        }), cancellation);

    /// <summary>Compares what would be drawn with the committed PNG files, pixel by pixel; changes nothing but the difference pictures.</summary>
    /// <param name="experiments">Files and what they hold.</param>
    /// <param name="differences">The folder for pictures of the differences.</param>
    /// <param name="jobs">How many experiments at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<Entry> Check(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments, string differences, int jobs, CancellationToken cancellation) =>
        ForEach(experiments, jobs, (folder, experiment, spec, figure) =>
        {
            string file = PathOf(folder, experiment, spec, "png");
            return [new Entry(file, PictureDifference.Describe(file, figure, Path.Combine(differences, Path.GetFileName(file)), cancellation))];
        }, cancellation);

    private static List<Entry> ForEach(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments,
        int jobs,
        Func<string, Experiment, FigureSpec, RenderedFigure, IEnumerable<Entry>> work,
        CancellationToken cancellation)
    {
        var entries = new ConcurrentDictionary<int, IReadOnlyList<Entry>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        Parallel.For(0, experiments.Count, options, i =>
        {
            string path = experiments[i].Path;
            Experiment experiment = Tuner.Tune(experiments[i].Experiment, cancellation);
            DrawnRuns runs = ExperimentRunner.Compute(experiment, ExperimentWriter.Write(experiment), new Answers(), cancellation);
            string folder = Path.GetDirectoryName(path) ?? "";
            entries[i] = [.. experiment.Figures.SelectMany(spec => work(folder, experiment, spec, FigureRenderer.Render(spec, runs, cancellation)))];
        });
        return [.. entries.OrderBy(e => e.Key).SelectMany(e => e.Value)];
    }

    private static string PathOf(string folder, Experiment experiment, FigureSpec spec, string format) =>
        Path.Combine(folder, $"{experiment.Name}.{spec.Name}.{format}");
}
