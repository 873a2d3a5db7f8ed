using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Tests.Catalogues;

/// <summary>What every member of every catalogue promises about its name, its description and its settings.</summary>
internal static partial class MemberContract
{
    internal static void Verify(Member member)
    {
        Assert.Matches("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", member.Name);
        About about = member.About;
        Assert.False(string.IsNullOrWhiteSpace(about.Title));
        Assert.False(string.IsNullOrWhiteSpace(about.Rule));
        Assert.Matches(Citation(), about.Source);
        Assert.All(about.Notes, note => Assert.EndsWith(".", note, StringComparison.Ordinal));
        Assert.Equal(member.Keys.Distinct(StringComparer.Ordinal).Count(), member.Keys.Count());
        member.Check(member.Prototype);
        Assert.All(member.Parameters, parameter => Verify(member, parameter));
    }

    private static void Verify(Member member, Parameter parameter)
    {
        Assert.Matches("^[a-z][a-zA-Z0-9]*$", parameter.Name);
        Assert.False(string.IsNullOrWhiteSpace(parameter.Meaning));
        Assert.False(string.IsNullOrWhiteSpace(parameter.Accepts));
        Assert.Equal(member.Prototype, parameter.With(member.Prototype, parameter.Get(member.Prototype)));
        if (parameter.IsOptional)
        {
            Assert.Null(parameter.Get(parameter.With(member.Prototype, null)));
        }

        foreach (object value in Accepted(parameter))
        {
            object changed = parameter.With(member.Prototype, value);
            Assert.Equal(value, parameter.Get(changed));
            member.Check(changed);
        }

        // A shorthand's value is checked as that of the parameters it sets.
        foreach (object value in parameter.IsShorthand ? [] : Refused(parameter))
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => member.Check(parameter.With(member.Prototype, value)));
            Assert.Equal(parameter.Name, error.ParamName);
            Assert.Contains(parameter.Accepts, error.Message, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<object> Accepted(Parameter parameter)
    {
        double inside = double.IsFinite(parameter.Range.To) ? (Math.Max(parameter.Range.From, -1e6) + parameter.Range.To) / 2
            : Math.Max(parameter.Range.From, 0) + 1.5;
        return parameter.Type switch
        {
            ParameterType.Number => [inside],
            ParameterType.Integer => [(long)inside],
            ParameterType.Flag => [true, false],
            ParameterType.Choice => parameter.Choices,
            ParameterType.Numbers => [new NumberList(inside, inside)],
            _ => [],
        };
    }

    private static IEnumerable<object> Refused(Parameter parameter)
    {
        NumberRange range = parameter.Range;
        IEnumerable<double> outside = new[]
        {
            double.NaN,
            double.PositiveInfinity,
            range.IncludesFrom ? range.From - 1 : range.From,
            range.IncludesTo ? range.To + 1 : range.To,
        };
        return parameter.Type switch
        {
            ParameterType.Number => outside.Cast<object>(),
            ParameterType.Integer => outside.Where(double.IsFinite).Select(v => (object)(long)v),
            ParameterType.Numbers => outside.Select(v => (object)new NumberList(v)),
            _ => [],
        };
    }

    // An arXiv id, a DOI, an ISBN, a journal's volume and page, a conference with its year, a public page, repository or review, one of the two
    // posts, or the word that it is this project's own.
    [GeneratedRegex(@"arXiv:\d{4}\.\d{4,5}|doi:10\.\d{4,}/|ISBN [\d-]{13}|\w \d+:\d+|NIPS \d{4}|openreview\.net/forum|sfu\.ca/|[\w.-]+/[\w.-]+,|sin/cos post|This project", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();
}
