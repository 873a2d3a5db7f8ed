namespace LandscapeOpt.Landscapes.Expressions;

internal enum TokenKind
{
    Number,
    Name,
    Plus,
    Minus,
    Times,
    Over,
    Power,
    Open,
    Close,
    Comma,
    Semicolon,
    Equals,
    End,
}

/// <summary>A piece of a formula's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Its first character, from 0.</param>
/// <param name="Text">Its characters.</param>
/// <param name="Value">The value of a number.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, string Text, double Value = 0)
{
    /// <summary>How error messages name it.</summary>
    public string Shown => Kind switch
    {
        TokenKind.End => "the end of the formula",
        TokenKind.Number => $"the number {Text}",
        _ => $"'{Text}'",
    };
}
