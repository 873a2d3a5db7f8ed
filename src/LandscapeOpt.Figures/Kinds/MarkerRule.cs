using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>At which steps paths have markers: one rule for all runs of a figure.</summary>
/// <param name="Stride">After how many steps there is a marker.</param>
/// <param name="Densest">Paths that would need markers farther apart than this have none.</param>
/// <param name="Remark">What the reader must be told; null where every step has one.</param>
internal sealed record MarkerRule(int Stride, int Densest, string? Remark)
{
    /// <summary>No markers.</summary>
    public static MarkerRule None { get; } = new(int.MaxValue, 0, null);

    /// <summary>The rule that suits most of the runs.</summary>
    public static MarkerRule For(IReadOnlyList<FigureRun> runs, Frame frame)
    {
        PathLayer[] paths = [.. runs.Select(r => new PathLayer(frame, r.Column("x"), r.Column("y")))];
        int[] strides = [.. paths.Select(p => p.MarkerStride).Where(s => s < int.MaxValue)];
        if (strides.Length == 0)
        {
            return None;
        }

        // Runs of nearly the same pace share the widest stride; one crawling among fast ones goes without markers.
        (int least, int most) = (strides.Min(), strides.Max());
        int stride = most <= 5 * least && least > 1 ? most : least;
        bool all = most <= stride && !Array.Exists(paths, p => p.LeavesOut(stride));
        string? remark = stride > 1 ? $"A marker every {NumberText.Count(stride)} steps{(all ? "" : " where there is room")}."
            : all ? null
            : "A marker at every step where there is room.";
        return new(stride, stride, remark);
    }
}
