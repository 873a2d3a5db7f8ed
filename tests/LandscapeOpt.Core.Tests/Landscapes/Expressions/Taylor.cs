namespace LandscapeOpt.Tests.Landscapes.Expressions;

/// <summary>
/// Value, gradient and Hessian by the chain rule with System.Math: the tests' own evaluator, which shares nothing with the product.
/// </summary>
internal sealed record Taylor(Bounded V, Bounded X, Bounded Y, Bounded XX, Bounded XY, Bounded YY)
{
    /// <summary>The tree at a point; null where a kink is too near for its sides to be told apart, or numbers too large.</summary>
    internal static Taylor? Of(RandomFormula formula, double x, double y, IReadOnlyDictionary<string, double> names)
    {
        bool kink = false;
        Taylor result = Walk(formula);
        return kink ? null : result;

        Taylor Walk(RandomFormula node)
        {
            Taylor value = Evaluate(node);

            // Near the end of the range intermediate results overflow at different places.
            kink |= Math.Abs(value.V.Value) > 1e100;
            return value;
        }

        Taylor Evaluate(RandomFormula node) => node switch
        {
            RandomFormula.Number number => Constant(number.Value),
            RandomFormula.Named { Name: "x" } => new(x, 1, 0, 0, 0, 0),
            RandomFormula.Named { Name: "y" } => new(y, 0, 1, 0, 0, 0),
            RandomFormula.Named named => Constant(names[named.Name]),
            RandomFormula.Minus minus => Negate(Walk(minus.Of)),
            RandomFormula.Operator { Sign: '+' } o => Add(Walk(o.Left), Walk(o.Right)),
            RandomFormula.Operator { Sign: '-' } o => Add(Walk(o.Left), Negate(Walk(o.Right))),
            RandomFormula.Operator { Sign: '*' } o => Multiply(Walk(o.Left), Walk(o.Right)),
            RandomFormula.Operator { Sign: '/' } o => Multiply(Walk(o.Left), Reciprocal(Walk(o.Right))),
            RandomFormula.Operator o => Power(Walk(o.Left), Walk(o.Right)),
            RandomFormula.Call call => Call(call.Name, [.. call.Arguments.Select(Walk)]),
            _ => throw new InvalidOperationException(),
        };

        Taylor Call(string name, Taylor[] a)
        {
            switch (name)
            {
                case "abs" or "sign" or "sqrt" or "log":
                    kink |= Math.Abs(a[0].V.Value) <= a[0].V.Error;
                    break;
                case "min" or "max":
                    kink |= Math.Abs(a[0].V.Value - a[1].V.Value) <= a[0].V.Error + a[1].V.Error;
                    break;
                case "hypot" or "atan2":
                    kink |= Math.Abs(a[0].V.Value) + Math.Abs(a[1].V.Value) <= a[0].V.Error + a[1].V.Error;
                    kink |= name == "atan2" && a[1].V.Value <= 0 && Math.Abs(a[0].V.Value) <= a[0].V.Error;
                    break;
                default:
                    break;
            }

            return name switch
            {
                "sin" => Chain(a[0], Math.Sin, Math.Cos, v => -Math.Sin(v), v => -Math.Cos(v)),
                "cos" => Chain(a[0], Math.Cos, v => -Math.Sin(v), v => -Math.Cos(v), Math.Sin),
                "tan" => Multiply(Call("sin", a), Reciprocal(Call("cos", a))),
                "exp" => Chain(a[0], Math.Exp, Math.Exp, Math.Exp, Math.Exp),
                "log" => Chain(a[0], Math.Log, v => 1 / v, v => -1 / (v * v), v => 2 / (v * v * v)),
                "sqrt" => Chain(a[0], Math.Sqrt, v => 0.5 / Math.Sqrt(v), v => -0.25 / (v * Math.Sqrt(v)), v => 0.375 / (v * v * Math.Sqrt(v))),
                "abs" => a[0].V.Value < 0 ? Negate(a[0]) : a[0],
                "tanh" => Tanh(a[0]),
                "sinh" => Chain(a[0], Math.Sinh, Math.Cosh, Math.Sinh, Math.Cosh),
                "cosh" => Chain(a[0], Math.Cosh, Math.Sinh, Math.Cosh, Math.Sinh),
                "atan" => Chain(a[0], Math.Atan, v => 1 / (1 + (v * v)), v => -2 * v / Sq(1 + (v * v)), v => ((6 * v * v) - 2) / Math.Pow(1 + (v * v), 3)),
                "sign" => Constant(double.IsNaN(a[0].V.Value) ? double.NaN : Math.Sign(a[0].V.Value)),
                "min" or "max" when double.IsNaN(a[0].V.Value + a[1].V.Value) => Constant(double.NaN),
                "min" => a[0].V.Value < a[1].V.Value ? a[0] : a[1],
                "max" => a[0].V.Value > a[1].V.Value ? a[0] : a[1],
                "pow" => Power(a[0], a[1]),
                "hypot" => Call("sqrt", [Add(Multiply(a[0], a[0]), Multiply(a[1], a[1]))]),
                "atan2" => Angle(a[0], a[1]),
                _ => throw new InvalidOperationException(name),
            };
        }

        // d atan2(y, x) = (x dy - y dx)/(x² + y²): the angle of the nearer axis plus a well-conditioned arctangent.
        Taylor Angle(Taylor y, Taylor x)
        {
            Taylor angle = Math.Abs(x.V.Value) > Math.Abs(y.V.Value)
                ? Call("atan", [Multiply(y, Reciprocal(x))])
                : Negate(Call("atan", [Multiply(x, Reciprocal(y))]));
            double exact = Math.Atan2(y.V.Value, x.V.Value), offset = exact - angle.V.Value;
            return angle with { V = angle.V + (Math.Round(offset / (Math.PI / 2)) * (Math.PI / 2)) };
        }

        Taylor Power(Taylor a, Taylor b)
        {
            if (b is { X: { Value: 0 }, Y: { Value: 0 }, XX: { Value: 0 }, XY: { Value: 0 }, YY: { Value: 0 } })
            {
                double p = b.V.Value;
                kink |= p != Math.Round(p) && Math.Abs(a.V.Value) <= a.V.Error;
                kink |= b.V.Error > 0 && (a.V.Value <= 0 || p == Math.Round(p));
                Taylor power = Chain(
                    a,
                    v => Math.Pow(v, p),
                    v => p == 0 ? 0 : p * Math.Pow(v, p - 1),
                    v => p is 0 or 1 ? 0 : p * (p - 1) * Math.Pow(v, p - 2),
                    v => p is 0 or 1 or 2 ? 0 : p * (p - 1) * (p - 2) * Math.Pow(v, p - 3));
                double byExponent = b.V.Error == 0 ? 0 : b.V.Error * Math.Abs(power.V.Value * Math.Log(Math.Abs(a.V.Value)));
                return power with { V = power.V with { Error = power.V.Error + byExponent } };
            }

            if (double.IsNaN(a.V.Value + b.V.Value))
            {
                // 1 to any power is 1, even to one that is no number; its derivatives are none.
                kink |= !double.IsNaN(Math.Pow(a.V.Value, b.V.Value));
                return Constant(Math.Pow(a.V.Value, b.V.Value));
            }

            // A varying exponent has no derivative for bases that are not positive.
            kink |= a.V.Value <= a.V.Error;
            return Call("exp", [Multiply(b, Call("log", [a]))]);
        }
    }

