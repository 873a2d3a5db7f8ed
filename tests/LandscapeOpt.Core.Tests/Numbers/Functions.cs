using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>The elementary functions by name: over any lanes, over doubles, and from <see cref="Math"/>.</summary>
internal static class Functions
{
    internal static IReadOnlyList<string> Names { get; } = ["sin", "cos", "exp", "log", "tanh", "pow", "atan2", "hypot"];

    internal static bool TakesTwo(string name) => name is "pow" or "atan2" or "hypot";

    /// <summary>The bound that each function promises, in units in the last place.</summary>
    internal static double Bound(string name) => name is "exp" or "log" ? 1 : 2;

    internal static T Lanes<T>(string name, T a, T b)
        where T : struct, ILane<T>, IReal<T> => name switch
        {
            "sin" => T.Sin(a),
            "cos" => T.Cos(a),
            "exp" => T.Exp(a),
            "log" => T.Log(a),
            "tanh" => T.Tanh(a),
            "pow" => T.Pow(a, b),
            "atan2" => T.Atan2(a, b),
            "hypot" => T.Hypot(a, b),
            "max" => T.Max(a, b),
            "min" => T.Min(a, b),
            "sqrt" => T.Sqrt(a),
            "abs" => T.Abs(a),
            "negate" => -a,
            "if-positive" => T.IfPositive(a, b, -b),
            "sum-of-products" => T.SumOfProducts(a, b, b, 3),
            "constants" => (((3 * a) - 0.1) / 7) + (2 - (b * 0.3)) + (5 + b) + 0.7,
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };

    internal static double Own(string name, double a, double b) => name switch
    {
        "sin" => Elementary.Sin(a),
        "cos" => Elementary.Cos(a),
        "exp" => Elementary.Exp(a),
        "log" => Elementary.Log(a),
        "tanh" => Elementary.Tanh(a),
        "pow" => Elementary.Pow(a, b),
        "atan2" => Elementary.Atan2(a, b),
        "hypot" => Elementary.Hypot(a, b),
        "sqrt" => Math.Sqrt(a),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    internal static double System(string name, double a, double b) => name switch
    {
        "sin" => Math.Sin(a),
        "cos" => Math.Cos(a),
        "exp" => Math.Exp(a),
        "log" => Math.Log(a),
        "tanh" => Math.Tanh(a),
        "pow" => Math.Pow(a, b),
        "atan2" => Math.Atan2(a, b),
        "hypot" => double.Hypot(a, b),
        "max" => Math.Max(a, b),
        "min" => Math.Min(a, b),
        "sqrt" => Math.Sqrt(a),
        "abs" => Math.Abs(a),
        "negate" => -a,
        "if-positive" => a > 0 ? b : -b,
        "sum-of-products" => (a * b) + (b * 3),
        "constants" => (((3 * a) - 0.1) / 7) + (2 - (b * 0.3)) + (5 + b) + 0.7,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
