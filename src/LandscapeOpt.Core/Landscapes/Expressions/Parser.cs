using System.Globalization;
using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// Reads a formula by recursive descent:
/// <code>
/// formula    = { name "=" sum ";" } sum
/// sum        = product { ("+" | "-") product }
/// product    = signed { ("*" | "/") signed | power }
/// signed     = { "+" | "-" } power
/// power      = operand [ "^" signed ]
/// operand    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
/// </code>
/// In a product without an operator the second factor begins with a name or a parenthesis.
/// </summary>
internal sealed class Parser
{
    private readonly List<Token> tokens;
    private readonly Dictionary<string, Symbol> names;
    private int next;
    private int depth;

    private Parser(List<Token> tokens, Dictionary<string, Symbol> names)
    {
        this.tokens = tokens;
        this.names = names;
    }

    private Token Current => tokens[next];

    /// <summary>The formula's graph.</summary>
    /// <exception cref="FormulaException">The text is not a formula.</exception>
    public static Symbol Parse(string text, NamedNumbers parameters)
    {
        var known = new Dictionary<string, Symbol>(StringComparer.Ordinal)
        {
            ["x"] = Symbol.X,
            ["y"] = Symbol.Y,
            ["pi"] = Math.PI,
            ["e"] = Math.E,
        };
        foreach ((string name, double value) in parameters)
        {
            if (!Lexer.IsName(name) || Functions.Find(name) is not null || !known.TryAdd(name, value))
            {
                throw new FormulaException(
                    0, $"'{name}' cannot name a parameter: it must be letters, digits and _, and not x, y, pi, e, a function or given twice");
            }
        }

        return text.Length <= Expressions.Formula.MaximumLength
            ? new Parser(Lexer.Read(text), known).Formula()
            : throw new FormulaException(
                Expressions.Formula.MaximumLength,
                string.Create(CultureInfo.InvariantCulture, $"the formula is longer than {Expressions.Formula.MaximumLength} characters"));
    }

    private Symbol Formula()
    {
        while (Current.Kind == TokenKind.Name && tokens[next + 1].Kind == TokenKind.Equals)
        {
            Definition();
        }

        Symbol result = Sum();
        return Current.Kind switch
        {
            TokenKind.End => result,
            TokenKind.Semicolon => throw new FormulaException(Current.Offset, "only definitions 'name = …' stand before a semicolon"),
            TokenKind.Equals => throw new FormulaException(Current.Offset, "'=' defines a single new name: name = …; formula"),
            TokenKind.Close => throw new FormulaException(Current.Offset, "this ')' closes no '('"),
            _ => throw Unexpected("an operator or the end of the formula"),
        };
    }

    private void Definition()
    {
        Token name = Current;
        if (names.ContainsKey(name.Text) || Functions.Find(name.Text) is not null)
        {
            throw new FormulaException(name.Offset, $"'{name.Text}' has a meaning already");
        }

        next += 2;
        Symbol value = Sum();
        Expect(TokenKind.Semicolon, "an operator or ';' after the definition");
        names.Add(name.Text, value);
    }

    private Symbol Sum()
    {
        Enter();
        Symbol sum = Product();
        while (true)
        {
            if (Accept(TokenKind.Plus))
            {
                sum += Product();
            }
            else if (Accept(TokenKind.Minus))
            {
                sum -= Product();
            }
            else
            {
                depth--;
                return sum;
            }
        }
    }

    private Symbol Product()
    {
        Symbol product = Signed();
        while (true)
        {
            if (Accept(TokenKind.Times))
            {
                product *= Signed();
            }
            else if (Accept(TokenKind.Over))
            {
                product /= Signed();
            }
            else if (Current.Kind is TokenKind.Name or TokenKind.Open)
            {
                product *= Power();
            }
            else
            {
                return product;
            }
        }
    }

    private Symbol Signed()
    {
        bool negative = false;
        while (Current.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            negative ^= Current.Kind == TokenKind.Minus;
            next++;
        }

        Symbol value = Power();
        return negative ? -value : value;
    }

    private Symbol Power()
    {
        Symbol operand = Operand();
        if (!Accept(TokenKind.Power))
        {
            return operand;
        }

        Enter();
        Symbol power = Functions.Power(operand, Signed());
        depth--;
        return power;
    }

    private Symbol Operand()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                next++;
                return token.Value;
            case TokenKind.Name:
                next++;
                return Functions.Find(token.Text) is { } function ? Call(token, function) : Named(token);
            case TokenKind.Open:
                next++;
                Symbol inner = Sum();
                Expect(TokenKind.Close, "an operator or ')'");
                return inner;
            default:
                throw Unexpected("a number, a name or '('");
        }
    }

    private Symbol Call(Token name, Function function)
    {
        Expect(TokenKind.Open, $"'(' after the function {name.Text}");
        var arguments = new List<Symbol>();
        do
        {
            arguments.Add(Sum());
        }
        while (Accept(TokenKind.Comma));

        Expect(TokenKind.Close, "an operator, ',' or ')'");
        return arguments.Count == function.Arity || (arguments.Count > function.Arity && function.TakesMore)
            ? function.Apply(arguments)
            : throw new FormulaException(name.Offset, string.Create(
                CultureInfo.InvariantCulture, $"{name.Text} takes {function.Expects}, not {arguments.Count}"));
    }

    private Symbol Named(Token token)
    {
        if (names.TryGetValue(token.Text, out Symbol value))
        {
            return value;
        }

        string hint = names.ContainsKey(token.Text.ToLowerInvariant()) ? $"; did you mean '{token.Text.ToLowerInvariant()}'?"
            : token.Text.Length == 1 ? ""
            : token.Text.All(c => names.ContainsKey(c.ToString())) ? $"; a product is written {string.Join(' ', token.Text.AsEnumerable())}"
            : Spelling.Suggest(token.Text, names.Keys.Concat(Functions.Names));
        throw new FormulaException(
            token.Offset,
            Current.Kind == TokenKind.Open
                ? $"unknown function '{token.Text}'{(hint.Length > 0 ? hint : "; there are " + string.Join(", ", Functions.Names))}"
                : $"unknown name '{token.Text}'"
                + (hint.Length > 0 ? hint : $"; known are {string.Join(", ", names.Keys)}, and what you define: {token.Text} = 1; …"));
    }

    private void Enter()
    {
        if (++depth > Expressions.Formula.MaximumNesting)
        {
            throw new FormulaException(Current.Offset, string.Create(
                CultureInfo.InvariantCulture, $"nested more than {Expressions.Formula.MaximumNesting} deep"));
        }
    }

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        next++;
        return true;
    }

    private void Expect(TokenKind kind, string expected)
    {
        if (!Accept(kind))
        {
            throw Unexpected(expected);
        }
    }

    private FormulaException Unexpected(string expected)
    {
        TokenKind before = next > 0 ? tokens[next - 1].Kind : TokenKind.End;
        string hint = (before, Current.Kind) switch
        {
            (TokenKind.Times, TokenKind.Times) => "; a power is written x^2",
            (TokenKind.Number, TokenKind.Comma) when tokens[next + 1].Kind == TokenKind.Number => "; a decimal point is written .",
            _ => "",
        };
        return new(Current.Offset, $"expected {expected}, found {Current.Shown}{hint}");
    }
}
