namespace LandscapeOpt.Catalogues;

/// <summary>All members of one kind, by name: what files, command line, help, completion and tests read.</summary>
public abstract class Catalogue
{
    private protected Catalogue(string noun, string plural) => (Noun, Plural) = (noun, plural);

    /// <summary>What a member is called: "optimizer".</summary>
    public string Noun { get; }

    /// <summary>What the members are called: "optimizers".</summary>
    public string Plural { get; }

    /// <summary>The members, sorted by name.</summary>
    public abstract IReadOnlyList<Member> All { get; }

    /// <summary>The member of that name, in whatever capitals: people write Adam.</summary>
    public Member? Find(string name) => All.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The member that a value is made from.</summary>
    /// <exception cref="ArgumentException">The value's type is not in the catalogue.</exception>
    public Member Of(object value) => All.FirstOrDefault(m => m.Prototype.GetType() == value.GetType())
        ?? throw new ArgumentException($"{value.GetType().Name} is not in the catalogue of {Plural}.", nameof(value));
}

/// <summary>The catalogue of one kind. Members add themselves, each from its own file.</summary>
/// <typeparam name="T">What the catalogue holds.</typeparam>
public sealed class Catalogue<T>(string noun, string plural) : Catalogue(noun, plural)
    where T : notnull
{
    private readonly List<Member<T>> members = [];

    /// <summary>The members, sorted by name.</summary>
    public IReadOnlyList<Member<T>> Members => members;

    /// <inheritdoc/>
    public override IReadOnlyList<Member> All => members;

    /// <summary>Adds a member. The name decides its place, so the order of static fields does not matter.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public Member<T> Add(
        string name, T prototype, Func<T, About> about, IReadOnlyList<Parameter> parameters, Func<T, string?>? misfit = null)
    {
        int place = members.FindIndex(m => string.CompareOrdinal(m.Name, name) >= 0);
        if (place >= 0 && string.Equals(members[place].Name, name, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The catalogue of {Plural} already has '{name}'.", nameof(name));
        }

        var member = new Member<T>(name, prototype, about, parameters, misfit);
        members.Insert(place < 0 ? members.Count : place, member);
        return member;
    }
}
