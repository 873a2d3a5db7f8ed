using System.Globalization;
using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

/// <summary>
/// A path to a value of one or of all runs, as sweeps and overrides write it: "steps", "optimizer.learningRate", "start.x",
/// "transforms[0].maximum", "runs.guided.schedule.decay".
/// </summary>
/// <param name="Text">The path as written.</param>
/// <param name="Run">The run that it is about; null for all runs.</param>
/// <param name="Keys">The keys below the run.</param>
public sealed partial record RunPath(string Text, string? Run, IReadOnlyList<string> Keys)
{
    private const string RunsPrefix = "runs.";

    /// <summary>Reads a path; run names may contain dots, so the known ones decide where the name ends.</summary>
    public static RunPath Parse(string text, IEnumerable<string> runNames)
    {
        string? run = null;
        string rest = text;
        if (text.StartsWith(RunsPrefix, StringComparison.Ordinal))
        {
            string after = text[RunsPrefix.Length..];
            run = runNames.Where(n => after.StartsWith(n + ".", StringComparison.Ordinal)).MaxBy(n => n.Length) ?? after.Split('.')[0];
            rest = after.Length > run.Length ? after[(run.Length + 1)..] : "";
        }

        return new(text, run, Bracketed().Replace(rest, ".${index}").Split('.'));
    }

    /// <summary>Whether the path is about a run of that name.</summary>
    public bool Concerns(string run) => Run is null || string.Equals(Run, run, StringComparison.Ordinal);

    /// <summary>Whether this path leads to a part of what the other one leads to, or to the same.</summary>
    public bool IsWithin(RunPath other) => Keys.Count >= other.Keys.Count && other.Keys.SequenceEqual(Keys.Take(other.Keys.Count), StringComparer.Ordinal);

    /// <summary>Whether this path leads to the same value of a run as the other one, be it by another key of the same number.</summary>
    public bool LeadsWhere(RunPath other, Run run) => Keys.Count == other.Keys.Count && Keys is not [""]
        && Keys.SkipLast(1).SequenceEqual(other.Keys.SkipLast(1), StringComparer.Ordinal)
        && (Keys[^1] == other.Keys[^1] || (Find(run, out _) is { } first && other.Find(run, out _) is { } second && first.Name == second.Name));

    /// <summary>The parameter that the path leads to, over <see cref="Runs.Run"/>; null where the run has no such value.</summary>
    /// <param name="run">The run; the kinds of its rules decide which keys there are.</param>
    /// <param name="complaint">Why there is none.</param>
    public Parameter? Find(Run run, out string complaint)
    {
        Parameter? found = Runs.Run.Keys.FirstOrDefault(p => p.Name == Keys[0]);
        complaint = found is not null ? ""
            : Keys is [""] ? "the path leads to no value: expected one such as steps or optimizer.learningRate"
            : Unknown("a run", Keys[0], Runs.Run.Keys.Select(p => p.Name));
        for (int k = 1; found is not null && k < Keys.Count; k++)
        {
            found = Below(found, run, Keys[k], out complaint);
        }

        if (found?.Type is ParameterType.Block or ParameterType.MemberList)
        {
            complaint = found.Type is ParameterType.Block
                ? $"the keys of {found.Name} are varied one by one: expected one of {string.Join(", ", found.Keys.Select(p => $"{found.Name}.{p.Name}"))}"
                : Numbered(found, run);
            return null;
        }

        // What is varied are values; a word that stands for one is a run's own.
        return found is null ? null : found with { Words = [] };
    }

    private static Parameter? Below(Parameter outer, Run run, string key, out string complaint)
    {
        complaint = "";
        object? value = outer.Get(run);
        Parameter? inner = outer.Type switch
        {
            ParameterType.Point => key switch
            {
                "x" => Parameters.Number<Point>("x", p => p.X, (p, v) => p with { X = v }, NumberRange.Any, ""),
                "y" => Parameters.Number<Point>("y", p => p.Y, (p, v) => p with { Y = v }, NumberRange.Any, ""),
                _ => null,
            },
            ParameterType.Block => outer.Keys.FirstOrDefault(p => p.Name == key),
            ParameterType.MemberList when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < Count(value) =>
                Item(outer, index),
            ParameterType.Member when value is not null => Kinds.Of(outer.Catalogue!).Of(value).Find(key),
            ParameterType.Members when value is NamedMembers members && members.TryGet(key, out _) => Entry(key, outer.Catalogue!),
            ParameterType.NamedNumbers when value is NamedNumbers numbers && numbers.TryGet(key, out _) => Entry(key),
            _ => null,
        };
        complaint = inner is not null ? "" : (outer.Type, value) switch
        {
            (ParameterType.Member, null) => $"there is no {outer.Name}",
            (ParameterType.Member, { } member) => Unknown(Kinds.Of(outer.Catalogue!).Of(member).Name, key, Kinds.Of(outer.Catalogue!).Of(member).Keys),
            (ParameterType.Members, NamedMembers members) => Unknown(outer.Name, key, members.Select(m => m.Key)),
            (ParameterType.NamedNumbers, NamedNumbers numbers) => Unknown(outer.Name, key, numbers.Select(n => n.Key)),
            (ParameterType.Block, _) => Unknown(outer.Name, key, outer.Keys.Select(p => p.Name)),
            (ParameterType.MemberList, _) => Numbered(outer, run),
            (ParameterType.Point, _) => $"{outer.Name} has no key '{key}': expected x or y",
            _ => $"{outer.Name} has no keys",
        };
        // A coordinate may be set where there is no point yet: the other one is 0.
        return inner is null ? null : Nested(outer.Type is ParameterType.Point ? outer with { Get = r => outer.Get(r) ?? new Point() } : outer, inner);
    }

    private static Parameter Nested(Parameter outer, Parameter inner) => inner with
    {
        Get = run => inner.Get(outer.Get(run)!),
        With = (run, value) => outer.With(run, inner.With(outer.Get(run)!, value)),
    };

    private static int Count(object? members) => ((IReadOnlyList<object>)members!).Count;

    private static string Numbered(Parameter list, Run run) => string.Create(
        CultureInfo.InvariantCulture, $"the number of {list.Name} is {Count(list.Get(run))}: expected {list.Name}[0], {list.Name}[1], …");

    private static Parameter Item(Parameter list, int index) => Parameters.Member<IReadOnlyList<object>, object>(
        list.Name, list.Catalogue!, all => all[index], (all, v) => [.. all.Select((m, i) => i == index ? v : m)], "");

    private static Parameter Entry(string name, string catalogue) => Parameters.Member<NamedMembers, object>(
        name,
        catalogue,
        all => all.TryGet(name, out object? member) ? member : null,
        (all, v) => new(all.Select(m => m.Key == name ? KeyValuePair.Create(name, v) : m)),
        "");

    private static Parameter Entry(string name) => Parameters.Number<NamedNumbers>(
        name,
        all => all.TryGet(name, out double number) ? number : double.NaN,
        (all, v) => new(all.Select(n => n.Key == name ? KeyValuePair.Create(name, v) : n)),
        NumberRange.Any,
        "");

    private static string Unknown(string owner, string key, IEnumerable<string> known)
    {
        string[] keys = [.. known];
        string hint = Spelling.Suggest(key, keys);
        return $"{owner} has no key '{key}'{(hint.Length > 0 ? hint : keys.Length == 0 ? " (it has none)" : ": expected one of " + string.Join(", ", keys))}";
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracketed();
}
