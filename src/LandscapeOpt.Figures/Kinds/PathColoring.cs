using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What the colour of a step says, and the key to it.</summary>
internal abstract class PathColoring
{
    /// <summary>The entries of the key; empty where a colour bar explains, or nothing needs to.</summary>
    public IReadOnlyList<KeyEntry> Key { get; private init; } = [];

    /// <summary>What the key is about.</summary>
    public string KeyTitle { get; private init; } = "";

    /// <summary>The numbers of the colour bar, or null.</summary>
    public Scale? Bar { get; private init; }

    /// <summary>What the colour bar is about.</summary>
    public string BarName { get; private init; } = "";

    /// <summary>The colour of the step that leaves a row.</summary>
    public abstract Color Of(int run, int row);

    /// <summary>The column that a colouring shows; null where it shows something else.</summary>
    public static string? ColumnOf(string by) => by switch
    {
        "auto" or "run" or "component" => null,
        "learning-rate" => "learning_rate",
        _ => by,
    };

    /// <summary>The colouring of that name: "auto", "run", "component", "step", or a column.</summary>
    public static PathColoring For(FigureInput input, string by, bool together, Theme theme)
    {
        bool isMixed = input.Runs.Any(r => r.Components.Count > 1 && r.Has("weight_" + r.Components[0]));
        string choice = by switch
        {
            "auto" => together && input.Runs.Count > 1 ? "run" : isMixed && input.Runs.Any(Trajectory.HasChangingWeights) ? "component" : "run",
            _ => ColumnOf(by) ?? by,
        };
        if (choice is "component" && isMixed)
        {
            IReadOnlyList<string> names = input.Runs.MaxBy(r => r.Components.Count)!.Components;
            return new ByComponent(input.Runs, theme)
            {
                KeyTitle = "step dominated by",
                Key = [.. names.Select((n, k) => new KeyEntry(n, theme.Categories[k]))],
            };
        }

        if (choice is not ("run" or "component") && ByValue.Range(input.Runs, choice) is { } range)
        {
            return new ByValue(input.Runs, choice, range, theme) { Bar = range, BarName = choice.Replace('_', ' ') };
        }

        return new ByRun(together, theme);
    }

    /// <summary>One run in the colour of text, several by run: for maps whose own colours already speak of components.</summary>
    public static PathColoring Plain(FigureInput input, Theme theme) => input.Runs.Count > 1 ? new ByRun(together: true, theme) : new InInk(theme);

    private sealed class InInk(Theme theme) : PathColoring
    {
        public override Color Of(int run, int row) => theme.Ink;
    }

    private sealed class ByRun(bool together, Theme theme) : PathColoring
    {
        public override Color Of(int run, int row) => theme.Categories[together ? run : 0];
    }

    private sealed class ByComponent(IReadOnlyList<FigureRun> runs, Theme theme) : PathColoring
    {
        private readonly byte[][] dominant = [.. runs.Select(Dominant)];

        public override Color Of(int run, int row) => theme.Categories[dominant[run].Length > row ? dominant[run][row] : 0];

        // The largest weight; of equal ones the later, so that easy dominates only where it outweighs hard.
        private static byte[] Dominant(FigureRun run)
        {
            byte[] result = new byte[run.Rows];
            double[] largest = new double[run.Rows];
            for (int k = 0; k < run.Components.Count; k++)
            {
                ReadOnlySpan<double> weights = run.Column("weight_" + run.Components[k]);
                for (int t = 0; t < weights.Length; t++)
                {
                    if (k == 0 || weights[t] >= largest[t])
                    {
                        (largest[t], result[t]) = (weights[t], (byte)k);
                    }
                }
            }

            return result;
        }
    }

    private sealed class ByValue(IReadOnlyList<FigureRun> runs, string column, Scale range, Theme theme) : PathColoring
    {
        // Steps of nearly the same value share a colour, so that they can be drawn as one line.
        private const int Shades = 64;

        public static Scale? Range(IReadOnlyList<FigureRun> runs, string column)
        {
            (double min, double max) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (FigureRun run in runs)
            {
                if (column is "step" && !run.Has("step"))
                {
                    (min, max) = (Math.Min(min, 0), Math.Max(max, run.Rows - 1));
                }

                foreach (double v in run.Column(column))
                {
                    (min, max) = double.IsFinite(v) ? (Math.Min(min, v), Math.Max(max, v)) : (min, max);
                }
            }

            return min > max ? null : min > 0 && max / min > 100 ? Scale.Log(min, max) : Scale.Linear(min, max, whole: column is "step");
        }

        public override Color Of(int run, int row)
        {
            ReadOnlySpan<double> values = runs[run].Column(column);
            double t = range.Map(values.Length > 0 ? values[row] : row);
            return theme.Sequence.At(Math.Round(Math.Clamp(double.IsNaN(t) ? 0 : t, 0, 1) * Shades) / Shades);
        }
    }
}
