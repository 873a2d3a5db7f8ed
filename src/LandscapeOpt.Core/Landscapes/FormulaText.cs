using System.Globalization;
using System.Text;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes.Expressions;

namespace LandscapeOpt.Landscapes;

/// <summary>Builds the formula texts of landscapes that are made of others.</summary>
internal static class FormulaText
{
    private static readonly HashSet<string> Constants = new(StringComparer.Ordinal) { "pi", "e" };

    /// <summary>The values of the names that a landscape's formula text uses: its numeric parameters and named numbers.</summary>
    public static NamedNumbers Parameters(ILandscape landscape)
    {
        Member? member = LandscapeCatalogue.Catalogue.All.FirstOrDefault(m => m.Prototype.GetType() == landscape.GetType());
        return new(member is null ? [] : member.Parameters.Where(p => !p.IsShorthand).SelectMany(p => p.Get(landscape) switch
        {
            double value => [KeyValuePair.Create(p.Name, value)],
            NamedNumbers numbers => numbers.AsEnumerable(),
            _ => [],
        }));
    }

    /// <summary>
    /// Definitions that end with one of the landscape's loss: every name of its text gets the prefix, its parameters are defined first, and x
    /// and y are replaced.
    /// </summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="formula">Its text, which whoever asks has got already: a landscape that is made of others works on it.</param>
    /// <param name="name">The name that gets the loss, and with an underscore the prefix of its other names.</param>
    /// <param name="x">The name that stands for x.</param>
    /// <param name="y">The name that stands for y.</param>
    public static string Definitions(ILandscape landscape, string formula, string name, string x = "x", string y = "y")
    {
        var text = new StringBuilder();
        foreach ((string parameter, double value) in Parameters(landscape))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}_{parameter} = {Number(value)}; ");
        }

        int start = formula.LastIndexOf(';') + 1;
        text.Append(Rename(formula[..start], name, x, y));
        text.Append(start > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{name} = {Rename(formula[start..].TrimStart(), name, x, y)}; ");
        return text.ToString();
    }

    /// <summary>A number in the language of formulas, which has no negative literals.</summary>
    public static string Number(double value) =>
        value < 0 ? $"(-{(-value).ToString(CultureInfo.InvariantCulture)})" : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A name that formulas accept, for a kebab-case one: minus signs, dots and @ become underscores.</summary>
    public static string Identifier(string name)
    {
        string text = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return char.IsAsciiDigit(text[0]) || text is "x" or "y" || Constants.Contains(text) || Functions.Find(text) is not null ? "_" + text : text;
    }

    private static string Rename(string text, string prefix, string x, string y)
    {
        var renamed = new StringBuilder();
        int at = 0;
        foreach (Token token in Lexer.Read(text))
        {
            renamed.Append(text, at, token.Offset - at).Append(token.Text switch
            {
                "x" => x,
                "y" => y,
                _ when token.Kind == TokenKind.Name && !Constants.Contains(token.Text) && Functions.Find(token.Text) is null => $"{prefix}_{token.Text}",
                _ => token.Text,
            });
            at = token.Offset + token.Text.Length;
        }

        return renamed.ToString();
    }
}
