using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Catalogues;

/// <summary>Whatever number is given for whatever setting: it is taken, or refused with the setting's name.</summary>
public sealed class OutOfRangeTests
{
    private static readonly double[] Extremes =
        [0, -0.0, 1, -1, 0.25, double.Epsilon, 1 - 1.2e-16, 1e308, -1e308, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    private static readonly (Member Member, Parameter Parameter)[] Numbers =
    [
        .. Kinds.All.SelectMany(c => c.All).SelectMany(m => m.Parameters
            .Where(p => p.Type is ParameterType.Number or ParameterType.Integer && !p.IsShorthand)
            .Select(p => (m, p))),
    ];

    [Fact]
    public void A_number_is_taken_or_refused_by_name()
    {
        Gen<double> number = Gen.OneOf(
            Gen.Elements(Extremes),
            Gen.Choose(-3000, 3000).Select(n => n / 1000.0),
            from digits in Gen.Choose(-9999, 9999)
            from power in Gen.Choose(-300, 300)
            select digits * Math.Pow(10, power));
        Gen<(int, double)> cases = from index in Gen.Choose(0, Numbers.Length - 1) from value in number select (index, value);
        Prop.ForAll(Arb.From(cases), c => IsTakenOrNamed(Numbers[c.Item1].Member, Numbers[c.Item1].Parameter, c.Item2))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000).WithReplay(20261UL, 3UL));
    }

    [Fact]
    public void Every_catalogue_has_numbers_to_refuse() =>
        Assert.True(Numbers.Length > 80 && Kinds.All.All(c => c.All.Any(m => Numbers.Any(n => n.Member == m))));

    private static bool IsTakenOrNamed(Member member, Parameter parameter, double value)
    {
        bool isWhole = parameter.Type == ParameterType.Integer;
        if (isWhole && !(Math.Abs(value) < 1e18))
        {
            return true;
        }

        object given = isWhole ? (object)(long)value : value;
        bool isIn = isWhole ? parameter.Range.Contains((long)value) : double.IsFinite(value) && parameter.Range.Contains(value);
        object changed;
        try
        {
            changed = parameter.With(member.Prototype, given);
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }

        try
        {
            member.Check(changed);
            return isIn;
        }
        catch (ArgumentOutOfRangeException error)
        {
            return !isIn && error.ParamName == parameter.Name && error.Message.Contains(parameter.Accepts, StringComparison.Ordinal);
        }
        catch (ArgumentException error)
        {
            // In range, but not beside the other settings.
            return isIn && error.Message.StartsWith(member.Name + ": ", StringComparison.Ordinal);
        }
    }
}
