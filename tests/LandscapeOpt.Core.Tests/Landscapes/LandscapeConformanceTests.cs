using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Catalogues;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Landscapes;

/// <summary>What every member of the catalogue promises. A new landscape gets these tests by registering.</summary>
public sealed class LandscapeConformanceTests
{
    private const int Points = 300;

    public static TheoryData<string> Names => [.. LandscapeCatalogue.Catalogue.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_agrees_with_differences_of_the_loss(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            int sharp = 0;
            Func<Func<double, double>, double, double, (double, double)> differentiate =
                landscape.Info.Kinks is null ? Differences.Ridders : Differences.AwayFromKinks;
            foreach (Point w in Differences.PointsIn(landscape.Info.Domain, Points, seed: 1))
            {
                Dual<Real> f = landscape.Gradient(w);
                double step = 0.003 * landscape.Info.Domain.Width;
                (double x, double errorX) = differentiate(t => landscape.Loss(new(t, w.Y)), w.X, step);
                (double y, double errorY) = differentiate(t => landscape.Loss(new(w.X, t)), w.Y, step);
                double scale = 1 + Math.Abs(x) + Math.Abs(y);
                AssertClose(x, f.X, (20 * errorX) + (1e-8 * scale), $"∂/∂x at {w}");
                AssertClose(y, f.Y, (20 * errorY) + (1e-8 * scale), $"∂/∂y at {w}");
                sharp += errorX + errorY < 1e-6 * scale ? 1 : 0;
            }

            Assert.True(sharp >= Points * 9 / 10, Invariant($"Only {sharp} of {Points} points gave differences good enough to judge by."));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hessian_agrees_with_differences_of_the_gradient(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            int sharp = 0;
            Func<Func<double, double>, double, double, (double, double)> differentiate =
                landscape.Info.Kinks is null ? Differences.Ridders : Differences.AwayFromKinks;
            foreach (Point w in Differences.PointsIn(landscape.Info.Domain, Points, seed: 2))
            {
                Jet<Real> f = landscape.Hessian(w);
                double step = 0.003 * landscape.Info.Domain.Width;
                (double xx, double errorXx) = differentiate(t => landscape.Gradient(new(t, w.Y)).X, w.X, step);
                (double xy, double errorXy) = differentiate(t => landscape.Gradient(new(t, w.Y)).Y, w.X, step);
                (double yy, double errorYy) = differentiate(t => landscape.Gradient(new(w.X, t)).Y, w.Y, step);
                double scale = 1 + Math.Abs(xx) + Math.Abs(xy) + Math.Abs(yy);
                AssertClose(xx, f.XX, (20 * errorXx) + (1e-8 * scale), $"∂²/∂x² at {w}");
                AssertClose(xy, f.XY, (20 * errorXy) + (1e-8 * scale), $"∂²/∂x∂y at {w}");
                AssertClose(yy, f.YY, (20 * errorYy) + (1e-8 * scale), $"∂²/∂y² at {w}");
                sharp += errorXx + errorXy + errorYy < 1e-6 * scale ? 1 : 0;
            }

            Assert.True(sharp >= Points * 9 / 10, Invariant($"Only {sharp} of {Points} points gave differences good enough to judge by."));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_gradient_have_the_same_bits_in_every_number_type(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            foreach (Point w in Differences.PointsIn(landscape.Info.Domain, Points, seed: 3))
            {
                Dual<Real> dual = landscape.Gradient(w);
                Jet<Real> jet = landscape.Hessian(w);
                Assert.Equal(landscape.Loss(w), dual.Value.Value);
                Assert.Equal(dual, new Dual<Real>(jet.Value, jet.X, jet.Y));
            }

            AssertLanes<Lane128>(landscape);
            AssertLanes<Lane256>(landscape);
            AssertLanes<Lane512>(landscape);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Stated_critical_points_are_what_they_are_said_to_be(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            foreach (CriticalPoint point in landscape.Info.CriticalPoints)
            {
                Jet<Real> f = landscape.Hessian(point.At);
                var hessian = new Symmetric<Real>(f.XX, f.XY, f.YY);
                (Real low, Real high) = hessian.Eigenvalues();
                double size = Math.Max(Math.Abs(low), Math.Abs(high)), floor = 1e-9 * Math.Max(size, 1e-6);
                double gradient = new Point(f.X, f.Y).Norm;
                Assert.True(gradient <= 1e-12 * (1 + size) * (1 + point.At.Norm), Invariant($"|g| = {gradient} at {point}."));
                AssertClose(point.Loss, f.Value, 1e-12 * Math.Max(1, Math.Abs(point.Loss)), $"loss of {point}");
                CriticalKind kind = Math.Abs(low) <= floor || Math.Abs(high) <= floor ? CriticalKind.Degenerate
                    : low > 0 ? CriticalKind.Minimum
                    : high < 0 ? CriticalKind.Maximum
                    : CriticalKind.Saddle;
                Assert.True(kind == point.Kind, Invariant($"{point} has eigenvalues {low.Value} and {high.Value}."));
            }

            Assert.Distinct(landscape.Info.CriticalPoints.Select(p => p.At));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_on_a_grid_lies_below_the_global_minimum(string name)
    {
        foreach (ILandscape landscape in Variants(name).Where(l => l.Info.GlobalMinimum is not null))
        {
            double lowest = landscape.Info.GlobalMinimum!.Loss;
            Domain domain = landscape.Info.Domain;
            for (int i = 0; i <= 200; i++)
            {
                for (int j = 0; j <= 200; j++)
                {
                    var w = new Point(domain.X0 + (domain.Width * i / 200), domain.Y0 + (domain.Height * j / 200));
                    Assert.True(landscape.Loss(w) >= lowest - (1e-12 * Math.Max(1, Math.Abs(lowest))), $"Lower than stated at {w}.");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_formula_shown_is_the_one_computed(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            Formula shown = new Formula(landscape.Info.Formula, FormulaText.Parameters(landscape));
            foreach (Point w in Differences.PointsIn(landscape.Info.Domain, Points, seed: 4))
            {
                Dual<Real> expected = landscape.Gradient(w), actual = shown.At(Dual<Real>.VariableX(w.X), Dual<Real>.VariableY(w.Y));
                double scale = Math.Max(1, Math.Abs(expected.Value)), slope = scale + Math.Abs(expected.X) + Math.Abs(expected.Y);
                AssertClose(expected.Value, actual.Value, 1e-12 * scale, $"loss at {w}");
                AssertClose(expected.X, actual.X, 1e-11 * slope, $"∂/∂x at {w}");
                AssertClose(expected.Y, actual.Y, 1e-11 * slope, $"∂/∂y at {w}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_objective_is_the_sum_of_its_components_by_their_shares(string name)
    {
        foreach (ILandscape landscape in Variants(name))
        {
            IReadOnlyList<Component> components = landscape.Components;
            Assert.NotEmpty(components);
            Assert.Distinct(components.Select(c => c.Name));
            foreach (Point w in Differences.PointsIn(landscape.Info.Domain, Points, seed: 5))
            {
                double sum = components[0].Share * components[0].Landscape.Loss(w);
                foreach (Component component in components.Skip(1))
                {
                    sum += component.Share * component.Landscape.Loss(w);
                }

                double loss = landscape.Loss(w);
                if (landscape is Transformed)
                {
                    AssertClose(sum, loss, 1e-14 * Math.Max(1, Math.Abs(loss)), $"loss at {w}");
                }
                else
                {
                    Assert.Equal(sum, loss);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_said_about_it_is_complete(string name)
    {
        LandscapeInfo info = Default(name).Info;
        Assert.NotEmpty(info.Title);
        Assert.True(info.Domain.IsValid);
        Assert.True(info.Domain.Contains(info.Start));
        Assert.True(Default(name).Gradient(info.Start) is { } f && new Point(f.X, f.Y).Norm > 1e-9, "A run would not move from the start.");
        Assert.All(info.Notes, n => Assert.EndsWith(".", n));
        Assert.NotEmpty(LandscapeCatalogue.Catalogue.Find(name)!.About.Rule);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(LandscapeCatalogue.Catalogue.Find(name)!);

    private static ILandscape Default(string name) => (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;

    /// <summary>The member with its defaults and, where it has numeric parameters, with random ones.</summary>
    private static IEnumerable<ILandscape> Variants(string name)
    {
        Member member = LandscapeCatalogue.Catalogue.Find(name)!;
        yield return (ILandscape)member.Prototype;
        List<Parameter> numbers = [.. member.Parameters.Where(p => p.Type == ParameterType.Number && !p.IsShorthand)];
        var random = new Random(name.Length);
        for (int variant = 0; variant < 3 && numbers.Count > 0; variant++)
        {
            object changed = member.Prototype;
            foreach (Parameter parameter in numbers)
            {
                double from = Math.Max(parameter.Range.From, -3), to = Math.Min(parameter.Range.To, 3);
                changed = parameter.With(changed, from + ((to - from) * (0.02 + (0.96 * random.NextDouble()))));
            }

            member.Check(changed);
            yield return (ILandscape)changed;
        }
    }

    private static void AssertLanes<T>(ILandscape landscape)
        where T : struct, ILane<T>
    {
        foreach (Point[] points in Differences.PointsIn(landscape.Info.Domain, 15 * T.Count, seed: 3).Chunk(T.Count))
        {
            T x = default, y = default;
            for (int lane = 0; lane < T.Count; lane++)
            {
                (x, y) = (x.With(lane, points[lane].X), y.With(lane, points[lane].Y));
            }

            Jet<T> f = landscape.At(Jet<T>.VariableX(x), Jet<T>.VariableY(y));
            for (int lane = 0; lane < T.Count; lane++)
            {
                Assert.Equal(
                    landscape.Hessian(points[lane]),
                    new Jet<Real>(f.Value[lane], f.X[lane], f.Y[lane], f.XX[lane], f.XY[lane], f.YY[lane]));
            }
        }
    }

    private static void AssertClose(double expected, double actual, double tolerance, FormattableString what)
    {
        if (!(Math.Abs(expected - actual) <= tolerance))
        {
            Assert.Fail(Invariant(what) + Invariant($": expected {expected}, computed {actual}, tolerance {tolerance}."));
        }
    }
}
