using System.Collections.Concurrent;
using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>The pictures that lie beside experiment files: DIR/EXPERIMENT.FIGURE.png.</summary>
public static class Gallery
{
    /// <summary>What came of one picture.</summary>
    /// <param name="Path">Its file.</param>
    /// <param name="Difference">How it differs from the committed one; null where it does not, or where it was written.</param>
    public sealed record Entry(string Path, string? Difference);

    /// <summary>Draws all figures of the experiments anew, several at a time. Only figures of this tool are replaced.</summary>
    /// <param name="experiments">Files and what they hold.</param>
    /// <param name="formats">"png", "svg".</param>
    /// <param name="jobs">How many experiments at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A file that is no figure of this tool is in the way; nothing was drawn.</exception>
    public static IReadOnlyList<Entry> Regenerate(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments, IReadOnlyList<string> formats, int jobs, CancellationToken cancellation)
    {
        Refuse(experiments, formats, ComplaintToReplace);
        return ForEach(experiments, jobs, (folder, experiment, spec, figure) => formats.Select(format =>
        {
            string file = PathOf(folder, experiment, spec, format);
            Replace(file, spec, stream => figure.Write(stream, format, cancellation: cancellation));
            return new Entry(file, null);
        }), cancellation);
    }

    /// <summary>Compares what would be drawn with the committed PNG files, pixel by pixel; changes nothing but the difference pictures.</summary>
    /// <param name="experiments">Files and what they hold.</param>
    /// <param name="differences">The folder for pictures of the differences.</param>
    /// <param name="jobs">How many experiments at a time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="InputException">A picture has a recipe of another tool, or the pictures of differences cannot be written.</exception>
    public static IReadOnlyList<Entry> Check(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments, string differences, int jobs, CancellationToken cancellation)
    {
        if (ExperimentState.Obstacle(Path.GetFullPath(differences)) is { } obstacle)
        {
            throw new InputException("--out", obstacle);
        }

        Refuse(experiments, ["png"], (file, _) => ComplaintToCompare(file, Difference(file)));
        return ForEach(experiments, jobs, (folder, experiment, spec, figure) =>
        {
            string file = PathOf(folder, experiment, spec, "png");
            return [new Entry(file, PictureDifference.Describe(file, figure, Difference(file), cancellation))];
        }, cancellation);

        string Difference(string file) => Path.Combine(differences, Path.GetFileName(file));
    }

    private static void Refuse(
        IReadOnlyList<(string Path, Experiment Experiment)> experiments, IReadOnlyList<string> formats, Func<string, FigureSpec, Problem?> complaint)
    {
        Problem[] problems =
        [
            .. experiments.SelectMany(e => e.Experiment.Figures.SelectMany(spec => formats.Select(format =>
                complaint(PathOf(Path.GetDirectoryName(e.Path) ?? "", e.Experiment, spec, format), spec)))).OfType<Problem>(),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }
    }

    private static Problem? ComplaintToReplace(string file, FigureSpec spec)
    {
        FigureRecipe? recipe = null;
        try
        {
            recipe = File.Exists(file) ? FigureFile.Recipe(file) : null;
        }
        catch (InputException)
        {
            // Whatever it is, it is not the tool's.
        }

        return (File.Exists(file) || Directory.Exists(file)) && recipe?.Figure != spec.Name
            ? new(Origin.Option(file), $"is not the figure '{spec.Name}' of this tool, and so is not replaced: move it elsewhere")
            : null;
    }

    private static Problem? ComplaintToCompare(string file, string difference)
    {
        if (File.Exists(difference) && !PictureDifference.IsPicture(difference))
        {
            return new(Origin.Option(difference), "is no picture of a difference, and so is not replaced: move it elsewhere, or choose another --out");
        }

        try
        {
            // A file that is missing or damaged differs.
            return File.Exists(file) && FigureRecipe.IsOfAnotherTool(FigureFile.Read(file).Recipe)
                ? new(Origin.Option(file), "the recipe inside is of another tool") : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    // Written beside and renamed, so that nobody sees half a figure.
    private static void Replace(string file, FigureSpec spec, Action<Stream> write)
    {
        string partial = Path.Combine(Path.GetDirectoryName(file) ?? "", $".{Path.GetFileName(file)}.{Guid.NewGuid():n}.partial");
        using FileStream stream = new(partial, FileMode.CreateNew, FileAccess.Write);
        try
        {
            write(stream);
            stream.Close();
            if (ComplaintToReplace(file, spec) is { } complaint)
            {
                // It has come there since the work began.
                throw new IOException($"{complaint}");
            }

            File.Move(partial, file, overwrite: true);
        }
        finally
        {
            stream.Close();
            File.Delete(partial);
        }
    }

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
            DrawnRuns runs = DrawnRuns.Compute(experiment, ExperimentWriter.Write(experiment), new Answers(cancellation), cancellation);
            string folder = Path.GetDirectoryName(path) ?? "";
            entries[i] = [.. experiment.Figures.SelectMany(spec => work(folder, experiment, spec, FigureRenderer.Render(spec, runs)))];
        });
        return [.. entries.OrderBy(e => e.Key).SelectMany(e => e.Value)];
    }

    private static string PathOf(string folder, Experiment experiment, FigureSpec spec, string format) =>
        Path.Combine(folder, $"{experiment.Name}.{spec.Name}.{format}");
}
