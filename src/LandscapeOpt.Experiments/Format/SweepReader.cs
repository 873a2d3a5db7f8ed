using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Reads what is varied, and checks every value against every run that it concerns.</summary>
internal sealed class SweepReader(ValueReader values, IReadOnlyList<Run> runs, IReadOnlyList<string> runNames)
{
    /// <summary>The axes of the sweep.</summary>
    internal IReadOnlyList<SweepAxis> Axes(Node node)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueReader.Show(node)} is not a sweep: expected an object of paths and their values");
            return [];
        }

        if (entries.Members.Count > Sweep.MaximumPaths)
        {
            values.Fail(node, Invariant($"there are {entries.Members.Count:N0} paths: at most {Sweep.MaximumPaths} are possible"));
            return [];
        }

        RunPath[] paths = [.. entries.Members.Select(m => RunPath.Parse(m.Name, runNames))];
        var axes = new List<SweepAxis>();

        // Whole rules before their settings, which depend on them.
        foreach ((MemberNode entry, RunPath path) in entries.Members.Zip(paths).OrderBy(e => e.Second.Keys.Count))
        {
            if (Axis(entry, path, axes) is { } axis)
            {
                axes.Add(axis);
            }
        }

        CheckOverlaps(entries, paths);
        return [.. axes.OrderBy(a => Array.IndexOf(paths, a.Path))];
    }

    /// <summary>The repetitions.</summary>
    internal Replicates? Replicates(Node node, IReadOnlyList<SweepAxis> axes)
    {
        Replicates? read = Format.Replicates.Read(node, values);
        if (read is not null && axes.Any(a => a.Path.Keys is ["seed"]))
        {
            values.Fail(node, "replicates set the seed, and the sweep does so too: leave one of them out");
        }

        return read;
    }

    private SweepAxis? Axis(MemberNode entry, RunPath path, IReadOnlyList<SweepAxis> outer)
    {
        if (path.Run is { } name && !runNames.Contains(name, StringComparer.Ordinal))
        {
            Fail(entry, $"there is no run '{name}'{Spelling.Suggest(name, runNames)}");
            return null;
        }

        var found = new List<Parameter>();
        foreach (Run run in runs.Where(r => path.Concerns(r.Name)).SelectMany(r => Variants(r, path, outer)))
        {
            if (path.Find(run, out string complaint) is not { } parameter)
            {
                Fail(entry, $"run '{run.Name}': {complaint}");
                return null;
            }

            found.Add(parameter);
        }

        if (found.Exists(p => p.Type != found[0].Type || p.Catalogue != found[0].Catalogue))
        {
            Fail(entry, "the path means different things in different runs: write runs.NAME in front of it");
            return null;
        }

        if (found.Count == 0)
        {
            // The runs have problems of their own; what can be said without them is said.
            _ = entry.Value is ListNode { Items.Count: > 0 } ? null : Values(entry.Value, AnyNumber);
            return null;
        }

        return Values(entry.Value, found[0]) is { } list ? Check(entry, new(path, list), found) : null;
    }

    // A path below another swept one must make sense for each of the other's values.
    private static IEnumerable<Run> Variants(Run run, RunPath path, IReadOnlyList<SweepAxis> outer)
    {
        IEnumerable<Run> variants = [run];
        foreach (SweepAxis axis in outer.Where(a => a.Path.Concerns(run.Name) && path.IsWithin(a.Path) && a.Path.Keys.Count < path.Keys.Count))
        {
            variants = variants.SelectMany(r => axis.Values.Select(v => (Run)axis.Path.Find(r, out _)!.With(r, v)));
        }

        return variants;
    }

    private IReadOnlyList<object>? Values(Node node, Parameter parameter)
    {
        switch (node)
        {
            case ListNode { Items.Count: > 0 } list:
                var items = new object[list.Items.Count];
                bool isWhole = true;
                for (int i = 0; i < items.Length; i++)
                {
                    object? value = values.Value(list.Items[i], parameter);
                    isWhole &= value is not null;
                    items[i] = value!;
                }

                return isWhole ? items : null;
            case ObjectNode range when parameter.Type is ParameterType.Number or ParameterType.Integer:
                return Range(range, parameter);
            default:
                values.Fail(node, parameter.Type is ParameterType.Number or ParameterType.Integer
                    ? "expected a list of values, or a range {\"from\": …, \"to\": …, \"count\": …, \"scale\": \"linear\" or \"log\"}"
                    : $"expected a list of values, each {parameter.Accepts}");
                return null;
        }
    }

    private SweepRange? Range(ObjectNode node, Parameter parameter)
    {
        var prototype = new SweepRange(0, 0, 2, IsLogarithmic: false, AreWhole: parameter.Type is ParameterType.Integer);
        if (values.Block(node, prototype, SweepRange.Keys(parameter.Range), "range") is not SweepRange range)
        {
            return null;
        }

        if (range.IsLogarithmic && (range.From <= 0 || range.To <= 0))
        {
            values.Fail(node.Find(range.From <= 0 ? "from" : "to")!, "a logarithmic range needs ends greater than 0");
            return null;
        }

        if (!Spread.IsFinite(range.From, range.To, range.IsLogarithmic))
        {
            values.Fail(node, "the ends of the range are too far apart");
            return null;
        }

        return range;
    }

    private static Parameter AnyNumber { get; } = SweepRange.Keys(NumberRange.Any)[0];

    // The values fit the first run's parameter; the other runs' may have another range or other choices.
    private SweepAxis? Check(MemberNode entry, SweepAxis axis, List<Parameter> found)
    {
        foreach (Parameter other in found.Skip(1).Where(p => p.Range != found[0].Range || !p.Choices.SequenceEqual(found[0].Choices))
            .DistinctBy(p => (p.Range, string.Join(',', p.Choices))))
        {
            for (int i = 0; i < axis.Values.Count; i++)
            {
                if (!other.Allows(axis.Values[i]))
                {
                    Node at = entry.Value is ListNode list ? list.Items[i] : entry.Value;
                    values.Fail(at, $"{ValueReader.Show(at)} does not suit every run: expected {other.Accepts}");
                    return null;
                }
            }
        }

        return axis;
    }

    // Two paths to the same value of the same run would overwrite each other.
    private void CheckOverlaps(ObjectNode entries, RunPath[] paths)
    {
        for (int i = 1; i < paths.Length; i++)
        {
            Run? twice = runs.FirstOrDefault(r => paths[..i].Any(p => p.Concerns(r.Name) && paths[i].Concerns(r.Name) && p.LeadsWhere(paths[i], r)));
            if (twice is not null)
            {
                Fail(entries.Members[i], $"an earlier path varies the same value of run '{twice.Name}'");
            }
        }
    }

    private void Fail(MemberNode entry, string message) => values.Fail(new NullNode(entry.At), message);
}
