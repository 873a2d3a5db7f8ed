using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Landscapes.Expressions;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("2 + 3*4", 14)]
    [InlineData("(2 + 3)*4", 20)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("16/4/2", 2)]
    [InlineData("2^3^2", 512)]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("2^-2", 0.25)]
    [InlineData("2^-1^2", 0.5)]
    [InlineData("--+-2", -2)]
    [InlineData("3*-2", -6)]
    [InlineData("1/2 x", 1.5)]
    [InlineData("6 x", 18)]
    [InlineData("2x^2", 18)]
    [InlineData("x y", 15)]
    [InlineData("x(y + 1)", 18)]
    [InlineData("(x)(y)", 15)]
    [InlineData("2 sqrt(4) x", 12)]
    [InlineData("x^2 y", 45)]
    [InlineData("2 -x", -1)]
    [InlineData("1e-3", 0.001)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("2E2", 200)]
    [InlineData("2e", 2 * Math.E)]
    [InlineData("2e - e", Math.E)]
    [InlineData("2e+x", (2 * Math.E) + 3)]
    [InlineData("3 pi", 3 * Math.PI)]
    [InlineData("a x", 12)]
    [InlineData("s_1 = x + 1; t = s_1^2; t - y", 11)]
    [InlineData("max(1, x, 2)", 3)]
    [InlineData("min(5, y, x)", 3)]
    [InlineData("pow(x, 2)", 9)]
    [InlineData("hypot(x, 4)", 5)]
    [InlineData("hypot(1e200 x, 4e200)/1e200", 5)]
    [InlineData("hypot(1e-200 x, 4e-200)", 5e-200)]
    [InlineData("sign(-x) + sign(0) + 3 sign(y)", 2)]
    [InlineData("abs(-x)", 3)]
    [InlineData("x^0", 1)]
    [InlineData("(-x)^3", -27)]
    [InlineData("(-x)^-3", -1.0 / 27)]
    [InlineData("\n\tx\r\n+ y ", 8)]
    public void Reads_as_documented(string text, double expected) =>
        Assert.Equal(expected, new Formula(text, new([KeyValuePair.Create("a", 4.0)])).At<Real>(3, 5).Value, 15);

    [Theory]
    [InlineData("tan(x)", 0.3, 0.30933624960962325)]
    [InlineData("sinh(x)", 1e-9, 1e-9)]
    [InlineData("sinh(x)", 709, 4.1092037307774861e307)]
    [InlineData("cosh(x)", 2, 3.7621956910836314)]
    [InlineData("tanh(x)", 0.5, 0.46211715726000973)]
    [InlineData("atan(x)", -2, -1.1071487177940904)]
    [InlineData("atan2(x, -1)", -1e-300, -Math.PI)]
    [InlineData("x^0.5", 2, 1.4142135623730951)]
    [InlineData("x^2.5", 2, 5.656854249492381)]
    [InlineData("x^33", 1.1, 23.225154419887838)]
    public void Functions_have_their_values(string text, double x, double expected) =>
        Assert.Equal(1, new Formula(text).At<Real>(x, 0).Value / expected, 14);

    [Fact]
    public void Whole_powers_are_exact_repeated_multiplication()
    {
        for (int n = -32; n <= 32; n++)
        {
            Formula power = new Formula(FormattableString.Invariant($"x^{n}"));
            Jet<Real> atMinusTwo = power.At(Jet<Real>.VariableX(-2), Jet<Real>.VariableY(0));
            Assert.Equal(Math.Pow(-2, n), atMinusTwo.Value.Value);
            Assert.Equal(n * Math.Pow(-2, n - 1), atMinusTwo.X.Value);
            Assert.Equal(n * (n - 1) * Math.Pow(-2, n - 2), atMinusTwo.XX.Value);
            if (n >= 2)
            {
                Jet<Real> atZero = power.At(Jet<Real>.VariableX(0), Jet<Real>.VariableY(0));
                Assert.Equal((0, 0, n == 2 ? 2 : 0), (atZero.Value.Value, atZero.X.Value, atZero.XX.Value));
            }
        }
    }

    [Theory]
    [InlineData("x^0.5")]
    [InlineData("x^(1/2)")]
    [InlineData("pow(x, 0.5)")]
    public void The_power_one_half_is_the_root_with_its_derivative_at_0(string text)
    {
        foreach (double x in (double[])[0, 2, 1e-300, -1])
        {
            Assert.Equal(
                new Formula("sqrt(x)").At(Jet<Real>.VariableX(x), Jet<Real>.VariableY(0)),
                new Formula(text).At(Jet<Real>.VariableX(x), Jet<Real>.VariableY(0)));
        }
    }

    [Theory]
    [InlineData("x^2/10 + atan(x)", "")]
    [InlineData("x/y", "/")]
    [InlineData("x/0", "/")]
    [InlineData("hypot(x, y)", "hypot")]
    [InlineData("abs(x) + max(x, y)", "abs max")]
    [InlineData("atan2(y, x) + (x^2 + y^2)^0.5", "sqrt atan2")]
    [InlineData("sign(x) + min(x, 1) + log(x) + x^y", "sign min log power")]
    public void Operations_that_may_have_an_edge_are_named(string text, string kinks) =>
        Assert.Equal(kinks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            new Formula(text).Kinks.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("", 0, "expected a number, a name or '(', found the end of the formula")]
    [InlineData("x +", 3, "found the end of the formula")]
    [InlineData("x + * y", 4, "expected a number, a name or '(', found '*'")]
    [InlineData("x ** 2", 3, "a power is written x^2")]
    [InlineData("(x + y", 6, "expected an operator or ')', found the end of the formula")]
    [InlineData("x + y)", 5, "this ')' closes no '('")]
    [InlineData("sin x", 4, "expected '(' after the function sin, found 'x'")]
    [InlineData("sni(x)", 0, "unknown function 'sni'; did you mean 'sin'?")]
    [InlineData("floor(x)", 0, "there are sin, cos")]
    [InlineData("x + z", 4, "unknown name 'z'; known are x, y, pi, e, and what you define: z = 1; …")]
    [InlineData("3 xy", 2, "unknown name 'xy'; a product is written x y")]
    [InlineData("x 2", 2, "expected an operator or the end of the formula, found the number 2")]
    [InlineData("1.2.3", 3, "expected an operator or the end of the formula, found the number .3")]
    [InlineData("max(x)", 0, "max takes 2 or more arguments, not 1")]
    [InlineData("atan2(x, y, x)", 0, "atan2 takes 2 arguments, not 3")]
    [InlineData("sin()", 4, "expected a number, a name or '(', found ')'")]
    [InlineData("x $ y", 2, "a formula has no '$'")]
    [InlineData("x − y", 2, "a formula has no character U+2212; minus is written -")]
    [InlineData("2·x", 1, "times is written * or a space")]
    [InlineData("x² + y", 1, "a formula has no character U+00B2; a square is written x^2")]
    [InlineData("cos(π x)", 4, "it is written pi")]
    [InlineData("|x|", 0, "a magnitude is written abs(x)")]
    [InlineData("x & y", 2, "allowed are numbers, names and + - * / ^")]
    [InlineData("0.5 x + 1,5 y", 9, "found ','; a decimal point is written .")]
    [InlineData("X + y", 0, "unknown name 'X'; did you mean 'x'?")]
    [InlineData("x + .e5", 4, "expected a digit beside the '.'")]
    [InlineData("1e999", 0, "the number 1e999 is too large")]
    [InlineData("x + .", 4, "expected a digit beside the '.'")]
    [InlineData("sin = 2; x", 0, "'sin' has a meaning already")]
    [InlineData("x = 2; x", 0, "'x' has a meaning already")]
    [InlineData("s = x; s = y; s", 7, "'s' has a meaning already")]
    [InlineData("s = x y", 7, "expected an operator or ';' after the definition")]
    [InlineData("x; y", 1, "only definitions 'name = …' stand before a semicolon")]
    [InlineData("x + y = 2", 6, "'=' defines a single new name")]
    public void Errors_point_at_the_character_and_say_what_was_expected(string text, int offset, string problem)
    {
        var formula = new Formula(text);
        FormulaException error = Assert.Throws<FormulaException>(() => formula.Kinks);
        Assert.Equal(formula.Error!.Message, error.Message);
        Assert.Equal(offset, error.Offset);
        Assert.Equal(offset + 1, error.Column);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("sin")]
    [InlineData("pi")]
    [InlineData("two words")]
    [InlineData("")]
    public void Parameters_may_not_take_names_that_have_a_meaning(string name) =>
        Assert.NotNull(new Formula("x", new([KeyValuePair.Create(name, 1.0)])).Error);

    [Fact]
    public void Limits_are_the_stated_ones()
    {
        string longest = new string(' ', Formula.MaximumLength - 1) + "x";
        Assert.Null(new Formula(longest).Error);
        Assert.Equal(Formula.MaximumLength, new Formula(longest + " ").Error!.Offset);
        string Nested(int depth) => new string('(', depth) + "x" + new string(')', depth);
        Assert.Null(new Formula(Nested(Formula.MaximumNesting - 1)).Error);
        Assert.Equal(Formula.MaximumNesting, new Formula(Nested(Formula.MaximumNesting)).Error!.Offset);
    }

    [Fact]
    public void Formulas_compare_by_text_and_parameters()
    {
        var one = new Formula("a x", new([KeyValuePair.Create("a", 1.0)]));
        Assert.Equal(one, new Formula("a x", new([KeyValuePair.Create("a", 1.0)])));
        Assert.NotEqual(one, new Formula("a x", new([KeyValuePair.Create("a", 2.0)])));
        Assert.NotEqual(one, new Formula("a y", one.Parameters));
    }

    [Fact]
    public void Evaluation_does_not_allocate()
    {
        Formula formula = new Formula("1.2 exp(-(x^2 + y^2)/4.5) (1 - cos(6 x) cos(6 y)) + x^y");
        double sum = Evaluate(formula);
        Assert.Equal(0, Allocations.Least(() => () => sum += Evaluate(formula)));
        Assert.True(double.IsFinite(sum));

        static double Evaluate(Formula formula)
        {
            double sum = 0;
            for (int i = 0; i < 1000; i++)
            {
                sum += formula.At(Dual<Real>.VariableX(0.5), Dual<Real>.VariableY(0.1 * i)).X;
            }

            return sum;
        }
    }
}
