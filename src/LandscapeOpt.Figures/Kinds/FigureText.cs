using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Sentences made from the data, for readers who cannot see the figure.</summary>
internal static class FigureText
{
    /// <summary>Which paths go from where to where, and how they ended.</summary>
    public static string Paths(FigureInput input)
    {
        string map = $"Contour map of “{input.Landscape.Info.Title}”";
        return input.Runs.Count == 0
            ? map + "."
            : $"{map} with the {(input.Runs.Count == 1 ? "path of one run" : $"paths of {InWords(input.Runs.Count)} runs")}. "
                + string.Join(" ", input.Runs.Take(12).Select(Sentence));
    }

    /// <summary>What became of one run.</summary>
    public static string Sentence(FigureRun run)
    {
        if (run.Rows == 0)
        {
            return $"{Capital(run.Name)} has no steps.";
        }

        Point start = run.At(0), end = run.At(run.Rows - 1);
        string where = end.IsFinite ? $" to {NumberText.Point(end, 4)}" : " out of all numbers";
        string ending = run.Ending.Length > 0 ? ": " + run.Ending : "";
        return $"{Capital(run.Name)} goes from {NumberText.Point(start, 4)}{where} in {NumberText.Count(run.Rows - 1)} steps{ending}.";
    }

    /// <summary>How a column of a run begins and ends.</summary>
    public static string Course(FigureRun run, string column, FigureInput input)
    {
        ReadOnlySpan<double> cells = run.Column(column is "gap" ? "loss" : column);
        double lowest = column is "gap" ? (run.Landscape ?? input.Landscape).Info.GlobalMinimum?.Loss ?? 0 : 0;
        (int first, int last) = (0, cells.Length - 1);
        while (first < cells.Length && double.IsNaN(cells[first]))
        {
            first++;
        }

        while (last >= 0 && double.IsNaN(cells[last]))
        {
            last--;
        }

        return first > last
            ? $"{Capital(run.Name)} has no values."
            : $"{Capital(run.Name)} goes from {NumberText.Short(cells[first] - lowest)} to {NumberText.Short(cells[last] - lowest)}"
                + (run.Ending.Length > 0 ? ": " + run.Ending + "." : ".");
    }

    /// <summary>A sentence after others.</summary>
    public static string Append(string text, string sentence) =>
        text.Length == 0 ? sentence : text[^1] is '.' or '!' or '?' or ':' or ';' ? $"{text} {sentence}" : $"{text}. {sentence}";

    private static string InWords(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => NumberText.Count(count),
    };

    private static string Capital(string name) => name.Length > 0 ? char.ToUpperInvariant(name[0]) + name[1..] : "The run";
}
