using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Analyses;

/// <summary>All critical points, from scratch.</summary>
public sealed class CriticalPointsTests
{
    public static TheoryData<string> Names => [.. LandscapeCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stated_points_are_found_to_twelve_digits(string name)
    {
        ILandscape landscape = LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        CriticalReport report = CriticalPoints.Find(landscape);
        Assert.True(report.IsComplete);
        foreach (CriticalPoint stated in landscape.Info.CriticalPoints
            .Where(p => CriticalPoints.At(landscape, p.At).Kind != CriticalKind.Degenerate && !IsCone(name, p)))
        {
            CriticalFinding found = report.Points.MinBy(p => (p.At - stated.At).Norm)!;
            double scale = Math.Max(1, stated.At.Norm);
            Assert.True((found.At - stated.At).Norm <= 1e-12 * scale, Invariant($"{stated.At} is {found.At}"));
            Assert.Equal(stated.Kind, found.Kind);
            Assert.True(Math.Abs(found.Loss - stated.Loss) <= 1e-12 * Math.Max(1, Math.Abs(stated.Loss)));
        }
    }

    [Theory]
    [InlineData("himmelblau", 4, 4, 1, 0)]
    [InlineData("rastrigin", 121, 220, 100, 0)]
    [InlineData("averaged", 27, 43, 17, 0)]
    [InlineData("hard", 39, 76, 34, 0)]
    [InlineData("beale", 1, 2, 0, 0)]
    [InlineData("rosenbrock", 1, 0, 0, 0)]
    [InlineData("goldstein-price", 4, 4, 1, 0)]
    [InlineData("six-hump-camel", 6, 7, 2, 0)]
    [InlineData("styblinski-tang", 4, 4, 1, 0)]
    [InlineData("sin-cos", 4, 4, 1, 0)]
    [InlineData("monkey-saddle", 0, 0, 0, 1)]
    [InlineData("scalar-factorization", 0, 1, 0, 2)]
    [InlineData("ackley", 120, 220, 100, 1)]
    public void Counts_in_the_domain(string name, int minima, int saddles, int maxima, int degenerate)
    {
        CriticalReport report = CriticalPoints.Find(LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default);
        Assert.True(report.IsComplete);
        Assert.Equal(minima, report.Count(CriticalKind.Minimum));
        Assert.Equal(saddles, report.Count(CriticalKind.Saddle));
        Assert.Equal(maxima, report.Count(CriticalKind.Maximum));
        Assert.Equal(degenerate, report.Count(CriticalKind.Degenerate));
    }

    [Fact]
    public void The_averaged_landscapes_global_minimum_is_found_from_scratch()
    {
        CriticalFinding lowest = CriticalPoints.Find(new Averaged()).Points[0];
        Assert.Equal(2.147855119942794, lowest.At.X, 1e-14);
        Assert.Equal(2.015011201381378, lowest.At.Y, 1e-14);
        Assert.Equal(0.1437220247078894, lowest.Loss, 1e-15);
        Assert.Equal(2.95902, lowest.Spectrum.Low, 5);
        Assert.Equal(3.87201, lowest.Spectrum.High, 5);
    }

    [Fact]
    public void The_monkey_saddle_is_one_degenerate_point()
    {
        CriticalFinding point = Assert.Single(CriticalPoints.Find(default(MonkeySaddle)).Points);
        Assert.Equal(new Point(0, 0), point.At);
        Assert.Null(point.Extent);
        Assert.Equal(2, point.Spectrum.FlatDirections);
    }

    [Fact]
    public void A_valley_is_one_degenerate_set_for_each_of_its_branches()
    {
        CriticalFinding[] sets = [.. CriticalPoints.Find(default(ScalarFactorization)).Points.Where(p => p.Kind == CriticalKind.Degenerate)];
        Assert.Equal(2, sets.Length);
        foreach (CriticalFinding set in sets)
        {
            // The representative is the flattest point of the curve x y = 1.
            Assert.Equal(1, Math.Abs(set.At.X), 6);
            Assert.Equal(1, set.At.X * set.At.Y, 12);
            Assert.True(set.Extent is { Width: > 2.6, Height: > 2.6 });
            Assert.All(set.Samples, p => Assert.Equal(1, p.X * p.Y, 9));
        }
    }

    [Fact]
    public void A_plateau_is_one_flat_region()
    {
        CriticalFinding flat = Assert.Single(CriticalPoints.Find(default(Easom)).Points, p => p.Kind == CriticalKind.Degenerate);
        Assert.Equal("degenerate: a flat region", flat.Description);
    }

    [Fact]
    public void Points_that_are_merged_into_flat_regions_are_counted()
    {
        // 25 points, 12 of them where gradient and curvature are below the tolerance.
        CriticalReport report = CriticalPoints.Find(default(Easom), new Domain(-1, 8, -1, 8));
        CriticalFinding[] regions = [.. report.Points.Where(p => p.Kind == CriticalKind.Degenerate)];
        Assert.Equal(13, report.Points.Count - regions.Length);
        Assert.Equal([1, 1, 2, 2, 6], regions.Select(r => r.Merged!.Value).Order());
        Assert.Contains(regions, r => r.Description == "degenerate: a flat region of 6 critical points");
        Assert.Null(Assert.Single(CriticalPoints.Find(default(Easom)).Points, p => p.Kind == CriticalKind.Degenerate).Merged);
    }

    [Theory]
    [InlineData("1/x", 1)]
    [InlineData("tan(x)", 4)]
    [InlineData("1/(x^2 + y^2)", 1)]
    [InlineData("abs(x) + 1/y", 1)]
    [InlineData("sin(x)/x + y^2", 1)]
    [InlineData("log(x)", 1)]
    [InlineData("sqrt(x)", 1)]
    public void A_pole_is_no_kink_and_nothing_is_proved_there(string formula, int poles)
    {
        CriticalReport report = CriticalPoints.Find(new Expression(new Formula(formula)));
        Assert.Equal(poles, report.Poles.Count);
        Assert.All(report.Points, p => Assert.True(double.IsFinite(p.Loss) && !report.Poles.Any(q => (p.At - q.At).Norm < 1e-3), p.ToString()));
    }

    [Fact]
    public void A_kink_beside_a_pole_is_still_one()
    {
        CriticalReport report = CriticalPoints.Find(new Expression(new Formula("abs(x) + abs(y) + 0.001/(x - 3)^2")));
        Assert.Single(report.Poles);
        Assert.Contains(report.Points, p => p.IsKink && Math.Abs(p.At.Y) < 1e-6 && Math.Abs(p.At.X) < 1e-6);
    }

    [Fact]
    public void A_cone_is_a_kink()
    {
        CriticalFinding tip = Assert.Single(CriticalPoints.Find(default(Ackley)).Points, p => p.IsKink);
        Assert.Equal(new Point(0, 0), tip.At);
    }

    [Fact]
    public void The_saddle_between_a_sharper_and_a_flat_minimum()
    {
        CriticalFinding saddle = Assert.Single(CriticalPoints.Find(new SharpFlat(Sharp: 50, Flat: 1, C: 1)).Points, p => p.Kind == CriticalKind.Saddle);
        Assert.Equal(0.2542036252711182, saddle.At.X, 1e-12);
        Assert.Equal(4.068448484710439, saddle.Loss, 4e-12);
    }

    [Theory]
    [InlineData("abs(x y)", "degenerate: a line of kinks")]
    [InlineData("max(x, y)^2 + abs(x - y)", "degenerate: a line of kinks")]
    [InlineData("abs(x) + abs(y)", "degenerate: a kink")]
    [InlineData("x^4 + y^4", "degenerate: a single point")]
    [InlineData("x^2", "degenerate: a curve of critical points")]
    [InlineData("x^2 y^2", "degenerate: a curve of critical points")]
    [InlineData("3", "degenerate: a flat region")]
    public void Degenerate_sets_are_named_for_what_they_are(string formula, string description)
    {
        CriticalReport report = CriticalPoints.Find(new Expression(new Formula(formula)));
        CriticalFinding only = Assert.Single(report.Points);
        Assert.True(report.IsComplete);
        Assert.Equal(description, only.Description);
        Assert.Equal(description.Contains("line of kinks", StringComparison.Ordinal)
            || description.Contains("region", StringComparison.Ordinal), only.Boxes.Count > 0);
    }

    [Fact]
    public void The_representative_of_a_line_of_kinks_lies_on_it()
    {
        CriticalFinding cross = Assert.Single(CriticalPoints.Find(default(CrossInTray)).Points, p => p.IsKink);
        Assert.Equal(-1e-4, cross.Loss, 1e-10);
        CriticalFinding diagonal = Assert.Single(CriticalPoints.Find(new Expression(new Formula("max(x, y)^2 + abs(x - y)"))).Points);
        Assert.Equal(diagonal.At.X, diagonal.At.Y, 1e-9);
    }

    [Fact]
    public void The_representative_of_an_even_valley_is_its_middle() =>
        Assert.Equal(new Point(0, 0), Assert.Single(CriticalPoints.Find(new Quadratic(Lambda1: 0, Lambda2: 10, Angle: 30, CenterX: 0, CenterY: 0)).Points).At);

    [Fact]
    public void A_window_holds_only_what_lies_in_it()
    {
        CriticalFinding only = Assert.Single(CriticalPoints.Find(default(Himmelblau), new Domain(2.5, 3.5, 1.5, 2.5)).Points);
        Assert.Equal(new Point(3, 2), only.At);
    }

    [Fact]
    public void A_minimum_on_the_windows_border_counts() =>
        Assert.Equal(new Point(3, 2), Assert.Single(CriticalPoints.Find(default(Himmelblau), new Domain(3, 3.5, 2, 2.5)).Points).At);

    [Fact]
    public void A_window_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => CriticalPoints.Find(default(Himmelblau), new Domain(1, 0, 0, 1)));

    // Ackley's minimum has no Hessian.
    private static bool IsCone(string name, CriticalPoint point) => name == "ackley" && point.At == default;
}
