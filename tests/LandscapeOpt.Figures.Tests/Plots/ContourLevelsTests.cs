using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class ContourLevelsTests
{
    public static TheoryData<string> Names => [.. LandscapeCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Levels_rise_inside_the_range_and_are_round(string name)
    {
        ILandscape landscape = LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        ScalarField field = ScalarField.Sample(landscape, landscape.Info.Domain, 120, 120);
        foreach (LevelSpacing spacing in Enum.GetValues<LevelSpacing>())
        {
            foreach (int about in new[] { 1, 6, 14, 30 })
            {
                double[] levels = ContourLevels.Choose(field, about, spacing);
                Assert.InRange(levels.Length, field.IsFlat ? 0 : 1, about + 2);
                Assert.All(levels, l => Assert.InRange(l, field.Min, field.Max));
                Assert.Equal(levels.Order().Distinct(), levels);
                if (about <= 14)
                {
                    double finest = levels.Zip(levels.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
                    Assert.All(levels, l =>
                        Assert.True(Digits(l) <= 3 + Math.Max(0, RoundNumber.Exponent(l) - RoundNumber.Exponent(finest)),
                            $"{name}: {NumberText.Short(l, 12)}"));
                }
            }
        }
    }

    [Fact]
    public void Rosenbrock_shows_its_valley_and_its_walls()
    {
        double[] levels = Of(new Rosenbrock(), 14);
        Assert.True(levels.Length >= 10);
        Assert.Contains(levels, l => l <= 10);
        Assert.Contains(levels, l => l >= 1000);
    }

    [Fact]
    public void Levels_are_numbers_that_a_person_would_choose()
    {
        Assert.Equal([0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.2, 1.5, 2, 2.5, 3, 4, 5], Levels(new EasyHard()));
        Assert.Equal([5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000], Levels(new Beale()));
        Assert.Equal([-70, -60, -50, -40, -30, -20, -10, 0, 20, 50, 100], Levels(new StyblinskiTang()));

        static double[] Levels(ILandscape landscape) => ContourLevels.Choose(ScalarField.Sample(landscape, landscape.Info.Domain, 240, 240), 14);
    }

    [Fact]
    public void Levels_are_about_as_many_as_are_wanted()
    {
        foreach (LandscapeOpt.Catalogues.Member<ILandscape> member in LandscapeCatalogue.Catalogue.Members)
        {
            Domain domain = member.Default.Info.Domain;
            Assert.True(member.Default is Easom
                || ContourLevels.Choose(ScalarField.Sample(member.Default, domain, 240, 240), 14).Length is >= 10 and <= 16, member.Name);
        }
    }

    [Fact]
    public void Grids_are_finer_where_the_landscape_is()
    {
        Assert.Equal(240, Columns(new EasyHard()));
        Assert.Equal(240, Columns(new Rosenbrock()));
        Assert.True(Columns(new Levy13()) > 400);
        Assert.True(Columns(new CrossInTray()) > 400);

        // Rings of a sample or two show in the lines, not in the heights.
        Domain domain = new Rastrigin().Info.Domain;
        Assert.Equal(240, Columns(new Rastrigin()));
        Assert.Equal(479, MapLayer.Resolve(new Rastrigin(), domain, 240, 240, f => ContourLevels.Choose(f, 14)).Field.Columns);

        static int Columns(ILandscape landscape) => FieldSampling.Resolve(landscape, landscape.Info.Domain, 240, 240).Columns;
    }

    [Fact]
    public void Six_powers_of_ten_all_have_levels()
    {
        double[] levels = Of(new Steep(), 16);
        foreach (double decade in new[] { 100.0, 1e3, 1e4, 1e5 })
        {
            Assert.Contains(levels, l => l >= decade && l < 10 * decade);
        }
    }

    [Fact]
    public void A_narrow_hole_has_rings_and_the_plain_has_none()
    {
        double[] levels = Of(new Hole(), 12);
        Assert.True(levels.Count(l => l is > -1 and < -0.05) >= 4);
        Assert.True(levels.Count(l => Math.Abs(l) < 1e-3) <= 1);
    }

    [Fact]
    public void A_constant_has_no_levels() => Assert.Empty(Of(default(Flat), 12));

    [Fact]
    public void Linear_levels_are_evenly_spaced()
    {
        ScalarField field = ScalarField.Sample(new Himmelblau(), new Himmelblau().Info.Domain, 100, 100);
        double[] levels = ContourLevels.Choose(field, 10, LevelSpacing.Linear);
        Assert.All(levels.Zip(levels.Skip(1), (a, b) => b - a), d => Assert.Equal(levels[1] - levels[0], d, 9));
    }

    private static double[] Of(ILandscape landscape, int about) => ContourLevels.Choose(ScalarField.Sample(landscape, landscape.Info.Domain), about);

    private static int Digits(double value)
    {
        string mantissa = Math.Abs(value).ToString("E12", System.Globalization.CultureInfo.InvariantCulture).Split('E')[0];
        return mantissa.Replace(".", "", StringComparison.Ordinal).TrimEnd('0').Length;
    }
}
