namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private static readonly ColumnFamily Evaluations = Add(
        "evaluations", "1", "gradients and Hessians that the optimizer asked for before step t", v => v.Evaluations);
}
