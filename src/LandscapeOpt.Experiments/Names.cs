namespace LandscapeOpt.Experiments;

/// <summary>Names of experiments, runs and figures: what a file can be called on every system.</summary>
public static class Names
{
    /// <summary>The longest name.</summary>
    public const int MaximumLength = 100;

    /// <summary>The rule in words.</summary>
    public static string Rule => "a kebab-case name (a-z, 0-9, then also . @ _ -), at most 100 characters";

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsKebab(string name) => name.Length is > 0 and <= MaximumLength
        && char.IsAsciiLetterLower(name[0]) | char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '@' or '_' or '-')
        && !name.EndsWith('.');

    /// <summary>A text turned into such a name, for defaults.</summary>
    public static string From(string text)
    {
        char[] letters = [.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '.' ? c : '-')];
        string name = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim('.');
        return name.Length == 0 ? "experiment" : name.Length > MaximumLength ? name[..MaximumLength].TrimEnd('-', '.') : name;
    }
}
