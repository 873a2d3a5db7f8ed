using System.Text.RegularExpressions;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Names of experiments, runs and figures: what a file can be called on every system.</summary>
public static partial class Names
{
    /// <summary>The longest name.</summary>
    public const int MaximumLength = 100;

    /// <summary>The rule as a regular expression: kebab-case, no dot at the end, and nothing that Windows keeps for devices.</summary>
    public const string Pattern = @"^(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))[a-z0-9]([a-z0-9.@_-]*[a-z0-9@_-])?$";

    /// <summary>The rule in words.</summary>
    public static string Rule => "a kebab-case name (a-z, 0-9, then also . @ _ -), at most 100 characters, no device name of Windows (con, nul, …)";

    /// <summary>Whether a text is such a name.</summary>
    public static bool IsKebab(string name) => name.Length <= MaximumLength && !name.EndsWith('\n') && Kebab().IsMatch(name);

    /// <summary>A text turned into such a name, for defaults.</summary>
    public static string From(string text)
    {
        char[] letters = [.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '.' ? c : '-')];
        string name = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries)).Trim('.');
        name = name.Length > MaximumLength ? name[..MaximumLength].TrimEnd('-', '.') : name;
        return IsKebab(name) ? name : "experiment";
    }

    [GeneratedRegex(Pattern, RegexOptions.ECMAScript, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kebab();
}
