using LandscapeOpt.Numbers;

namespace LandscapeOpt.Catalogues;

/// <summary>Shorthands that declare a parameter of a record in one line; the default is the value of the registered prototype.</summary>
public static class Parameters
{
    /// <summary>A number.</summary>
    public static Parameter Number<TOwner>(
        string name, Func<TOwner, double> get, Func<TOwner, double, TOwner> with, NumberRange range, string meaning, params string[] aliases)
        where TOwner : notnull => Make(name, ParameterType.Number, meaning, get, with) with { Range = range, Aliases = aliases };

    /// <summary>A number that the run decides where it is not given (null).</summary>
    public static Parameter OptionalNumber<TOwner>(
        string name, Func<TOwner, double?> get, Func<TOwner, double?, TOwner> with, NumberRange range, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Number, meaning, get, with) with { Range = range, IsOptional = true };

    /// <summary>A whole number.</summary>
    public static Parameter Integer<TOwner>(
        string name, Func<TOwner, long> get, Func<TOwner, long, TOwner> with, NumberRange range, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Integer, meaning, get, with) with { Range = range };

    /// <summary>A whole number that the run decides where it is not given (null).</summary>
    public static Parameter OptionalInteger<TOwner>(
        string name, Func<TOwner, long?> get, Func<TOwner, long?, TOwner> with, NumberRange range, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Integer, meaning, get, with) with { Range = range, IsOptional = true };

    /// <summary>true or false.</summary>
    public static Parameter Flag<TOwner>(string name, Func<TOwner, bool> get, Func<TOwner, bool, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Flag, meaning, get, with);

    /// <summary>One member of an enumeration, written in kebab-case.</summary>
    public static Parameter Choice<TOwner, TEnum>(string name, Func<TOwner, TEnum> get, Func<TOwner, TEnum, TOwner> with, string meaning)
        where TOwner : notnull
        where TEnum : struct, Enum => Make<TOwner, string>(
            name, ParameterType.Choice, meaning, o => Kebab.Of(get(o)), (o, v) => with(o, Kebab.Parse<TEnum>(v))) with
        { Choices = [.. Enum.GetValues<TEnum>().Select(Kebab.Of)] };

    /// <summary>A text.</summary>
    public static Parameter Text<TOwner>(string name, Func<TOwner, string> get, Func<TOwner, string, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Text, meaning, get, with);

    /// <summary>A list of numbers.</summary>
    public static Parameter Numbers<TOwner>(
        string name, Func<TOwner, NumberList> get, Func<TOwner, NumberList, TOwner> with, NumberRange range, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Numbers, meaning, get, with) with { Range = range };

    /// <summary>A point of the plane.</summary>
    public static Parameter Point<TOwner>(string name, Func<TOwner, Point> get, Func<TOwner, Point, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Point, meaning, get, with);

    /// <summary>A rectangle.</summary>
    public static Parameter Domain<TOwner>(string name, Func<TOwner, Domain> get, Func<TOwner, Domain, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Domain, meaning, get, with);

    /// <summary>Another catalogue member.</summary>
    public static Parameter Member<TOwner, TMember>(
        string name, string catalogue, Func<TOwner, TMember?> get, Func<TOwner, TMember, TOwner> with, string meaning)
        where TOwner : notnull
        where TMember : class => Make<TOwner, TMember?>(name, ParameterType.Member, meaning, get, (o, v) => with(o, v!)) with { Catalogue = catalogue };

    /// <summary>Named catalogue members.</summary>
    public static Parameter Members<TOwner>(
        string name, string catalogue, Func<TOwner, NamedMembers> get, Func<TOwner, NamedMembers, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Members, meaning, get, with) with { Catalogue = catalogue };

    /// <summary>Named numbers.</summary>
    public static Parameter NamedNumbers<TOwner>(
        string name, Func<TOwner, NamedNumbers> get, Func<TOwner, NamedNumbers, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.NamedNumbers, meaning, get, with);

    /// <summary>A text that may be left out (null).</summary>
    public static Parameter OptionalText<TOwner>(
        string name, int maximumLength, Func<TOwner, string?> get, Func<TOwner, string?, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Text, meaning, get, with) with { MaximumLength = maximumLength, IsOptional = true };

    /// <summary>Several catalogue members, in order.</summary>
    public static Parameter MemberList<TOwner, TMember>(
        string name, string catalogue, Func<TOwner, IReadOnlyList<TMember>> get, Func<TOwner, IReadOnlyList<TMember>, TOwner> with, string meaning)
        where TOwner : notnull
        where TMember : class => Make<TOwner, IReadOnlyList<object>>(
            name, ParameterType.MemberList, meaning, get, (o, v) => with(o, [.. v.Cast<TMember>()])) with
        { Catalogue = catalogue };

    /// <summary>A list of texts.</summary>
    public static Parameter Texts<TOwner>(
        string name, IReadOnlyList<string> choices, Func<TOwner, IReadOnlyList<string>> get, Func<TOwner, IReadOnlyList<string>, TOwner> with, string meaning)
        where TOwner : notnull => Make(name, ParameterType.Texts, meaning, get, with) with { Choices = choices };

    /// <summary>An object with keys of its own.</summary>
    public static Parameter Block<TOwner, TBlock>(
        string name, TBlock prototype, IReadOnlyList<Parameter> keys, Func<TOwner, TBlock> get, Func<TOwner, TBlock, TOwner> with, string meaning)
        where TOwner : notnull
        where TBlock : class => Make(name, ParameterType.Block, meaning, get, with) with { Keys = keys, Prototype = prototype };

    private static Parameter Make<TOwner, TValue>(
        string name, ParameterType type, string meaning, Func<TOwner, TValue> get, Func<TOwner, TValue, TOwner> with)
        where TOwner : notnull => new()
        {
            Name = name,
            Type = type,
            Meaning = meaning,
            Get = owner => get((TOwner)owner),
            With = (owner, value) => with((TOwner)owner, (TValue)value!),
        };
}
