using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// A typed function of x and y, safe to take from strangers: it is read into a list of arithmetic operations and nothing else.
/// </summary>
/// <remarks>
/// <para>Numbers (2, .5, 1e-3), the variables x and y, the constants pi and e, named parameters, + - * / ^, parentheses, and the functions
/// sin cos tan exp log sqrt abs min max pow tanh sinh cosh atan atan2 hypot sign. Definitions may stand in front: r2 = x^2 + y^2; exp(-r2).</para>
/// <para>^ binds tightest and to the right, before a sign: -x^2 is -(x^2), 2^3^2 is 2^9. A product may be written without an operator: 6 x,
/// 2 sin(x), 0.05 (s - t)^2. It binds like *, so 1/2 x is (1/2) x. A name before a parenthesis that is no function is a factor: a (x + 1).</para>
/// <para>x^n with a whole constant n from -32 to 32 is repeated multiplication, and x^0.5 is sqrt(x). Derivatives at kinks are those of
/// <see cref="IReal{T}"/>: 0 for abs, sign, sqrt and hypot at 0. log is the natural logarithm.</para>
/// </remarks>
public sealed class Formula : IEquatable<Formula>
{
    /// <summary>The most characters that a formula may have.</summary>
    public const int MaximumLength = 10_000;

    /// <summary>How deep parentheses, calls and powers of powers may be nested.</summary>
    public const int MaximumNesting = 200;

    private readonly Lazy<(FormulaProgram? Program, FormulaException? Error)> compiled;

    /// <summary>Keeps a text; nothing is read until it is needed.</summary>
    /// <param name="text">The text, at most <see cref="MaximumLength"/> characters.</param>
    /// <param name="parameters">Values of the names that the text uses beside x and y.</param>
    public Formula(string text, NamedNumbers? parameters = null)
    {
        Text = text;
        Parameters = parameters ?? NamedNumbers.Empty;
        compiled = new(Compile);
    }

    /// <summary>The text as typed.</summary>
    public string Text { get; }

    /// <summary>The values of its parameters.</summary>
    public NamedNumbers Parameters { get; }

    /// <summary>What is wrong with the text, and where; null where nothing is.</summary>
    public FormulaException? Error => compiled.Value.Error;

    /// <summary>The operations that can make the function unsmooth, by the names that formulas give them: abs, max, sqrt, ….</summary>
    /// <exception cref="FormulaException">The text is not a formula.</exception>
    public IReadOnlyList<string> Kinks => Program.Kinks;

    private FormulaProgram Program => compiled.Value.Program ?? throw new FormulaException(Error!.Offset, Error.Problem);

    /// <summary>The function at a point, in any number type; does not allocate for plain numbers.</summary>
    /// <exception cref="FormulaException">The text is not a formula.</exception>
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => Program.Evaluate(x, y);

    /// <summary>The same text and parameters.</summary>
    public bool Equals(Formula? other) =>
        other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal) && Parameters.Equals(other.Parameters);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Formula);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Parameters);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private (FormulaProgram? Program, FormulaException? Error) Compile()
    {
        try
        {
            return (FormulaProgram.Of(Parser.Parse(Text, Parameters)), null);
        }
        catch (FormulaException error)
        {
            return (null, error);
        }
    }
}
