using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Landscapes.Verification;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Landscapes;

public sealed class CombinatorTests
{
    [Fact]
    public void Transformed_moves_points_by_scale_then_turn_then_shift()
    {
        var moved = new Transformed(default(Himmelblau), Shift: new(10, 20), Rotate: 90, Scale: new(2, 3));
        Assert.Equal(new Point(10 - (3 * 2), 20 + (2 * 3)), moved.ImageOf(new Point(3, 2)));
        Assert.Equal(0, ((ILandscape)moved).Loss(new(4, 26)));
        Assert.Equal(new Domain(-5, 25, 10, 30), moved.Info.Domain);
        Assert.Equal(moved.ImageOf(default(Himmelblau).Info.Start), moved.Info.Start);
        Assert.Equal(9, moved.Info.CriticalPoints.Count);
    }

    [Theory]
    [InlineData("himmelblau")]
    [InlineData("six-hump-camel")]
    [InlineData("sin-cos")]
    [InlineData("scalar-factorization")]
    public void Transformed_carries_values_points_and_minimum_along(string name)
    {
        var of = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        var moved = new Transformed(of, Shift: new(-1.5, 0.25), Rotate: 123, Scale: new(0.5, -2));
        foreach (Point p in Differences.PointsIn(of.Info.Domain, 100, seed: 9))
        {
            Assert.Equal(of.Loss(p), ((ILandscape)moved).Loss(moved.ImageOf(p)), 1e-11 * (1 + Math.Abs(of.Loss(p))));
        }

        foreach (CriticalPoint point in moved.Info.CriticalPoints)
        {
            Dual<Real> f = ((ILandscape)moved).Gradient(point.At);
            Assert.Equal(0, new Point(f.X, f.Y).Norm, 1e-9);
            Assert.Equal(point.Loss, f.Value, 1e-11 * (1 + Math.Abs(point.Loss)));
        }

        Assert.Equal(of.Info.GlobalMinimum!.Loss, moved.Info.GlobalMinimum!.Loss);
    }

    [Fact]
    public void Transformed_keeps_components_and_their_shares()
    {
        ILandscape moved = new Transformed(new EasyHard(), new(1, 1), 45, new(2, 2));
        Assert.Equal(["easy", "hard"], moved.Components.Select(c => c.Name));
        Assert.Equal([0.5, 0.5], moved.Components.Select(c => c.Share));
        var w = new Point(0.7, -0.3);
        Assert.Equal(moved.Loss(w), moved.Components.Sum(c => c.Share * c.Landscape.Loss(w)), 1e-13);
    }

    [Fact]
    public void Four_quarter_turns_change_no_bit()
    {
        ILandscape turned = new Transformed(default(Beale), new(0, 0), 360, new(1, 1));
        foreach (Point p in Differences.PointsIn(Domain.Square(4), 50, seed: 10))
        {
            Assert.Equal(((ILandscape)default(Beale)).Loss(p), turned.Loss(p));
        }

        var quarter = new Transformed(default(Beale), new(0, 0), -90, new(1, 1));
        Assert.Equal(((ILandscape)default(Beale)).Loss(new(-2, 3)), ((ILandscape)quarter).Loss(new(3, 2)));
    }

    [Fact]
    public void Mixture_weighs_any_number_of_landscapes()
    {
        var parts = new NamedMembers(
            [Part("bowl", default(Booth)), Part("wave", default(SinCos)),
                Part("typed", new Expression(new Formula("k x y", new([KeyValuePair.Create("k", 2.0)]))))]);
        ILandscape mixture = new Mixture(parts, new NumberList(0.5, 0.25, 0));
        var w = new Point(0.3, -1.2);
        Assert.Equal((0.5 * default(Booth).At<Real>(w.X, w.Y)) + (0.25 * default(SinCos).At<Real>(w.X, w.Y)), mixture.Loss(w), 1e-14);
        Assert.Equal(["bowl", "wave", "typed"], mixture.Components.Select(c => c.Name));
        Assert.Equal(Domain.Square(10), mixture.Info.Domain);
        Assert.Equal(default(Booth).Info.Start, mixture.Info.Start);
        Assert.All(((ILandscape)new Mixture(parts, NumberList.Empty)).Components, c => Assert.Equal(1.0 / 3, c.Share));
        Assert.Equal(mixture.Loss(w), new Formula(mixture.Info.Formula).At<Real>(w.X, w.Y), 1e-13);
    }

    [Fact]
    public void Nested_combinators_show_the_formula_they_compute()
    {
        var inner = new Mixture(new([Part("a", new Rosenbrock(2, 5)), Part("a_b", new EasyHard(0.3, -0.2)), Part("x", default(Hard))]), new(1, 2, 3));
        ILandscape outer = new Transformed(new Mixture(new([Part("in", inner), Part("sin", new Quadratic())]), NumberList.Empty), new(-1, 2), 33,
            new(-1.5, 1e-3));
        Formula shown = new Formula(outer.Info.Formula, new([KeyValuePair.Create("rotate", 33.0)]));
        foreach (Point w in Differences.PointsIn(outer.Info.Domain, 100, seed: 11))
        {
            Assert.Equal(1, shown.At<Real>(w.X, w.Y).Value / outer.Loss(w), 1e-11);
        }
    }

