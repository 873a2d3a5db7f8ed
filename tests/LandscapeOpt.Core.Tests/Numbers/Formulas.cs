using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>A function of (x, y), written once.</summary>
internal interface IFormula
{
    static abstract T At<T>(T x, T y)
        where T : struct, IReal<T>;
}

/// <summary>One formula for every operation, each with arguments that depend on both variables.</summary>
internal static class Formulas
{
    internal readonly struct Sum : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => (x * y) + x - (2 * y) + 1;
    }

    internal readonly struct Constants : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => (((2 * x) - 3 + (x / 7)) * (1 - y) * (y * 0.5)) + (4 + (x * y)) + 0.25;
    }

    internal readonly struct Negation : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => -(x * T.Square(y));
    }

    internal readonly struct Product : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => (x + (y * y)) * (y - (x * x * x)) * x;
    }

    internal readonly struct Quotient : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => ((x * y) + 1) / (T.Square(x) + (y / (T.Square(y) + 2)) + 3);
    }

    internal readonly struct Square : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Square((x * y) - x);
    }

    internal readonly struct Root : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Sqrt((x * x) + (x * y) + (y * y) + 0.5);
    }

    internal readonly struct Exponential : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Exp((x * y) - (0.5 * x));
    }

    internal readonly struct Logarithm : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Log((x * x) + (y * y) + (0.3 * x * y) + 0.2);
    }

    internal readonly struct Sine : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Sin((x * y) + (2 * x));
    }

    internal readonly struct Cosine : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Cos((x * y) - y);
    }

    internal readonly struct HyperbolicTangent : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Tanh((x * y) + (0.5 * y));
    }

    internal readonly struct VariablePower : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Pow((x * x) + (0.5 * y * y) + 0.3, (x * y) - 0.7);
    }

    internal readonly struct ConstantPower : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Pow(x - (y * y), 3) + T.Pow((x * x) + y + 4, -1.5);
    }

    internal readonly struct Angle : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Atan2((x * y) - 0.4, x - (2 * y));
    }

    internal readonly struct Magnitude : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Abs((x * y) - (0.3 * T.Square(x)));
    }

    internal readonly struct Larger : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Max(x * y, T.Square(y) - x);
    }

    internal readonly struct Smaller : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.Min(x * y, T.Square(y) - x);
    }

    internal readonly struct Branch : IFormula
    {
        public static T At<T>(T x, T y)
            where T : struct, IReal<T> => T.IfPositive(x - y, T.Square(x) * y, x * T.Square(y));
    }
}
