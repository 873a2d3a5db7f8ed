using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Analyses;

public sealed class HomotopyTests
{
    private static readonly Lazy<Homotopy> EasyHard = new(() => Homotopy.Of(new EasyHard()));

    [Theory]
    [InlineData(0)]
    [InlineData(0.13)]
    [InlineData(0.5)]
    [InlineData(0.77)]
    [InlineData(1)]
    public void Branches_pass_through_all_critical_points(double alpha)
    {
        HomotopySample[] here = [.. EasyHard.Value.At(alpha)];
        CriticalReport search = CriticalPoints.Find(new Averaged(alpha, 0.75));
        Assert.Equal(search.Points.Count, here.Length);
        Assert.All(search.Points, p => Assert.Contains(here, s => (s.At - p.At).Norm < 1e-10 && s.Kind == p.Kind));
    }

    [Fact]
    public void The_lowest_minimum_passes_through_the_stated_ones()
    {
        Homotopy homotopy = EasyHard.Value;
        Assert.Equal(1.875, homotopy.Levels[0].Lowest!.Value.At.X, 12);
        Assert.Equal(2.100354434861176, homotopy.Levels[^1].Lowest!.Value.At.X, 12);
        Assert.Equal((1, 39), (homotopy.Levels[0].Minima, homotopy.Levels[^1].Minima));
        Assert.Equal(200, homotopy.Levels.Count);
    }

    [Fact]
    public void At_a_birth_gradient_and_determinant_vanish()
    {
        Homotopy homotopy = EasyHard.Value;
        Assert.NotEmpty(homotopy.Events);
        Assert.All(homotopy.Events, e =>
        {
            Jet<Real> f = new Averaged(e.Alpha, 0.75).As().Hessian(e.At);
            Assert.True(new Point(f.X, f.Y).Norm < 1e-8, e.Description);
            Assert.True(Math.Abs((f.XX * f.YY) - (f.XY * f.XY)) < 1e-5, e.Description);
        });
    }

    [Fact]
    public void Births_and_mergers_keep_the_books()
    {
        // What is there at the end was there at the start, was born, or came in over the window's border, where no event is told.
        Homotopy homotopy = Homotopy.Of(Between("x^2 + y^2", "(x^2 - 1)^2 + 0.3 x + y^2"), window: Domain.Square(3));
        HomotopyEvent birth = Assert.Single(homotopy.Events);
        Assert.Equal(HomotopyEventKind.Birth, birth.Kind);
        Assert.Single(homotopy.At(0.2));
        Assert.Equal(3, homotopy.At(0.99).Count);

        // g' = 2(1 − α) x + α (4 x³ − 4 x + 0.3) and its slope vanish together.
        double a = birth.Alpha, x = birth.At.X;
        Assert.Equal(0, (2 * (1 - a) * x) + (a * ((4 * x * x * x) - (4 * x) + 0.3)), 10);
        Assert.Equal(0, (2 * (1 - a)) + (a * ((12 * x * x) - 4)), 8);
    }

    [Fact]
    public void A_symmetric_well_that_splits_is_a_pitchfork()
    {
        Homotopy homotopy = Homotopy.Of(Between("x^2 + y^2", "x^4 - x^2 + y^2"), window: Domain.Square(2));
        Assert.Contains(homotopy.Events, e => e.Kind == HomotopyEventKind.Pitchfork && Math.Abs(e.Alpha - 0.5) < 1e-7 && e.At.Norm < 1e-7);
        Assert.Single(homotopy.At(0.4));
        Assert.Equal([CriticalKind.Minimum, CriticalKind.Minimum, CriticalKind.Saddle], homotopy.At(0.8).Select(s => s.Kind).Order());
    }

    [Fact]
    public void Without_change_nothing_happens()
    {
        Homotopy homotopy = Homotopy.Of(Between("x^2 + 2 y^2", "(x - 1)^2 + 3 y^2"), window: Domain.Square(2));
        Assert.Empty(homotopy.Events);
        Assert.Equal(0.25, Assert.Single(homotopy.At(0.25)).At.X, 12);
        Assert.All(homotopy.Levels, l => Assert.Equal(1, l.Minima));
    }

    [Fact]
    public void One_component_is_refused() => Assert.Throws<ArgumentException>(() => Homotopy.Of(default(Himmelblau)));

    private static Mixture Between(string first, string second) => new(
        new NamedMembers(
        [
            KeyValuePair.Create<string, object>("first", new Expression(new Formula(first))),
            KeyValuePair.Create<string, object>("second", new Expression(new Formula(second))),
        ]),
        NumberList.Empty);
}
