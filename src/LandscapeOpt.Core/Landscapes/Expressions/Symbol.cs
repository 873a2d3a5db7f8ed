using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>One operation with its operands: a node of an expression graph, whose parts may be shared.</summary>
internal sealed class FormulaNode(Operation operation, double value, FormulaNode? a = null, FormulaNode? b = null, FormulaNode? c = null)
{
    public Operation Operation { get; } = operation;

    /// <summary>The value of a constant.</summary>
    public double Value { get; } = value;

    public FormulaNode? A { get; } = a;

    public FormulaNode? B { get; } = b;

    public FormulaNode? C { get; } = c;
}

/// <summary>
/// A number that writes down how it was computed. A formula evaluated on symbols gives its own expression graph, and on
/// <see cref="Dual{T}"/> of symbols the graph of its gradient.
/// </summary>
/// <remarks>Operations on constants are carried out at once, in the arithmetic of <see cref="Real"/>.</remarks>
internal readonly struct Symbol : IReal<Symbol>
{
    private static readonly FormulaNode Zero = new(Operation.Constant, 0);

    private readonly FormulaNode? node;

    private Symbol(FormulaNode node) => this.node = node;

    /// <summary>The variable x.</summary>
    public static Symbol X { get; } = new(new FormulaNode(Operation.X, 0));

    /// <summary>The variable y.</summary>
    public static Symbol Y { get; } = new(new FormulaNode(Operation.Y, 0));

    /// <summary>The graph.</summary>
    public FormulaNode Node => node ?? Zero;

    /// <summary>The value, where no variable is in it.</summary>
    public double? Constant => Node.Operation == Operation.Constant ? Node.Value : null;

    public static implicit operator Symbol(double value) => new(new FormulaNode(Operation.Constant, value));

    public static Symbol operator +(Symbol a, Symbol b) => Make(Operation.Add, a, b);

    public static Symbol operator -(Symbol a, Symbol b) => Make(Operation.Subtract, a, b);

    public static Symbol operator -(Symbol a) => Make(Operation.Negate, a);

    public static Symbol operator *(Symbol a, Symbol b) => Make(Operation.Multiply, a, b);

    public static Symbol operator /(Symbol a, Symbol b) => Make(Operation.Divide, a, b);

    public static Symbol Square(Symbol a) => Make(Operation.Square, a);

    public static Symbol Sqrt(Symbol a) => Make(Operation.Sqrt, a);

    public static Symbol Exp(Symbol a) => Make(Operation.Exp, a);

    public static Symbol Log(Symbol a) => Make(Operation.Log, a);

    public static Symbol Sin(Symbol a) => Make(Operation.Sin, a);

    public static Symbol Cos(Symbol a) => Make(Operation.Cos, a);

    public static Symbol Tanh(Symbol a) => Make(Operation.Tanh, a);

    public static Symbol Pow(Symbol a, Symbol b) => Make(Operation.Pow, a, b);

    public static Symbol Atan2(Symbol y, Symbol x) => Make(Operation.Atan2, y, x);

    public static Symbol Hypot(Symbol a, Symbol b) => Make(Operation.Hypot, a, b);

    public static Symbol Abs(Symbol a) => Make(Operation.Abs, a);

    public static Symbol Max(Symbol a, Symbol b) => Make(Operation.Max, a, b);

    public static Symbol Min(Symbol a, Symbol b) => Make(Operation.Min, a, b);

    public static Symbol IfPositive(Symbol test, Symbol then, Symbol otherwise) => test.Constant is { } value
        ? value > 0 ? then : otherwise
        : new(new FormulaNode(Operation.IfPositive, 0, test.Node, then.Node, otherwise.Node));

    private static Symbol Make(Operation operation, Symbol a) => a.Constant is { } value
        ? Arithmetic.Apply<Real>(operation, value, default, default, default).Value
        : new Symbol(new FormulaNode(operation, 0, a.Node));

    private static Symbol Make(Operation operation, Symbol a, Symbol b) => a.Constant is { } first && b.Constant is { } second
        ? Arithmetic.Apply<Real>(operation, first, second, default, default).Value
        : new Symbol(new FormulaNode(operation, 0, a.Node, b.Node));
}
