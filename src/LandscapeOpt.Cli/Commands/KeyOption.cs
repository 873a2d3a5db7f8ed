using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>
/// An option that a described key makes: its name, help and completion come from the description. Its value stays text, which the reader of
/// experiments checks as if it stood in a file.
/// </summary>
internal sealed class KeyOption
{
    private KeyOption(Parameter key, Option option) => (Key, Option) = (key, option);

    internal Parameter Key { get; }

    internal Option Option { get; }

    /// <summary>The option of a key that is written as one text.</summary>
    internal Option<string?> Text => (Option<string?>)Option;

    /// <summary>Whether a command line can say it: what has keys of its own is left to files.</summary>
    internal static bool Suits(Parameter key) => key.Type is not (ParameterType.Block or ParameterType.Members or ParameterType.NamedNumbers);

    /// <summary>The option of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="prototype">What its default is read from; null for none.</param>
    internal static KeyOption Of(Parameter key, object? prototype = null)
    {
        string description = char.ToUpperInvariant(key.Meaning[0]) + key.Meaning[1..];
        Option option = key.Type switch
        {
            ParameterType.Flag => new Option<bool>(Name(key)),
            ParameterType.MemberList or ParameterType.Texts => new Option<string[]>(Name(key)),
            _ => new Option<string?>(Name(key)),
        };
        option.Description = description + (key.Type is ParameterType.MemberList ? "; repeatable." : ".");
        option.HelpName = HelpName(key, prototype);
        option.CompletionSources.Add(_ => Known(key).Select(name => new CompletionItem(name)));
        return new(key, option);
    }

    /// <summary>The value as a file would have it; null where the option is not given.</summary>
    internal Node? Node(ParseResult parsed)
    {
        Origin at = Origin.Option(Option.Name);
        switch (Option)
        {
            case Option<bool> flag:
                return parsed.GetValue(flag) ? new FlagNode(at, true) : null;
            case Option<string[]> list:
                string[] given = parsed.GetValue(list) ?? [];
                IEnumerable<string> items = Key.Type is ParameterType.Texts ? given.SelectMany(g => g.Split(',')).Select(g => g.Trim()) : given;
                return given.Length > 0 ? new ListNode(at, [.. items.Select(item => new WordNode(at, item))]) : null;
            default:
                return parsed.GetValue(Text) is { } text ? new WordNode(at, text) { Separator = Separator(Key) } : null;
        }
    }

    // Lists have no place in the singular: a transform is given one by one.
    private static string Name(Parameter key)
    {
        var name = new StringBuilder("--");
        foreach (char letter in key.Type is ParameterType.MemberList ? key.Catalogue! : key.Name)
        {
            _ = char.IsUpper(letter) ? name.Append('-').Append(char.ToLowerInvariant(letter)) : name.Append(letter);
        }

        return name.ToString();
    }

    private static string? HelpName(Parameter key, object? prototype) => key.Type switch
    {
        ParameterType.Flag => null,
        ParameterType.Number or ParameterType.Integer => "N",
        ParameterType.Member or ParameterType.MemberList => "SPEC",
        ParameterType.Choice when prototype is not null && key.Get(prototype) is string usual =>
            string.Join('|', key.Choices.Where(c => c != usual).Prepend(usual)),
        ParameterType.Choice => string.Join('|', key.Choices),
        ParameterType.Texts => "NAME,…",
        ParameterType.Point => string.Join('|', key.Words.Prepend($"{key.Pair.First.ToUpperInvariant()}{Separator(key)}{key.Pair.Second.ToUpperInvariant()}")),
        _ => "TEXT",
    };

    private static IEnumerable<string> Known(Parameter key) =>
        key.Catalogue is { } noun ? Kinds.Of(noun).All.Select(m => m.Name) : key.Choices.Concat(key.Words);

    // A point is written x,y, and a size WxH; the lists of a SPEC have semicolons.
    private static char Separator(Parameter key) =>
        key.Type is not ParameterType.Point ? ';' : key.Pair.First is "W" ? 'x' : ',';
}
