using System.Globalization;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>A deterministic share of the runs.</summary>
/// <param name="Number">Which share, from 1.</param>
/// <param name="Of">How many shares there are.</param>
public readonly record struct Shard(int Number, int Of)
{
    /// <summary>All runs.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>Whether others do the rest.</summary>
    public bool IsPart => Of > 1;

    /// <summary>What the files of its work are called.</summary>
    internal string FileName => Invariant($"runs-{Number}-of-{Of}");

    /// <summary>The share whose work a file belongs to.</summary>
    internal static Shard OfFile(string path) => Path.GetFileNameWithoutExtension(path).Split('-') is [_, var number, _, var of]
        && int.TryParse(number, CultureInfo.InvariantCulture, out int n) && int.TryParse(of, CultureInfo.InvariantCulture, out int m)
            ? new(n, m)
            : Whole;

    /// <summary>Whether a run is in the share. Shares take turns, so that neighbours of equal cost are spread; experiments begin at different shares.</summary>
    /// <param name="experiment">The experiment's name.</param>
    /// <param name="index">The run's index in the plan.</param>
    public bool Has(string experiment, int index)
    {
        uint first = 0;
        foreach (char letter in experiment)
        {
            first = unchecked((first * 31) + letter);
        }

        return (first % (uint)Of + (uint)index) % (uint)Of == (uint)(Number - 1);
    }

    /// <summary>"2/8".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
