using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Catalogues;

/// <summary>What kind of value a parameter takes, and how it is written in JSON.</summary>
public enum ParameterType
{
    /// <summary>A finite double.</summary>
    Number,

    /// <summary>A whole number (a long).</summary>
    Integer,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>One of some kebab-case names (a string).</summary>
    Choice,

    /// <summary>Any text (a string).</summary>
    Text,

    /// <summary>A list of numbers (a <see cref="NumberList"/>); in a SPEC written with semicolons.</summary>
    Numbers,

    /// <summary>A point [x, y] (a <see cref="Numbers.Point"/>).</summary>
    Point,

    /// <summary>A rectangle [[x0, x1], [y0, y1]] (a <see cref="Numbers.Domain"/>).</summary>
    Domain,

    /// <summary>A member of a catalogue, SPEC or object.</summary>
    Member,

    /// <summary>Named members of a catalogue.</summary>
    Members,

    /// <summary>Named numbers.</summary>
    NamedNumbers,

    /// <summary>Several members of a catalogue, in order.</summary>
    MemberList,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>An object with keys of its own.</summary>
    Block,
}

/// <summary>One parameter of a catalogue member: its name in files and SPECs, what it means, what it accepts, and how to read and set it.</summary>
public sealed record Parameter
{
    /// <summary>The camelCase key.</summary>
    public required string Name { get; init; }

    /// <summary>What it means, in a phrase.</summary>
    public required string Meaning { get; init; }

    /// <summary>The kind of value.</summary>
    public required ParameterType Type { get; init; }

    /// <summary>Reads the value from an immutable member; null where it is left to the run.</summary>
    public required Func<object, object?> Get { get; init; }

    /// <summary>A copy of the member with another value.</summary>
    public required Func<object, object?, object> With { get; init; }

    /// <summary>Numbers and integers (each entry of a list or pair): the accepted range.</summary>
    public NumberRange Range { get; init; } = NumberRange.Any;

    /// <summary>Choices and texts: the accepted names; of texts, all where there are none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Texts: the most characters.</summary>
    public int MaximumLength { get; init; } = 1000;

    /// <summary>Points: what the two numbers are together and one by one, where that is no point of the plane.</summary>
    public (string Noun, string First, string Second) Pair { get; init; } = ("a point", "x", "y");

    /// <summary>Blocks: the keys of the object, over what <see cref="Get"/> gives.</summary>
    public IReadOnlyList<Parameter> Keys { get; init; } = [];

    /// <summary>Blocks: what an empty object stands for.</summary>
    public object? Prototype { get; init; }

    /// <summary>Words that stand for a value which only shows in the end, such as "minimum".</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Members: the noun of the catalogue they come from ("optimizer", "landscape", …).</summary>
    public string? Catalogue { get; init; }

    /// <summary>Other keys that set the same parameter.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether it may be left out although it has no value: the run decides then.</summary>
    public bool IsOptional { get; init; }

    /// <summary>A second way of setting other parameters (kappa for lambda2); never written to resolved files.</summary>
    public bool IsShorthand { get; init; }

    /// <summary>Whether it must be given, because no value would be right for everyone.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What is accepted, in words, for error messages and help.</summary>
    public string Accepts => Words.Count == 0 ? AcceptsValue : $"{AcceptsValue} or {string.Join(" or ", Words.Select(w => $"\"{w}\""))}";

    private string AcceptsValue => Type switch
    {
        ParameterType.Number => Range.Describe("a number"),
        ParameterType.Integer => Range.Describe("a whole number"),
        ParameterType.Flag => "true or false",
        ParameterType.Choice => "one of " + string.Join(", ", Choices),
        ParameterType.Text => string.Create(CultureInfo.InvariantCulture, $"a text of at most {MaximumLength} characters"),
        ParameterType.Numbers => "a list of numbers" + (Range == NumberRange.Any ? "" : ", each " + Range.Describe("a number")),
        ParameterType.Point => $"{Pair.Noun} [{Pair.First}, {Pair.Second}]" + (Range == NumberRange.Any ? "" : ", each " + Range.Describe("a number")),
        ParameterType.Domain => $"a rectangle [[x0, x1], [y0, y1]] with {Domain.Rule}",
        ParameterType.Member => string.Create(
            CultureInfo.InvariantCulture, $"{Article(Catalogue)} (SPEC or object, nested at most {Catalogues.Member.DeepestNesting} deep)"),
        ParameterType.Members => $"named {Catalogue}s: {{name: {Catalogue}, …}}",
        ParameterType.MemberList => $"a list of {Catalogue}s (each a SPEC or object)",
        ParameterType.Texts => Choices.Count == 0 ? "a list of texts" : "a list of some of " + string.Join(", ", Choices),
        ParameterType.Block => $"{{{string.Join(", ", Keys.Select(k => $"\"{k.Name}\": …"))}}}",
        _ => "named numbers: {name: number, …}",
    };

    /// <summary>How a SPEC writes what JSON writes with brackets; null where both write the same.</summary>
    public string? SpecForm => Type switch
    {
        ParameterType.Numbers => "1;2;3",
        ParameterType.Point => $"{Pair.First};{Pair.Second}",
        ParameterType.Domain => "x0;x1;y0;y1",
        _ => null,
    };

    /// <summary>Whether a value of the right type lies in the range or among the choices.</summary>
    public bool Allows(object? value) => (Type, value) switch
    {
        (_, null) => IsOptional,
        (ParameterType.Number, double number) => Range.Contains(number),
        (ParameterType.Integer, long number) => Range.Contains(number),
        (ParameterType.Choice, string choice) => Choices.Contains(choice, StringComparer.Ordinal),
        (ParameterType.Text, string text) => text.Length <= MaximumLength,
        (ParameterType.Numbers, NumberList list) => list.All(Range.Contains),
        (ParameterType.Point, Point point) => point.IsFinite && Range.Contains(point.X) && Range.Contains(point.Y),
        (ParameterType.Domain, Domain domain) => domain.IsValid,
        (ParameterType.NamedNumbers, NamedNumbers numbers) => numbers.Values.All(double.IsFinite),
        _ => true,
    };

    private static string Article(string? noun) => noun is ['a' or 'e' or 'i' or 'o' or 'u', ..] ? "an " + noun : "a " + noun;
}
