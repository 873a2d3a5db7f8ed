using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>The parameters of a catalogue member for people: key, default, what is accepted, meaning.</summary>
internal static class ParameterTable
{
    // How meanings say what holds where a parameter has no value of its own.
    private const string Otherwise = " (default: ";

    /// <summary>The lines of the table.</summary>
    internal static IEnumerable<string> Lines(Member member) => TextTable.Lines(
        ["parameter", "default", "accepts", "meaning"],
        [.. member.Parameters.Select(string[] (p) =>
            [Key(p), Default(p, member.Prototype), p.SpecForm is { } form ? $"{p.Accepts}; in a SPEC {form}" : p.Accepts, Split(p.Meaning).Meaning])]);

    private static string Key(Parameter parameter) => string.Join(" or ", parameter.Aliases.Prepend(parameter.Name));

    private static string Default(Parameter parameter, object prototype) => parameter.IsShorthand ? "" : parameter.IsRequired ? "required"
        : parameter.Get(prototype) switch
        {
            null => Split(parameter.Meaning).Otherwise,
            bool flag => flag ? "true" : "false",
            NumberList { Count: 0 } or NamedNumbers { Count: 0 } => "none",
            NumberList list => string.Join(';', list.Select(TextTable.Shortest)),
            double number => TextTable.Shortest(number),
            Domain domain => $"[[{TextTable.Shortest(domain.X0)}, {TextTable.Shortest(domain.X1)}], "
                + $"[{TextTable.Shortest(domain.Y0)}, {TextTable.Shortest(domain.Y1)}]]",
            Numbers.Point point => $"[{TextTable.Shortest(point.X)}, {TextTable.Shortest(point.Y)}]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            { } value when parameter.Type is ParameterType.Member => Kinds.Of(parameter.Catalogue!).Of(value).Name,
            { } value => value.ToString() ?? "",
        };

    private static (string Meaning, string Otherwise) Split(string meaning) =>
        meaning.IndexOf(Otherwise, StringComparison.Ordinal) is >= 0 and var at && meaning[^1] == ')'
            ? (meaning[..at], meaning[(at + Otherwise.Length)..^1])
            : (meaning, "");
}
