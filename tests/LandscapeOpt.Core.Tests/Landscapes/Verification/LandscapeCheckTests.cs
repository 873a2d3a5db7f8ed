using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Landscapes.Verification;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Landscapes.Verification;

public sealed class LandscapeCheckTests
{
    public static TheoryData<string> Names => [.. LandscapeCatalogue.Catalogue.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_landscape_of_the_catalogue_passes(string name)
    {
        LandscapeReport report = LandscapeCheck.Run((ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype);
        Assert.True(report.Passes, string.Join('\n', report.Findings.Where(f => f.Verdict == Verdict.Fails)));
        Assert.Equal(
            ["critical points", "domain", "formula", "gradient", "hessian", "kinks", "lowest point", "plateaus"],
            report.Findings.Select(f => f.Check).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(report.Gradient.Largest, 0, 1e-6);
        Assert.True(report.Gradient.Judged > report.Gradient.Points / 2);
    }

    [Fact]
    public void The_same_landscape_gives_the_same_report() =>
        Assert.Equal(LandscapeCheck.Run(default(Hard)).Findings, LandscapeCheck.Run(default(Hard)).Findings);

    [Fact]
    public void A_wrong_derivative_fails_and_is_located()
    {
        LandscapeReport report = LandscapeCheck.Run(new WrongGradient());
        Finding gradient = Single(report, "gradient");
        Assert.Equal(Verdict.Fails, gradient.Verdict);
        Assert.True(report.Gradient.Where.X > 0, "The derivative is wrong only at x > 0.");
        Assert.InRange(report.Gradient.Largest, 1e-4, 1);
    }

    [Fact]
    public void Wrong_points_fail_and_say_why()
    {
        Fails("is not stationary", i => i with { CriticalPoints = [CriticalPoint.Minimum(3, 2.001, 0)] });
        Fails("not 0.5", i => i with { CriticalPoints = [CriticalPoint.Minimum(3, 2, 0.5)] });
        Fails("is a minimum", i => i with { CriticalPoints = [CriticalPoint.Saddle(3, 2, 0)] });
        Fails("below the stated 67.7", i => i with { CriticalPoints = [], GlobalMinimum = CriticalPoint.Minimum(0.0866775, 2.8842547, 67.719150) });
    }

    [Fact]
    public void A_wrong_formula_text_fails()
    {
        Fails("differ by", i => i with { Formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2 + 0.000001" });
        Fails("cannot be read: column 5", i => i with { Formula = "x + $" });
    }

    [Fact]
    public void A_start_outside_the_domain_fails() => Fails("outside", i => i with { Start = new(6, 0) });

    [Theory]
    [InlineData("abs(x - 0.3) + y^2", "the gradient jumps")]
    [InlineData("max(x + y, 1)^2 + 0.1 x + x^2 + 2 y^2", "the gradient jumps")]
    [InlineData("sign(x - y) + x^2 + y^2", "the loss jumps")]
    [InlineData("abs(x - 0.1)^0.5 + y^2", "the gradient grows without bound")]
    public void Kinks_are_found_and_fail_where_none_are_stated(string formula, string expected)
    {
        ILandscape typed = new Expression(new Formula(formula));
        Finding stated = Single(LandscapeCheck.Run(typed), "kinks");
        Assert.Equal(Verdict.Holds, stated.Verdict);
        Assert.Contains(expected, stated.Text, StringComparison.Ordinal);
        Finding unstated = Single(LandscapeCheck.Run(new Doctored(typed, typed.Info with { Kinks = null })), "kinks");
        Assert.Equal(Verdict.Fails, unstated.Verdict);
    }

    [Fact]
    public void Steep_but_smooth_is_no_kink()
    {
        Assert.Equal(Verdict.Holds, Single(LandscapeCheck.Run(new Expression(new Formula("tanh(1000 (x - 0.3)) + y^2"))), "kinks").Verdict);
        Assert.Equal("none found, none stated", Single(LandscapeCheck.Run(new Expression(new Formula("sin(40 x) exp(cos(30 y))"))), "kinks").Text);
    }

    [Fact]
    public void Plateaus_are_found_with_their_extent()
    {
        ILandscape typed = new Expression(new Formula("max(x^2 + y^2 - 4, 0)"));
        Finding plateau = Single(LandscapeCheck.Run(new Doctored(typed, typed.Info)), "plateaus");
        Assert.Equal(Verdict.Fails, plateau.Verdict);

        // Whoever types a formula cannot state any.
        Assert.Equal(Verdict.Notice, Single(LandscapeCheck.Run(typed), "plateaus").Verdict);
        Assert.Contains("exactly 0 on 12.42 %", plateau.Text, StringComparison.Ordinal);
        Assert.Contains("[-1.95, 1.95] x [-1.95, 1.95]", plateau.Text, StringComparison.Ordinal);
        Finding stated = Single(LandscapeCheck.Run(new Doctored(typed, typed.Info with { Plateaus = "inside the circle" })), "plateaus");
        Assert.Equal(Verdict.Holds, stated.Verdict);
        Assert.Contains("nearly flat", Single(LandscapeCheck.Run(default(Easom)), "plateaus").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_are_noticed_with_their_place()
    {
        LandscapeReport report = LandscapeCheck.Run(new Expression(new Formula("log(x + 3) + y^2"), Domain.Square(5), new(1, 1)));
        Finding domain = report.Findings.First(f => f.Check == "domain");
        Assert.Equal(Verdict.Notice, domain.Verdict);
        Assert.Contains("[-5, -3] x [-5, 5]", domain.Text, StringComparison.Ordinal);
        Assert.True(report.Passes);
        Assert.False(LandscapeCheck.Run(new Expression(new Formula("log(x)"), Domain.Square(5), new(-1, 1))).Passes);
    }

    [Fact]
    public void The_lowest_point_of_a_typed_formula_is_found()
    {
        LandscapeReport report = LandscapeCheck.Run(new Expression(new Formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")));
        Assert.Equal(0, report.Lowest!.Loss, 1e-20);
        Assert.Equal(CriticalKind.Minimum, report.Lowest.Kind);
        Finding open = Single(LandscapeCheck.Run(new Expression(new Formula("x + y^2"))), "lowest point");
        Assert.Contains("on the border", open.Text, StringComparison.Ordinal);
    }

    private static void Fails(string because, Func<LandscapeInfo, LandscapeInfo> change)
    {
        ILandscape himmelblau = default(Himmelblau);
        LandscapeReport report = LandscapeCheck.Run(new Doctored(himmelblau, change(himmelblau.Info)));
        Assert.False(report.Passes);
        Assert.Contains(because, string.Join('\n', report.Findings.Where(f => f.Verdict == Verdict.Fails).Select(f => f.Text)), StringComparison.Ordinal);
    }

    private static Finding Single(LandscapeReport report, string check) => report.Findings.Single(f => f.Check == check);

    /// <summary>A landscape of which something else is said.</summary>
    private readonly record struct Doctored(ILandscape Of, LandscapeInfo Info) : ILandscape<Doctored>
    {
        public T At<T>(T x, T y)
            where T : struct, IReal<T> => Of.At(x, y);
    }

    /// <summary>A landscape whose gradient somebody wrote by hand, with a slip.</summary>
    private sealed class WrongGradient : ILandscape
    {
        private readonly ILandscape right = default(Booth);

        public LandscapeInfo Info => right.Info;

        public IReadOnlyList<Component> Components => right.Components;

        public T At<T>(T x, T y)
            where T : struct, IReal<T> => right.At(x, y);

        public double Loss(Point w) => right.Loss(w);

        public Dual<Real> Gradient(Point w)
        {
            Dual<Real> f = right.Gradient(w);
            return w.X > 0 ? f with { Y = f.Y * 1.001 } : f;
        }

        public Jet<Real> Hessian(Point w) => right.Hessian(w);

        public TResult Accept<TResult>(ILandscapeVisitor<TResult> visitor) => right.Accept(visitor);
    }
}
