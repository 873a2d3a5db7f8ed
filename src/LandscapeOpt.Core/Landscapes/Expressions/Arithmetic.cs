using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>The operations as data.</summary>
internal static class Arithmetic
{
    /// <summary>The result of an operation on its operands; those that it does not have are ignored.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Apply<T>(Operation operation, T a, T b, T c, T d)
        where T : struct, IReal<T> => operation switch
        {
            Operation.Add => a + b,
            Operation.Subtract => a - b,
            Operation.Negate => -a,
            Operation.Multiply => a * b,
            Operation.Divide => a / b,
            Operation.Square => T.Square(a),
            Operation.Sqrt => T.Sqrt(a),
            Operation.Exp => T.Exp(a),
            Operation.Log => T.Log(a),
            Operation.Sin => T.Sin(a),
            Operation.Cos => T.Cos(a),
            Operation.Tanh => T.Tanh(a),
            Operation.Pow => T.Pow(a, b),
            Operation.Atan2 => T.Atan2(a, b),
            Operation.Hypot => T.Hypot(a, b),
            Operation.Abs => T.Abs(a),
            Operation.Max => T.Max(a, b),
            Operation.Min => T.Min(a, b),
            Operation.IfPositive => T.IfPositive(a, b, c),
            Operation.MultiplyAdd => (a * b) + c,
            Operation.MultiplySubtract => (a * b) - c,
            Operation.SubtractProduct => c - (a * b),
            Operation.AddProducts => (a * b) + (c * d),
            Operation.SubtractProducts => (a * b) - (c * d),
            Operation.MultiplyThree => a * b * c,
            Operation.AddThree => a + b + c,
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };
}
