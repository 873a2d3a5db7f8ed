using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Tests.Reference;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>L-BFGS with strong Wolfe against torch.optim.LBFGS, from starts where the line search works hard.</summary>
public sealed class TorchLineSearchTests
{
    private static readonly Lbfgs Searching = new(LineSearch: LbfgsLineSearch.StrongWolfe);

    public static TheoryData<string> Names => new(Enumerable.Range(0, Cases.Rows.Count).Select(r => Cases.Text(r, "case")));

    private static ReferenceTable Cases => ReferenceTable.Read("lbfgs/cases.csv");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_is_PyTorchs(string name)
    {
        ReferenceTable reference = ReferenceTable.Read($"lbfgs/{name}.csv");
        int row = Enumerable.Range(0, Cases.Rows.Count).Single(r => Cases.Text(r, "case") == name);
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(Cases.Text(row, "landscape"))!.Prototype;
        Point[] path = Searching.Path(landscape, new(Cases.Number(row, "start_x"), Cases.Number(row, "start_y")), reference.Rows.Count - 1);
        for (int t = 0; t < path.Length; t++)
        {
            Point expected = new(reference.Number(t, "x"), reference.Number(t, "y"));
            Assert.True((path[t] - expected).Norm <= 1e-9 * expected.Norm, Invariant($"step {t}: expected {expected}, got {path[t]}"));

            // A loss near 0 is the square of a small difference, which loses the digits that the coordinates have in common.
            Assert.Equal(reference.Number(t, "loss"), landscape.Loss(path[t]), Math.Max(1e-9 * Math.Abs(reference.Number(t, "loss")), 1e-12));
        }
    }

    /// <summary>Where the cubic has no minimum PyTorch takes the middle of the bounds 1.01 to 10, not that of the trials 0 and 1.</summary>
    [Fact]
    public void Where_the_cubic_has_no_minimum_the_middle_of_the_bounds_is_tried()
    {
        Point[] path = Searching.Path(new Rosenbrock(), new(0.7, 2.4), 11);
        Assert.Equal(1.14433017, path[11].X, 8);
        Assert.Equal(1.30446707, path[11].Y, 8);
    }
}
