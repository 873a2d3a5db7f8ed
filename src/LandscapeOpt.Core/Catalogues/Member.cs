namespace LandscapeOpt.Catalogues;

/// <summary>What people read about a catalogue member.</summary>
/// <param name="Title">Its name in prose: "Adam".</param>
/// <param name="Rule">The formula or update rule, in the letters of its source; lines are separated by \n.</param>
/// <param name="Source">Where it comes from: authors, year, arXiv id or DOI.</param>
public sealed record About(string Title, string Rule, string Source)
{
    /// <summary>Which variant this is, and what other libraries do differently; one sentence an entry.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Evaluations per step, for rules that need another number than one gradient.</summary>
    public string? Cost { get; init; }
}

/// <summary>A catalogue member: a name, what it is, and its parameters with their defaults.</summary>
public abstract class Member
{
    /// <summary>How deep members may stand in members, such as a landscape in a transformation of it, in files and SPECs.</summary>
    public const int DeepestNesting = 32;

    private protected Member(string name, object prototype, IReadOnlyList<Parameter> parameters)
    {
        Name = name;
        Prototype = prototype;
        Parameters = parameters;
    }

    /// <summary>The kebab-case kind.</summary>
    public string Name { get; }

    /// <summary>What people read about it.</summary>
    public abstract About About { get; }

    /// <summary>The parameters, in the order of the contract.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The member with all defaults.</summary>
    public object Prototype { get; }

    /// <summary>The parameter of that key or alias.</summary>
    public Parameter? Find(string key) => Parameters.FirstOrDefault(p =>
        string.Equals(p.Name, key, StringComparison.Ordinal) || p.Aliases.Contains(key, StringComparer.Ordinal));

    /// <summary>Every key that is accepted.</summary>
    public IEnumerable<string> Keys => Parameters.SelectMany(p => p.Aliases.Prepend(p.Name));

    /// <summary>What is wrong with the parameters of a member taken together; null where nothing is.</summary>
    public abstract string? Misfit(object value);

    /// <summary>Throws where a value lies out of its range or the values do not go together, naming the parameter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter's value is not accepted.</exception>
    /// <exception cref="ArgumentException">The parameters do not go together.</exception>
    public void Check(object value)
    {
        foreach (Parameter parameter in Parameters.Where(p => !p.IsShorthand))
        {
            object? actual = parameter.Get(value);
            if (!parameter.Allows(actual))
            {
                throw new ArgumentOutOfRangeException(
                    parameter.Name, actual, $"{Name}: {parameter.Name} must be {parameter.Accepts}.");
            }
        }

        if (Misfit(value) is { } misfit)
        {
            throw new ArgumentException($"{Name}: {misfit}", nameof(value));
        }
    }
}

/// <summary>A member of the catalogue of <typeparamref name="T"/>.</summary>
/// <typeparam name="T">What the catalogue holds.</typeparam>
public sealed class Member<T> : Member
    where T : notnull
{
    private readonly Func<T, About> about;
    private readonly Func<T, string?>? misfit;

    internal Member(
        string name, T prototype, Func<T, About> about, IReadOnlyList<Parameter> parameters, Func<T, string?>? misfit)
        : base(name, prototype, parameters)
    {
        Default = prototype;
        this.about = about;
        this.misfit = misfit;
    }

    /// <summary>The member with all defaults.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override About About => about(Default);

    /// <inheritdoc/>
    public override string? Misfit(object value) => misfit?.Invoke((T)value);
}
