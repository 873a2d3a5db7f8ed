using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Reference;

namespace LandscapeOpt.Tests.Numbers;

public sealed class ElementaryTests
{
    public static TheoryData<string> Names => [.. Functions.Names];

    [Fact]
    public void Agrees_with_the_reference_values_to_the_promised_units_in_the_last_place()
    {
        ReferenceTable table = ReferenceTable.Read("elementary.csv");
        var counts = new Dictionary<string, int>();
        for (int row = 0; row < table.Rows.Count; row++)
        {
            string name = table.Text(row, "function");
            double a = table.Number(row, "a"), b = table.Number(row, "b"), expected = table.Number(row, "result");
            double actual = Functions.Own(name, a, b);
            double bound = name == "sqrt" ? 0 : Functions.Bound(name);
            Ulp.AssertWithin(bound, expected, actual, name, a, b);
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        Assert.Equal(8, counts.Count);
        Assert.All(counts.Values, count => Assert.Equal(500, count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Special_arguments_give_what_the_system_library_gives(string name)
    {
        foreach (double a in Arguments.Special)
        {
            foreach (double b in Functions.TakesTwo(name) ? Arguments.Special : [0])
            {
                double expected = Functions.System(name, a, b), actual = Functions.Own(name, a, b);
                bool exact = !double.IsFinite(expected) || expected == 0 || Math.Abs(expected) == 1;
                Ulp.AssertWithin(exact ? 0 : Functions.Bound(name) + 1, expected, actual, name, a, b);
            }
        }
    }

    [Fact]
    public void Exact_results_are_exact()
    {
        Assert.Equal(1, Elementary.Exp(0));
        Assert.Equal(0, Elementary.Log(1));
        Assert.Equal(1, Elementary.Cos(0));
        Assert.Equal(1, Elementary.Sin(Math.PI / 2));
        Assert.Equal(-1, Elementary.Cos(Math.PI));
        Assert.Equal(Math.PI, Elementary.Atan2(0, -1));
        Assert.Equal(-Math.PI, Elementary.Atan2(-0.0, -1));
        Assert.Equal(Math.PI / 2, Elementary.Atan2(1, 0));
        Assert.Equal(Math.PI / 4, Elementary.Atan2(1, 1));
        Assert.Equal(5e-200, Elementary.Hypot(3e-200, 4e-200));
        Assert.Equal(Math.Sqrt(2) * 1e200, Elementary.Hypot(1e200, -1e200));
        Assert.Equal(double.Epsilon, Elementary.Hypot(0, double.Epsilon));
        Assert.Equal(double.MaxValue, Elementary.Hypot(double.MaxValue, 1e200));
        Assert.Equal(1024, Elementary.Pow(2, 10));
        Assert.Equal(3, Elementary.Pow(9, 0.5));
        Assert.Equal(0.125, Elementary.Pow(2, -3));
        Assert.Equal(-27, Elementary.Pow(-3, 3));
    }

    [Fact]
    public void Sine_and_cosine_never_leave_their_range()
    {
        var random = new Pcg64(1);
        for (int i = 0; i < 400_000; i++)
        {
            double x = Arguments.NearQuarterTurn(random, 30) + (1e-8 * random.NextDouble());
            Assert.InRange(Elementary.Sin(x), -1, 1);
            Assert.InRange(Elementary.Cos(x), -1, 1);
        }
    }

    [Fact]
    public void Odd_and_even_functions_are_so_to_the_last_bit()
    {
        var random = new Pcg64(2);
        for (int i = 0; i < 100_000; i++)
        {
            double x = Arguments.Mixed(random);
            Ulp.AssertWithin(0, -Elementary.Sin(x), Elementary.Sin(-x), "Sin", -x);
            Ulp.AssertWithin(0, Elementary.Cos(x), Elementary.Cos(-x), "Cos", -x);
            Ulp.AssertWithin(0, -Elementary.Tanh(x), Elementary.Tanh(-x), "Tanh", -x);
        }
    }

    [Fact]
    public void Simple_powers_are_as_near_as_the_operations_they_stand_for()
    {
        var random = new Pcg64(3);
        for (int i = 0; i < 50_000; i++)
        {
            double x = Math.Abs(Arguments.AnyBits(random));
            Ulp.AssertWithin(1, x, Elementary.Pow(x, 1), "pow", x, 1);
            Ulp.AssertWithin(1, x * x, Elementary.Pow(x, 2), "pow", x, 2);
            Ulp.AssertWithin(1, 1 / x, Elementary.Pow(x, -1), "pow", x, -1);
            Ulp.AssertWithin(1, Math.Sqrt(x), Elementary.Pow(x, 0.5), "pow", x, 0.5);
        }
    }
}
