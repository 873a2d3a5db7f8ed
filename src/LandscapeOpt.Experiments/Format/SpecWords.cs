using System.Globalization;
using System.Text;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Writes catalogue members for people: the kind, and what differs from the defaults in words.</summary>
internal static class SpecWords
{
    // Lines of a caption do not break between a parameter and its value.
    private const char NoBreak = '\u00a0';

    private static readonly Dictionary<string, string> Letters = new(StringComparer.Ordinal)
    {
        ["alpha"] = "α",
        ["beta"] = "β",
        ["beta1"] = "β₁",
        ["beta2"] = "β₂",
        ["gamma"] = "γ",
        ["epsilon"] = "ε",
        ["eta"] = "η",
        ["kappa"] = "κ",
        ["lambda"] = "λ",
        ["lambda1"] = "λ₁",
        ["lambda2"] = "λ₂",
        ["rho"] = "ρ",
        ["xi"] = "ξ",
    };

    /// <summary>"adam (learning rate 0.01, β₁ 0.8)".</summary>
    /// <param name="value">The member.</param>
    /// <param name="catalogue">Its catalogue.</param>
    /// <param name="always">The name of a parameter that is said also where it has its default; null for none.</param>
    internal static string Of(object value, Catalogue catalogue, string? always = null)
    {
        if (value is Expression formula)
        {
            return Printed(formula);
        }

        Member member = catalogue.Of(value);
        IEnumerable<Parameter> said = member.Parameters.Where(p => !p.IsShorthand
            && (string.Equals(p.Name, always, StringComparison.Ordinal) || !Equals(p.Get(value), p.Get(member.Prototype))));

        // A parameter with its kind's name need not be named twice: momentum 0.9.
        ILookup<bool, Parameter> own = said.ToLookup(p => string.Equals(p.Name, member.Name, StringComparison.Ordinal));
        string name = own[true].Aggregate(member.Name, (text, p) => text + NoBreak + Value(p, value));
        string[] words = [.. own[false].OrderBy(p => !string.Equals(p.Name, always, StringComparison.Ordinal))
            .Select(p => Word(p.Name) + NoBreak + Value(p, value))];
        return words.Length == 0 ? name : $"{name}{NoBreak}({string.Join(", ", words)})";
    }

    private static string Value(Parameter parameter, object value) => parameter.Get(value) switch
    {
        bool flag => flag ? "on" : "off",
        Point point => NumberText.Point(point, 6),
        { } inner when parameter.Type is ParameterType.Member => Of(inner, Kinds.Of(parameter.Catalogue!)),
        double number => NumberText.Short(number, 6),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture).Replace('-', '−'),
        var other => SpecText.Value(parameter, other),
    };

    /// <summary>A formula as it is printed: "100·(y − x²)² + (1 − x)²".</summary>
    /// <param name="formula">The landscape.</param>
    internal static string Printed(Expression formula) => NumberText.Typeset(formula.Formula.Text)
        .Replace("^2", "²", StringComparison.Ordinal).Replace("^3", "³", StringComparison.Ordinal).Replace('*', '·').Replace('-', '−');

    // learningRate: learning rate.
    private static string Word(string name)
    {
        if (Letters.TryGetValue(name, out string? letter))
        {
            return letter;
        }

        var word = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            _ = char.IsUpper(c) ? word.Append(NoBreak).Append(char.ToLowerInvariant(c)) : word.Append(c);
        }

        return word.ToString();
    }
}
