namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private static readonly ColumnFamily Evaluations = Add(
        "evaluations", "1", "gradients and Hessians evaluated for the optimizer before step t", v => v.Evaluations);
}
