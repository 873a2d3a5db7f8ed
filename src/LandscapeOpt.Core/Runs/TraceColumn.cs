namespace LandscapeOpt.Runs;

/// <summary>A column of a trace.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Unit">What it is measured in: "loss", "length", "1", ….</param>
/// <param name="Meaning">What it says, in a phrase.</param>
/// <param name="Value">Its value in a row.</param>
public sealed record TraceColumn(string Name, string Unit, string Meaning, Func<StepView, double> Value)
{
    /// <summary>Whether it describes the step that leaves the row's point: empty in the last row.</summary>
    public bool IsOfStep { get; init; }

    /// <summary>Fills the column once the whole path is known, for what looks ahead.</summary>
    public FinishColumn? Finish { get; init; }
}

/// <summary>Fills a column from the whole path.</summary>
/// <param name="trace">All columns.</param>
/// <param name="result">How the run ended.</param>
/// <param name="cells">The column's cells, to be written.</param>
public delegate void FinishColumn(Trace trace, RunResult result, Span<double> cells);
