using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Core.Tests.Analyses;

public sealed class TableTests
{
    private static readonly ILandscape Landscape = default(EasyHard);

    private static readonly Homotopy Homotopy = Homotopy.Of(Landscape, alphas: 3);

    private static readonly CurveReport Curves = new CurvesBetween(default(Himmelblau), new(3, 2), new(-3.7793, -3.2832), 1).Compute(CancellationToken.None);

    public static TheoryData<string, Described[]> All => new()
    {
        { "critical", Told(CriticalPoints.Find(default(Himmelblau)).Table.Columns) },
        { "line", Told(LineProfile.Between(Landscape, new(0, 0), new(1, 1), 3).Table.Columns) },
        { "facts of a line", Told(LineProfile.Facts) },
        { "curves", Told(Curves.Table.Columns) },
        { "points of curves", Told(Curves.Points.Columns) },
        { "sharpness", Told(Sharpness.Columns) },
        { "metrics", Told(TrajectoryMetrics.Columns) },
        { "secants", Told(SecantStep.Columns) },
        { "events of a trajectory", Told(TrajectoryEvent.Table([]).Columns) },
        { "branches", Told(Homotopy.BranchTable.Columns) },
        { "events of a homotopy", Told(Homotopy.EventTable.Columns) },
        { "levels", Told(Homotopy.LevelTable.Columns) },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Every_column_says_what_it_means_and_has_a_name_of_its_own_in_files(string table, Described[] columns)
    {
        Assert.NotEmpty(table);
        Assert.NotEmpty(columns);
        Assert.All(columns, c => Assert.Matches("^[a-z_0-9]+$", c.Name));
        Assert.All(columns, c => Assert.False(string.IsNullOrWhiteSpace(c.Meaning)));
        string[] inFiles = [.. columns.Where(c => c.Views.HasFlag(TableViews.Csv)).Select(c => c.Name)];
        Assert.Equal(inFiles.Distinct(), inFiles);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Columns_that_hold_measures_have_the_units_of_the_measures(string table, Described[] columns)
    {
        Assert.NotEmpty(table);
        Assert.All(
            columns.Join(Measures.All, c => c.Name, m => m.Name, (c, m) => (c, m), StringComparer.Ordinal),
            p => Assert.Equal(p.m.Unit, p.c.Unit));
    }

    [Fact]
    public void Text_for_people_is_in_the_order_of_the_places_and_files_in_the_tables_own()
    {
        Table<CriticalFinding> table = CriticalPoints.Find(default(Himmelblau)).Table;
        Assert.Equal(["kind", "x", "y", "loss", "lambda_min", "lambda_max", "condition", "index", "flat"], table.In(TableViews.Text).Select(c => c.Heading));
        Assert.Equal(
            ["kind", "x", "y", "loss", "lambda_min", "lambda_max", "gradient_norm", "index", "condition", "flat_directions", "description"],
            table.In(TableViews.Csv).Select(c => c.Name));
        Assert.Equal("merged", table.In(TableViews.Json)[^1].Name);
    }

    private static Described[] Told<TRow>(IEnumerable<Column<TRow>> columns) =>
        [.. columns.Select(c => new Described(c.Name, c.Unit, c.Meaning, c.Views))];

    /// <summary>What a column says of itself, whatever its rows are.</summary>
    public sealed record Described(string Name, string Unit, string Meaning, TableViews Views);
}
