using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Writes catalogue members in their short form: the kind, and what must be given or differs from the defaults.</summary>
public static class SpecText
{
    /// <summary>"adam:beta1=0.8": a SPEC that reads back to the same member, as far as its parameters fit into one.</summary>
    /// <param name="value">The member.</param>
    /// <param name="catalogue">Its catalogue.</param>
    public static string Of(object value, Catalogue catalogue)
    {
        Member member = catalogue.Of(value);
        IEnumerable<string> changed = member.Parameters
            .Where(p => p.IsRequired || (!p.IsShorthand && !Equals(p.Get(value), p.Get(member.Prototype))))
            .Select(p => p.Name + "=" + Value(p, p.Get(value)));
        string keys = string.Join(',', changed);
        return keys.Length == 0 ? member.Name : member.Name + ":" + keys;
    }

    /// <summary>A parameter's value as a SPEC writes it.</summary>
    internal static string Value(Parameter parameter, object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        NumberList list => string.Join(';', list.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        Point point => string.Create(CultureInfo.InvariantCulture, $"{point.X};{point.Y}"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        string text => text,
        null => "",
        _ when parameter.Type is ParameterType.Member => "(" + Of(value, Kinds.Of(parameter.Catalogue!)) + ")",
        _ => "…",
    };
}
