using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class NumberTextTests
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(-1.5, 3, "−1.5")]
    [InlineData(0.454123, 3, "0.454")]
    [InlineData(0.00229, 3, "0.00229")]
    [InlineData(1000, 3, "1000")]
    [InlineData(99999, 6, "99999")]
    [InlineData(100000, 3, "10⁵")]
    [InlineData(-100000, 3, "−10⁵")]
    [InlineData(120000, 3, "1.2×10⁵")]
    [InlineData(7.89e-31, 3, "7.89×10⁻³¹")]
    [InlineData(0.9996, 3, "1")]
    [InlineData(99.96, 3, "100")]
    [InlineData(double.NaN, 3, "undefined")]
    [InlineData(double.NegativeInfinity, 3, "−∞")]
    public void Numbers_are_short_and_exact_in_what_they_show(double value, int digits, string text) =>
        Assert.Equal(text, NumberText.Short(value, digits));

    [Fact]
    public void Negative_zero_is_shown_without_a_sign() => Assert.Equal("0", NumberText.Short(-0.0, 3));

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.06, 1, "−0.1")]
    [InlineData(2, 0, "2")]
    public void A_rounded_zero_has_no_sign(double value, int decimals, string text) => Assert.Equal(text, NumberText.Fixed(value, decimals));

    [Theory]
    [InlineData(1000, "1000")]
    [InlineData(-20, "−20")]
    [InlineData(100_000, "100\u202F000")]
    public void Thousands_stand_apart_from_ten_thousand_on(long count, string text) => Assert.Equal(text, NumberText.Count(count));

    [Fact]
    public void Culture_plays_no_part()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("−1234.5", NumberText.Short(-1234.5, 5));
            Assert.Equal("0.25", NumberText.Fixed(0.25, 2));
            Assert.Equal(0.25, RoundNumber.Of(25, -2));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Short_numbers_read_back_within_their_digits() => Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number =>
    {
        double value = number.Get;
        string text = NumberText.Short(value, 6);
        double read = Read(text);
        return Math.Abs(read - value) <= 0.5000001e-5 * Math.Abs(value) || Math.Abs(value) < 1e-300;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    internal static double Read(string text)
    {
        string plain = text.Replace('−', '-').Replace("\u202F", "", StringComparison.Ordinal);
        int power = plain.TakeWhile(c => !Superscripts.Contains(c)).Count();
        if (power == plain.Length)
        {
            return double.Parse(plain, CultureInfo.InvariantCulture);
        }

        int ten = plain.LastIndexOf("10", power, StringComparison.Ordinal);
        string mantissa = plain[..ten].TrimEnd('×');
        string exponent = string.Concat(plain[power..].Select(c => c == '⁻' ? '-' : (char)('0' + Superscripts.IndexOf(c, StringComparison.Ordinal))));
        return double.Parse((mantissa is "" or "-" ? mantissa + "1" : mantissa) + "e" + exponent, CultureInfo.InvariantCulture);
    }
}
