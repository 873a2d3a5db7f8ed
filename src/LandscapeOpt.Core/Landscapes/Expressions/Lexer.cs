using System.Globalization;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>Cuts a formula's text into tokens.</summary>
internal static class Lexer
{
    /// <summary>The tokens of a formula, the last of them <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="FormulaException">A character that no formula has or a malformed or too large number.</exception>
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            int end = IsDigit(c) || c == '.' ? NumberEnd(text, at) : StartsName(c) ? NameEnd(text, at) : at + 1;
            tokens.Add(Classify(text[at..end], at));
            at = end;
        }

        tokens.Add(new(TokenKind.End, text.Length, ""));
        return tokens;
    }

    /// <summary>Whether a text is one name: a letter or underscore, then letters, digits and underscores, all ASCII.</summary>
    public static bool IsName(string text) => text.Length > 0 && StartsName(text[0]) && NameEnd(text, 0) == text.Length;

    private static Token Classify(string piece, int offset)
    {
        if (StartsName(piece[0]))
        {
            return new(TokenKind.Name, offset, piece);
        }

        if (IsDigit(piece[0]) || piece[0] == '.')
        {
            return double.TryParse(piece, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
                ? new(TokenKind.Number, offset, piece, value)
                : throw new FormulaException(
                    offset, piece is "." or ['.', 'e' or 'E', ..] ? "expected a digit beside the '.'" : $"the number {piece} is too large");
        }

        TokenKind kind = piece[0] switch
        {
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Times,
            '/' => TokenKind.Over,
            '^' => TokenKind.Power,
            '(' => TokenKind.Open,
            ')' => TokenKind.Close,
            ',' => TokenKind.Comma,
            ';' => TokenKind.Semicolon,
            '=' => TokenKind.Equals,
            _ => throw new FormulaException(offset, $"a formula has no {Describe(piece[0])}; {Instead(piece[0])}"),
        };
        return new(kind, offset, piece);
    }

    private static int NumberEnd(string text, int at)
    {
        at = Digits(text, at);
        if (at < text.Length && text[at] == '.')
        {
            at = Digits(text, at + 1);
        }

        // An e without digits behind it is the constant e: 2e - x.
        int exponent = at + 1;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            exponent += exponent < text.Length && text[exponent] is '+' or '-' ? 1 : 0;
            int end = Digits(text, exponent);
            at = end > exponent ? end : at;
        }

        return at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NameEnd(string text, int at)
    {
        while (at < text.Length && (StartsName(text[at]) || IsDigit(text[at])))
        {
            at++;
        }

        return at;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c);

    private static bool StartsName(char c) => char.IsAsciiLetter(c) || c == '_';

    private static string Describe(char c) => char.IsControl(c) || char.IsSurrogate(c) || c > '~'
        ? string.Create(CultureInfo.InvariantCulture, $"character U+{(int)c:X4}")
        : $"'{c}'";

    // What people paste from a paper or write in a programming language.
    private static string Instead(char c) => c switch
    {
        '\u2212' or '\u2013' or '\u2014' => "minus is written -",
        '\u00b7' or '\u00d7' or '\u22c5' or '\u2217' => "times is written * or a space",
        '\u00f7' or '\u2215' => "a quotient is written a/b",
        '\u00b2' => "a square is written x^2",
        '\u00b3' => "a cube is written x^3",
        '\u03c0' => "it is written pi",
        '\u221a' => "a root is written sqrt(x)",
        '|' => "a magnitude is written abs(x)",
        '[' or ']' or '{' or '}' => "brackets are ( and )",
        _ => "allowed are numbers, names and + - * / ^ ( ) , ; =",
    };
}
