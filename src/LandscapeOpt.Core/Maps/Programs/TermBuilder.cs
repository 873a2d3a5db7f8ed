using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;

using static LandscapeOpt.Maps.Programs.OperationTypes;

namespace LandscapeOpt.Maps.Programs;

/// <summary>
/// Turns an expression graph into a term, from the leaves to the root: each step hands the type that it has got to the next. There is no
/// reflection in it and no code that is not part of the tool, only new combinations of its generic types.
/// </summary>
internal static class TermBuilder
{
    // Shared parts are repeated in a term.
    private const int LargestTerm = 96;

    /// <summary>Hands a landscape's formula to a visitor as a term; null where it is too large to be worth it or has parts that are.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="visitor">The visitor.</param>
    /// <param name="isLiteral">
    /// Whether products with a constant are products of two terms, as programs have them: they are NaN where a term is infinite.
    /// </param>
    public static TResult? Visit<TResult>(ILandscape landscape, ITermVisitor<TResult> visitor, bool isLiteral = false)
        where TResult : class
    {
        FormulaNode root = landscape.At(Symbol.X, Symbol.Y).Node;
        int room = LargestTerm;
        return Fits(root, ref room) ? Build(root, visitor, isLiteral) : null;
    }

    private static bool Fits(FormulaNode node, ref int room)
    {
        bool isKnown = node.Operation is Operation.Constant or Operation.X or Operation.Y || IsUnary(node.Operation) || IsBinary(node.Operation);
        return isKnown && --room >= 0 && (node.A is null || Fits(node.A, ref room)) && (node.B is null || Fits(node.B, ref room));
    }

    private static bool IsUnary(Operation operation) => operation is Operation.Negate or Operation.Square or Operation.Sqrt or Operation.Exp
        or Operation.Log or Operation.Sin or Operation.Cos or Operation.Tanh or Operation.Abs;

    private static bool IsBinary(Operation operation) => operation is Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide
        or Operation.Max or Operation.Min or Operation.Hypot;

    private static TResult Build<TResult>(FormulaNode node, ITermVisitor<TResult> visitor, bool isLiteral) =>
        (node.Operation, NumberIn(node.A), NumberIn(node.B)) switch
        {
            _ when isLiteral => Plain(node, visitor, isLiteral),
            (Operation.Add, { } number, _) => WithNumber<PlusNumber, TResult>(node.B!, number, visitor),
            (Operation.Add, _, { } number) => WithNumber<PlusNumber, TResult>(node.A!, number, visitor),
            (Operation.Subtract, { } number, _) => WithNumber<NumberMinus, TResult>(node.B!, number, visitor),
            (Operation.Subtract, _, { } number) => WithNumber<MinusNumber, TResult>(node.A!, number, visitor),
            (Operation.Multiply, { } number, _) => WithNumber<TimesNumber, TResult>(node.B!, number, visitor),
            (Operation.Multiply, _, { } number) => WithNumber<TimesNumber, TResult>(node.A!, number, visitor),
            (Operation.Divide, _, { } number) => WithNumber<OverNumber, TResult>(node.A!, number, visitor),
            _ => Plain(node, visitor, isLiteral),
        };

    private static double? NumberIn(FormulaNode? node) => node is { Operation: Operation.Constant } ? node.Value : null;

    private static TResult Plain<TResult>(FormulaNode node, ITermVisitor<TResult> visitor, bool isLiteral) => node.Operation switch
    {
        Operation.Constant => visitor.Visit(new NumberTerm(node.Value)),
        Operation.X => visitor.Visit(default(TermX)),
        Operation.Y => visitor.Visit(default(TermY)),
        Operation.Negate => One<Negate, TResult>(node, visitor, isLiteral),
        Operation.Square => One<Square, TResult>(node, visitor, isLiteral),
        Operation.Sqrt => One<Sqrt, TResult>(node, visitor, isLiteral),
        Operation.Exp => One<Exp, TResult>(node, visitor, isLiteral),
        Operation.Log => One<Log, TResult>(node, visitor, isLiteral),
        Operation.Sin => One<Sin, TResult>(node, visitor, isLiteral),
        Operation.Cos => One<Cos, TResult>(node, visitor, isLiteral),
        Operation.Tanh => One<Tanh, TResult>(node, visitor, isLiteral),
        Operation.Abs => One<Abs, TResult>(node, visitor, isLiteral),
        Operation.Add => Two<Add, TResult>(node, visitor, isLiteral),
        Operation.Subtract => Two<Subtract, TResult>(node, visitor, isLiteral),
        Operation.Multiply => Two<Multiply, TResult>(node, visitor, isLiteral),
        Operation.Divide => Two<Divide, TResult>(node, visitor, isLiteral),
        Operation.Max => Two<Max, TResult>(node, visitor, isLiteral),
        Operation.Min => Two<Min, TResult>(node, visitor, isLiteral),
        Operation.Hypot => Two<Hypot, TResult>(node, visitor, isLiteral),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static TResult One<TFunction, TResult>(FormulaNode node, ITermVisitor<TResult> visitor, bool isLiteral)
        where TFunction : struct, IUnary => Build(node.A!, new Only<TFunction, TResult>(visitor), isLiteral);

    private static TResult WithNumber<TFunction, TResult>(FormulaNode node, double number, ITermVisitor<TResult> visitor)
        where TFunction : struct, IWithNumber => Build(node, new BesideNumber<TFunction, TResult>(number, visitor), isLiteral: false);

    private static TResult Two<TFunction, TResult>(FormulaNode node, ITermVisitor<TResult> visitor, bool isLiteral)
        where TFunction : struct, IBinary => Build(node.A!, new First<TFunction, TResult>(node.B!, visitor, isLiteral), isLiteral);

    private sealed class Only<TFunction, TResult>(ITermVisitor<TResult> visitor) : ITermVisitor<TResult>
        where TFunction : struct, IUnary
    {
        public TResult Visit<TA>(TA term)
            where TA : struct, ITerm => visitor.Visit(new Term<TFunction, TA>(term));
    }

    private sealed class BesideNumber<TFunction, TResult>(double number, ITermVisitor<TResult> visitor) : ITermVisitor<TResult>
        where TFunction : struct, IWithNumber
    {
        public TResult Visit<TA>(TA term)
            where TA : struct, ITerm => visitor.Visit(new TermWithNumber<TFunction, TA>(term, number));
    }

    private sealed class First<TFunction, TResult>(FormulaNode second, ITermVisitor<TResult> visitor, bool isLiteral) : ITermVisitor<TResult>
        where TFunction : struct, IBinary
    {
        public TResult Visit<TA>(TA term)
            where TA : struct, ITerm => Build(second, new Second<TFunction, TA, TResult>(term, visitor), isLiteral);
    }

    private sealed class Second<TFunction, TA, TResult>(TA first, ITermVisitor<TResult> visitor) : ITermVisitor<TResult>
        where TFunction : struct, IBinary
        where TA : struct, ITerm
    {
        public TResult Visit<TB>(TB term)
            where TB : struct, ITerm => visitor.Visit(new Term<TFunction, TA, TB>(first, term));
    }
}