    internal IEnumerable<(string Name, Bounded Expected)> Parts =>
        [("value", V), ("x", X), ("y", Y), ("xx", XX), ("xy", XY), ("yy", YY)];

    private static double Sq(double v) => v * v;

    private static Taylor Constant(double value) => new(value, 0, 0, 0, 0, 0);

    private static Taylor Negate(Taylor a) => new(-a.V, -a.X, -a.Y, -a.XX, -a.XY, -a.YY);

    private static Taylor Add(Taylor a, Taylor b) => new(a.V + b.V, a.X + b.X, a.Y + b.Y, a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);

    private static Taylor Multiply(Taylor a, Taylor b) => new(
        a.V * b.V,
        (a.X * b.V) + (a.V * b.X),
        (a.Y * b.V) + (a.V * b.Y),
        (a.XX * b.V) + (2 * a.X * b.X) + (a.V * b.XX),
        (a.XY * b.V) + (a.X * b.Y) + (a.Y * b.X) + (a.V * b.XY),
        (a.YY * b.V) + (2 * a.Y * b.Y) + (a.V * b.YY));

    // The product takes the slope as 1 - tanh², right to an absolute 2 units: enough for a gradient, and a third of the cost of 1/cosh².
    private static Taylor Tanh(Taylor a)
    {
        Bounded f1 = a.V.Map(v => 1 / Sq(Math.Cosh(v)), v => Math.Tanh(v) / Sq(Math.Cosh(v)));
        Bounded f2 = a.V.Map(v => -2 * Math.Tanh(v) / Sq(Math.Cosh(v)), _ => 2);
        return Chain(a, a.V.Map(Math.Tanh, v => 1 / Sq(Math.Cosh(v))), f1 with { Error = f1.Error + 5e-16 }, f2 with { Error = f2.Error + 1e-15 });
    }

    private static Taylor Reciprocal(Taylor a)
    {
        Bounded f = 1 / a.V, f1 = -(f * f), f2 = -2 * f * f1;
        return Chain(a, f, f1, f2);
    }

    private static Taylor Chain(Taylor a, Func<double, double> f, Func<double, double> f1, Func<double, double> f2, Func<double, double> f3) =>
        Chain(a, a.V.Map(f, f1), a.V.Map(f1, f2), a.V.Map(f2, f3));

    private static Taylor Chain(Taylor a, Bounded f, Bounded f1, Bounded f2) => new(
        f,
        f1 * a.X,
        f1 * a.Y,
        (f2 * a.X * a.X) + (f1 * a.XX),
        (f2 * a.X * a.Y) + (f1 * a.XY),
        (f2 * a.Y * a.Y) + (f1 * a.YY));
}
