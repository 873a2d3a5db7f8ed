using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace LandscapeOpt.Catalogues;

/// <summary>An immutable list of numbers that compares by content, so that records holding one do too.</summary>
public sealed class NumberList(params ReadOnlySpan<double> values) : IReadOnlyList<double>, IEquatable<NumberList>
{
    private readonly double[] values = values.ToArray();

    /// <summary>No numbers.</summary>
    public static NumberList Empty { get; } = new();

    /// <inheritdoc/>
    public int Count => values.Length;

    /// <inheritdoc/>
    public double this[int index] => values[index];

    /// <inheritdoc/>
    public bool Equals(NumberList? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberList);

    /// <inheritdoc/>
    public override int GetHashCode() => values.Aggregate(values.Length, HashCode.Combine);

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Immutable named values in the order written, compared by content.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class Named<T> : IReadOnlyList<KeyValuePair<string, T>>, IEquatable<Named<T>>
{
    private readonly ImmutableArray<KeyValuePair<string, T>> entries;

    private protected Named(IEnumerable<KeyValuePair<string, T>> entries) => this.entries = [.. entries];

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <summary>The values in order.</summary>
    public IEnumerable<T> Values => entries.Select(e => e.Value);

    /// <inheritdoc/>
    public KeyValuePair<string, T> this[int index] => entries[index];

    /// <summary>The value of that name, if there is one.</summary>
    public bool TryGet(string name, [MaybeNullWhen(false)] out T value)
    {
        foreach ((string key, T entry) in entries)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                value = entry;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Named<T>? other) => other is not null && GetType() == other.GetType() && entries.SequenceEqual(other.entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Named<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Aggregate(entries.Length, (hash, e) => HashCode.Combine(hash, e.Key, e.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Named numbers.</summary>
public sealed class NamedNumbers(params IEnumerable<KeyValuePair<string, double>> entries) : Named<double>(entries)
{
    /// <summary>No numbers.</summary>
    public static NamedNumbers Empty { get; } = new();
}

/// <summary>Named members of a catalogue.</summary>
public sealed class NamedMembers(params IEnumerable<KeyValuePair<string, object>> entries) : Named<object>(entries)
{
    /// <summary>No members.</summary>
    public static NamedMembers Empty { get; } = new();
}
