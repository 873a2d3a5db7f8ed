using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// The regular expression of a SPEC: kind, keys and the form of their values. Of ranges it knows the sign only; the rest is for
/// <c>validate</c> to say.
/// </summary>
internal static class SpecPattern
{
    private const string Digits = @"(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?";
    private const string Whole = @"\d+(\.0*)?([eE]\+?\d+)?";

    /// <summary>The pattern of a member; null where it needs a key that only an object can give.</summary>
    internal static string? Of(Member member)
    {
        (string Key, string Value, bool IsRequired)[] keys = [.. member.Parameters
            .Where(p => p.Type is not (ParameterType.Members or ParameterType.NamedNumbers))
            .Select(p => (string.Join('|', p.Aliases.Prepend(p.Name)), Value(p), p.IsRequired))];
        if (member.Parameters.Any(p => p.IsRequired && p.Type is ParameterType.Members or ParameterType.NamedNumbers))
        {
            return null;
        }

        string needed = string.Concat(keys.Where(k => k.IsRequired).Select(k => $@"(?=.*[:,]\s*({k.Key})\s*=)"));
        string pair = keys.Length == 0 ? "" : "(" + string.Join('|', keys.Select(k => $@"\s*({k.Key})\s*=\s*({k.Value})\s*")) + ")";
        string pairs = keys.Length == 0 ? "" : $"(:{pair}(,{pair})*)?";
        return $@"^{needed}\s*{Regex.Escape(member.Name)}\s*{pairs}$".Replace(@"\-", "-", StringComparison.Ordinal);
    }

    private static string Value(Parameter parameter)
    {
        string sign = parameter.Range.From >= 0 ? @"\+?" : "[+-]?";
        string number = sign + Digits;
        return parameter.Type switch
        {
            ParameterType.Number => number,
            ParameterType.Integer => sign + Whole,
            ParameterType.Flag => "true|false",
            ParameterType.Choice => string.Join('|', parameter.Choices),
            ParameterType.Numbers => List(number, "*"),
            ParameterType.Point => List(number, "{1}"),
            ParameterType.Domain => List(number, "{3}"),
            ParameterType.Member => $@"\(?\s*({string.Join('|', Kinds.Of(parameter.Catalogue!).All.Select(m => m.Name))})\s*(:.*)?",
            _ => "[^,]*",
        };
    }

    private static string List(string item, string further) => $@"{item}(\s*;\s*{item}){further}";
}
