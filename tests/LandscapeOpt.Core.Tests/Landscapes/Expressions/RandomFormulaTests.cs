using System.Diagnostics;
using System.Text;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps.Programs;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Landscapes.Expressions;

public sealed class RandomFormulaTests
{
    private static readonly NamedNumbers Parameters = new([KeyValuePair.Create("a", 1.25), KeyValuePair.Create("b_2", -0.5)]);

    private static readonly Dictionary<string, double> Names = new(StringComparer.Ordinal)
    {
        ["pi"] = Math.PI,
        ["e"] = Math.E,
        ["a"] = 1.25,
        ["b_2"] = -0.5,
    };

    [Fact]
    public void Ten_thousand_formulas_agree_with_an_independent_evaluator()
    {
        int compared = 0;
        for (int seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            RandomFormula tree = RandomFormula.Next(random, 1 + (seed % 6));
            string text = tree.Print(random);
            Formula formula = new Formula(text, Parameters);
            double x = (4 * random.NextDouble()) - 2, y = (4 * random.NextDouble()) - 2;
            Jet<Real> f = formula.At(Jet<Real>.VariableX(x), Jet<Real>.VariableY(y));
            Assert.Equal(f.Value, formula.At<Real>(x, y));
            if (Taylor.Of(tree, x, y, Names) is not { } expected)
            {
                continue;
            }

            if (!double.IsFinite(expected.V.Value))
            {
                Assert.True(!double.IsFinite(f.Value), Invariant($"{text} at ({x}, {y}): {expected.V.Value} against {f.Value.Value}."));
                continue;
            }

            double[] actual = [f.Value, f.X, f.Y, f.XX, f.XY, f.YY];
            bool telling = true;
            foreach ((double value, (string name, Bounded bound)) in actual.Zip(expected.Parts))
            {
                if (!double.IsFinite(bound.Value) || !(bound.Error <= 1e-6 * (1 + Math.Abs(bound.Value))))
                {
                    telling = false;
                    continue;
                }

                Assert.True(
                    Math.Abs(value - bound.Value) <= 20 * (bound.Error + (1e-15 * Math.Abs(bound.Value)) + 1e-300),
                    Invariant($"{text} at ({x}, {y}): {name} is {bound.Value} within {bound.Error}, computed {value}."));
            }

            compared += telling ? 1 : 0;
        }

        Assert.True(compared >= 7000, Invariant($"Only {compared} formulas could be compared in full."));
    }

    [Fact]
    public void Ten_thousand_byte_strings_give_a_position_or_a_formula()
    {
        var clock = Stopwatch.StartNew();
        int refused = 0;
        for (int seed = 0; seed < 10_000; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            refused += Refuses(seed % 2 == 0 ? Encoding.Latin1.GetString(bytes) : Spoil(random)) ? 1 : 0;
        }

        Assert.True(refused > 5000, Invariant($"Only {refused} were refused."));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), "Reading hangs.");
    }

    [Fact]
    public void Long_and_deep_texts_are_refused_or_read_without_harm()
    {
        foreach (string piece in (string[])["(", "-", "sin(", "2^", "x+", "x^", "x ", "1/", "(x+1)", "x*(", "max(x,", "a=x;", "x=", "e", "1e", "."])
        {
            string text = string.Concat(Enumerable.Repeat(piece, Formula.MaximumLength / piece.Length));
            Refuses(text);
            Refuses(text + "x");
            Refuses(text + text);
        }

        // A long sum is no deep one.
        var sum = new Formula(string.Concat(Enumerable.Repeat("x+", 4999)) + "y");
        Assert.Equal(4999 * 0.5 + 2, sum.At<Real>(0.5, 2).Value);
        Assert.Equal(4999, sum.At(Jet<Real>.VariableX(0.5), Jet<Real>.VariableY(2)).X.Value);

        // Doubling 300 times would overflow memory if shared parts were copied.
        string doubling = "d0 = x; " + string.Concat(Enumerable.Range(1, 300).Select(i => Invariant($"d{i} = d{i - 1} + d{i - 1}; "))) + "d300";
        Assert.Equal(Math.ScaleB(1, 300), new Formula(doubling).At<Real>(1, 0).Value);
    }

    /// <summary>What maps run must not grow out of proportion either.</summary>
    [Theory]
    [InlineData("(x y)^1.5 + ", 830)]
    [InlineData("atan2(x, y) max(x, 1)/tanh(y) + ", 300)]
    [InlineData("(x + y^", 95)]
    [InlineData("sin(exp(", 95)]
    public void Gradients_of_long_and_deep_formulas_are_in_proportion(string piece, int count)
    {
        int opens = piece.Count(c => c == '(') - piece.Count(c => c == ')');
        string text = string.Concat(Enumerable.Repeat(piece, count)) + "x" + new string(')', opens * count);
        var clock = Stopwatch.StartNew();
        var program = BlockProgram.Of(new Expression(new Formula(text)));
        Assert.InRange(program.Operations, 1, 12 * text.Length);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "Compiling hangs.");
    }

    private static bool Refuses(string text)
    {
        Formula formula = new(text, Parameters);
        if (formula.Error is not { } error)
        {
            formula.At<Real>(0.5, 0.25);
            return false;
        }

        Assert.InRange(error.Offset, 0, text.Length);
        Assert.Equal(Invariant($"column {error.Offset + 1}: {error.Problem}"), error.Message);
        Assert.NotEmpty(error.Problem);
        return true;
    }

    /// <summary>A good formula with some characters changed, added or taken away.</summary>
    private static string Spoil(Random random)
    {
        const string Characters = "xy0129.e+-*/^(),;= \tabsin#$\"'\\µ\0";
        var text = new StringBuilder(RandomFormula.Next(random, 4).Print(random));
        for (int i = random.Next(1, 5); i > 0 && text.Length > 0; i--)
        {
            int at = random.Next(text.Length);
            char c = Characters[random.Next(Characters.Length)];
            switch (random.Next(3))
            {
                case 0:
                    text[at] = c;
                    break;
                case 1:
                    text.Insert(at, c);
                    break;
                default:
                    text.Remove(at, 1);
                    break;
            }
        }

        return text.ToString();
    }
}
