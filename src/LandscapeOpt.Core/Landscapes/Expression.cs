using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Landscapes;

/// <summary>A landscape that the user typed.</summary>
/// <param name="Formula">The formula with the values of its parameters.</param>
/// <param name="Domain">What pictures and maps show.</param>
/// <param name="Start">Where a run begins unless it says otherwise.</param>
public readonly record struct Expression(Formula Formula, Domain Domain, Point Start) : ILandscape<Expression>
{
    private static readonly string[] Language =
    [
        "Numbers (2, .5, 1e-3), x and y, pi and e, + - * / ^ and parentheses; a product needs no sign: 6 x, 2 sin(x), a (x + 1).",
        "^ binds tightest and to the right, before a sign: -x^2 is -(x^2), 2^-3^2 is 2^(-(3^2)).",
        $"Functions: {string.Join(", ", Functions.Names)}; log is the natural one, min and max take two or more.",
        "Definitions may stand in front, each with a semicolon: a = 2; r = hypot(x, y); exp(-a r). A file can give values in parameters: { \"a\": 2 }.",
        "Derivatives are exact; at 0 those of abs, sign, sqrt and hypot are taken as 0. "
            + Invariant($"At most {Expressions.Formula.MaximumLength} characters, nested at most {Expressions.Formula.MaximumNesting} deep."),
    ];

    /// <summary>A bowl with waves, on [-5, 5]², from (-1, 1).</summary>
    public Expression()
        : this(new Formula("1 + sin(x) + cos(y) + (y + y^2 + x^2)/10"))
    {
    }

    /// <summary>A formula on [-5, 5]², from (-1, 1).</summary>
    public Expression(Formula formula)
        : this(formula, Domain.Square(5), new(-1, 1))
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Formula",
        Formula = Formula.Text,
        Source = "This project's formula language; the formula is the user's own",
        Domain = Domain,
        Start = Start,
        Notes = Language,
        Kinks = Formula.Error is null && Formula.Kinks is { Count: > 0 } kinks ? $"perhaps where {Listed(kinks)} has an edge" : null,
    };

    private static string Listed(IReadOnlyList<string> kinks) =>
        kinks.Count == 1 ? kinks[0] : $"{string.Join(", ", kinks.SkipLast(1))} or {kinks[^1]}";

    /// <inheritdoc/>
    bool ILandscape.IsComposed => true;

    /// <inheritdoc/>
    string? ILandscape.Misfit => Formula.Error is { } error ? $"formula: {error.Message}" : null;

    /// <inheritdoc/>
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => Formula.At(x, y);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Expression = Add(
        "expression",
        new Expression(),
        Parameters.Text<Expression>(
            "formula", l => l.Formula.Text, (l, v) => l with { Formula = new(v, l.Formula.Parameters) }, "the loss as a function of x and y") with
        { IsRequired = true, MaximumLength = Expressions.Formula.MaximumLength },
        Parameters.Domain<Expression>("domain", l => l.Domain, (l, v) => l with { Domain = v }, "what pictures and maps show"),
        Parameters.Point<Expression>("start", l => l.Start, (l, v) => l with { Start = v }, "where a run begins"),
        Parameters.NamedNumbers<Expression>(
            "parameters",
            l => l.Formula.Parameters,
            (l, v) => l with { Formula = new(l.Formula.Text, v) },
            "values of the names in the formula"));
}
