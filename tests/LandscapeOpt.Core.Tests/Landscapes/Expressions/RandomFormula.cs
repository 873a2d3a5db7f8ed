using System.Globalization;

namespace LandscapeOpt.Tests.Landscapes.Expressions;

/// <summary>A formula as a tree that the tests know beside its text: they print it in many ways and evaluate it on their own.</summary>
internal abstract record RandomFormula
{
    /// <summary>Functions of one argument.</summary>
    internal static readonly string[] Unary = ["sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh", "sinh", "cosh", "atan", "sign"];

    /// <summary>Functions of two arguments.</summary>
    internal static readonly string[] Binary = ["min", "max", "pow", "atan2", "hypot"];

    private static readonly string[] Constants = ["pi", "e", "a", "b_2"];

    internal sealed record Number(double Value) : RandomFormula;

    internal sealed record Named(string Name) : RandomFormula;

    internal sealed record Minus(RandomFormula Of) : RandomFormula;

    internal sealed record Operator(char Sign, RandomFormula Left, RandomFormula Right) : RandomFormula;

    internal sealed record Call(string Name, params RandomFormula[] Arguments) : RandomFormula;

    /// <summary>A random tree.</summary>
    internal static RandomFormula Next(Random random, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            return Leaf(random);
        }

        return random.Next(12) switch
        {
            0 => new Minus(Next(random, depth - 1)),
            1 or 2 => new Call(Unary[random.Next(Unary.Length)], Next(random, depth - 1)),
            3 => new Call(Binary[random.Next(Binary.Length)], Next(random, depth - 1), Next(random, depth - 1)),
            4 or 5 => new Operator('^', Next(random, depth - 1), new Number(random.Next(5) == 0 ? 0.5 : random.Next(6))),
            6 => new Operator('^', Next(random, depth - 1), random.Next(2) == 0 ? new Minus(new Number(random.Next(1, 4))) : Next(random, depth - 1)),
            int kind => new Operator("+-*/*"[kind - 7], Next(random, depth - 1), Next(random, depth - 1)),
        };
    }

    /// <summary>The tree as text, with random spaces, parentheses and products without an operator.</summary>
    internal string Print(Random random) => Print(random, 0);

    // Levels: 0 sum, 1 product, 2 signed, 3 power, 4 operand.
    private string Print(Random random, int level)
    {
        (string text, int own) = this switch
        {
            Number number => (Text(random, number.Value), 4),
            Named named => (named.Name, 4),
            Call call => ($"{call.Name}{Space(random)}({string.Join(',', call.Arguments.Select(a => a.Print(random, 0)))})", 4),
            Minus minus => ($"-{Space(random)}{minus.Of.Print(random, 3)}", 2),
            Operator { Sign: '^' } power => ($"{power.Left.Print(random, 4)}{Space(random)}^{Space(random)}{power.Right.Print(random, 2)}", 3),
            Operator { Sign: '*' } product => (Product(random, product), 1),
            Operator { Sign: '/' } quotient => ($"{quotient.Left.Print(random, 1)}{Space(random)}/{Space(random)}{quotient.Right.Print(random, 2)}", 1),
            Operator sum => ($"{sum.Left.Print(random, 0)}{Space(random)}{sum.Sign}{Space(random)}{sum.Right.Print(random, 1)}", 0),
            _ => throw new InvalidOperationException(),
        };
        return own < level || random.Next(15) == 0 ? $"({Space(random)}{text}{Space(random)})" : text;
    }

    private static string Product(Random random, Operator product)
    {
        string left = product.Left.Print(random, 1), right = product.Right.Print(random, 3);
        if (random.Next(2) == 0 && (char.IsLetter(right[0]) || right[0] == '('))
        {
            return $"{left} {right}";
        }

        return $"{left}{Space(random)}*{Space(random)}{product.Right.Print(random, 2)}";
    }

    private static RandomFormula Leaf(Random random) => random.Next(8) switch
    {
        0 or 1 => new Number(Math.Round(random.NextDouble() * 4, random.Next(4))),
        2 => new Named(Constants[random.Next(4)]),
        3 or 4 => new Named("y"),
        _ => new Named("x"),
    };

    private static string Text(Random random, double value) => value.ToString(random.Next(4) == 0 ? "E5" : "R", CultureInfo.InvariantCulture);

    private static string Space(Random random) => random.Next(3) == 0 ? " " : "";
}