    [Fact]
    public void A_landscape_is_asked_once_however_many_transformations_lie_around_it()
    {
        var asked = new Counted();
        for (int depth = 1; depth <= 32; depth++)
        {
            asked.Reset();
            Assert.Equal("Counted, transformed" + (depth == 1 ? "" : FormattableString.Invariant($" {depth} times")), Nested(asked, depth).Info.Title);
            Assert.Equal(1, asked.Count);
        }

        ILandscape mixture = asked;
        for (int depth = 0; depth < 20; depth++)
        {
            mixture = new Mixture(new([Part("a", mixture)]), NumberList.Empty);
        }

        asked.Reset();
        Assert.Equal("Mixture of a", mixture.Info.Title);
        Assert.Equal(1, asked.Count);
    }

    [Fact]
    public void The_text_of_transformations_grows_with_their_number_and_is_what_they_compute()
    {
        int[] lengths = [.. Enumerable.Range(10, 20).Select(depth => Nested(default(Himmelblau), depth).Info.Formula.Length)];
        Assert.All(lengths.Zip(lengths.Skip(1), (shorter, longer) => longer - shorter), more => Assert.InRange(more, 1, 260));

        foreach (int depth in new[] { 1, 2, 3, 12 })
        {
            ILandscape nested = Nested(new Rosenbrock(2, 5), depth);
            Formula shown = new Formula(nested.Info.Formula, FormulaText.Parameters(nested));
            foreach (Point w in Differences.PointsIn(nested.Info.Domain, 20, seed: 12))
            {
                Assert.Equal(1, shown.At<Real>(w.X, w.Y).Value / nested.Loss(w), 1e-9);
            }
        }
    }

    [Fact]
    public void Texts_that_are_longer_than_formulas_may_be_are_shown_all_the_same()
    {
        ILandscape longOne = new Expression(new Formula("x^2" + new string(' ', 9000) + "+ y^2"));
        ILandscape mixture = new Mixture(new([Part("a", longOne), Part("b", longOne)]), NumberList.Empty), moved = Nested(mixture, 2);
        Assert.True(moved.Info.Formula.Length > Formula.MaximumLength);
        Assert.DoesNotContain(LandscapeCheck.Run(moved).Findings, f => f.Verdict is Verdict.Fails);
    }

    [Fact]
    public void Combinators_refuse_what_makes_no_sense()
    {
        Member mixture = LandscapeCatalogue.Catalogue.Find("mixture")!, transformed = LandscapeCatalogue.Catalogue.Find("transformed")!;
        Member expression = LandscapeCatalogue.Catalogue.Find("expression")!;
        Refused(mixture, new Mixture(NamedMembers.Empty, NumberList.Empty), "at least one");
        Refused(mixture, new Mixture() with { Weights = new(1, 2, 3) }, "as many as the components");
        Refused(mixture, new Mixture() with { Weights = new(0, 0) }, "not all be 0");
        Refused(mixture, new Mixture(new([Part("../up", default(Hard))]), NumberList.Empty), "component names");
        Refused(transformed, new Transformed() with { Scale = new(1, 0) }, "scale");
        Refused(expression, new Expression(new Formula("x +* y")), "column 4");
        Assert.Throws<ArgumentOutOfRangeException>(() => mixture.Check(new Mixture() with { Weights = new(-1, 2) }));

        static void Refused(Member member, object value, string because) =>
            Assert.Contains(because, Assert.Throws<ArgumentException>(() => member.Check(value)).Message, StringComparison.Ordinal);
    }

    private static ILandscape Nested(ILandscape innermost, int depth)
    {
        for (int i = 1; i <= depth; i++)
        {
            innermost = new Transformed(innermost, Shift: new(-0.5 * i, 0.25), Rotate: 10 - (7 * i), Scale: new(1.1, i % 2 == 0 ? -0.9 : 1.2));
        }

        return innermost;
    }

    // A bowl that counts how often it is asked about itself.
    private readonly record struct Counted(int[] Asked) : ILandscape<Counted>
    {
        public Counted()
            : this(new int[1])
        {
        }

        public int Count => Asked[0];

        public LandscapeInfo Info
        {
            get
            {
                Asked[0]++;
                return new() { Title = "Counted", Formula = "x^2 + y^2", Source = "", Domain = Domain.Square(1), Start = new(1, 1) };
            }
        }

        public void Reset() => Asked[0] = 0;

        public T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Square(x) + T.Square(y);
    }

    private static KeyValuePair<string, object> Part(string name, ILandscape landscape) => KeyValuePair.Create<string, object>(name, landscape);
}
