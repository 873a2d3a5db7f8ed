using System.Globalization;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Tests.Numbers.Formulas;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>Dual and Jet against differences of values, against each other, and in lanes.</summary>
public sealed class DifferentiationTests
{
    private const int Points = 64;

    private static readonly Dictionary<string, Action> Checks = new()
    {
        ["sum"] = Check<Sum>,
        ["constants"] = Check<Constants>,
        ["negation"] = Check<Negation>,
        ["product"] = Check<Product>,
        ["quotient"] = Check<Quotient>,
        ["square"] = Check<Square>,
        ["square root"] = Check<Root>,
        ["exponential"] = Check<Exponential>,
        ["logarithm"] = Check<Logarithm>,
        ["sine"] = Check<Sine>,
        ["cosine"] = Check<Cosine>,
        ["hyperbolic tangent"] = Check<HyperbolicTangent>,
        ["power with a variable exponent"] = Check<VariablePower>,
        ["power with a constant exponent"] = Check<ConstantPower>,
        ["angle"] = Check<Angle>,
        ["absolute value"] = Check<Magnitude>,
        ["maximum"] = Check<Larger>,
        ["minimum"] = Check<Smaller>,
        ["branch"] = Check<Branch>,
    };

    public static TheoryData<string> Operations => [.. Checks.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Derivatives_are_right_and_have_the_same_bits_everywhere(string operation) => Checks[operation]();

    private static void Check<TFormula>()
        where TFormula : struct, IFormula
    {
        var random = new Pcg64(9);
        double[] xs = new double[Points], ys = new double[Points];
        for (int i = 0; i < Points; i++)
        {
            // At least 0.05 from the lines where max, min, abs and the branch change over: no difference quotient is valid across them.
            double x, y;
            do (x, y) = (Arguments.Between(random, -2, 2), Arguments.Between(random, -2, 2));
            while (Math.Min(Math.Min(Math.Abs(x - y), Math.Abs(x * (y - (0.3 * x)))), Math.Abs((x * y) - (y * y) + x)) < 0.05
                || ((x * y) - 0.4 is > -0.05 and < 0.05 && x - (2 * y) < 0.05));
            (xs[i], ys[i]) = (x, y);
            AgainstDifferences<TFormula>(x, y);
        }

        SameBits<TFormula, Lane128>(xs, ys);
        SameBits<TFormula, Lane256>(xs, ys);
        SameBits<TFormula, Lane512>(xs, ys);
    }

    private static void AgainstDifferences<TFormula>(double x, double y)
        where TFormula : struct, IFormula
    {
        Dual<Real> dual = DualAt<TFormula, Real>(x, y);
        Jet<Real> jet = JetAt<TFormula, Real>(x, y);
        Ulp.AssertWithin(0, TFormula.At<Real>(x, y), dual.Value, "value", x, y);
        Ulp.AssertWithin(0, dual.Value, jet.Value, "jet's value", x, y);
        Ulp.AssertWithin(0, dual.X, jet.X, "jet's ∂x", x, y);
        Ulp.AssertWithin(0, dual.Y, jet.Y, "jet's ∂y", x, y);
        Near(Difference(t => TFormula.At<Real>(t, y), x), dual.X);
        Near(Difference(t => TFormula.At<Real>(x, t), y), dual.Y);
        Near(Difference(t => DualAt<TFormula, Real>(t, y).X, x), jet.XX);
        Near(Difference(t => DualAt<TFormula, Real>(x, t).X, y), jet.XY);
        Near(Difference(t => DualAt<TFormula, Real>(t, y).Y, x), jet.XY);
        Near(Difference(t => DualAt<TFormula, Real>(x, t).Y, y), jet.YY);
    }

    private static void SameBits<TFormula, T>(double[] xs, double[] ys)
        where TFormula : struct, IFormula
        where T : struct, ILane<T>, IReal<T>
    {
        for (int i = 0; i < Points; i += T.Count)
        {
            Jet<T> lanes = JetAt<TFormula, T>(T.Load(xs.AsSpan(i)), T.Load(ys.AsSpan(i)));
            Dual<T> duals = DualAt<TFormula, T>(T.Load(xs.AsSpan(i)), T.Load(ys.AsSpan(i)));
            for (int lane = 0; lane < T.Count; lane++)
            {
                (double x, double y) = (xs[i + lane], ys[i + lane]);
                Jet<Real> scalar = JetAt<TFormula, Real>(x, y);
                Ulp.AssertWithin(0, scalar.Value, duals.Value[lane], "value in lanes", x, y);
                Ulp.AssertWithin(0, scalar.X, duals.X[lane], "∂x in lanes", x, y);
                Ulp.AssertWithin(0, scalar.Y, duals.Y[lane], "∂y in lanes", x, y);
                Ulp.AssertWithin(0, scalar.Value, lanes.Value[lane], "jet's value in lanes", x, y);
                Ulp.AssertWithin(0, scalar.XX, lanes.XX[lane], "∂xx in lanes", x, y);
                Ulp.AssertWithin(0, scalar.XY, lanes.XY[lane], "∂xy in lanes", x, y);
                Ulp.AssertWithin(0, scalar.YY, lanes.YY[lane], "∂yy in lanes", x, y);
            }
        }
    }

    private static Dual<T> DualAt<TFormula, T>(T x, T y)
        where TFormula : struct, IFormula
        where T : struct, IReal<T> => TFormula.At(Dual<T>.VariableX(x), Dual<T>.VariableY(y));

    private static Jet<T> JetAt<TFormula, T>(T x, T y)
        where TFormula : struct, IFormula
        where T : struct, IReal<T> => TFormula.At(Jet<T>.VariableX(x), Jet<T>.VariableY(y));

    // Central differences of order 8: their error at this step is below 1e-9 of the functions' size.
    private static double Difference(Func<double, double> f, double t)
    {
        const double H = 1.0 / 256;
        return ((672 * (f(t + H) - f(t - H))) - (168 * (f(t + (2 * H)) - f(t - (2 * H))))
            + (32 * (f(t + (3 * H)) - f(t - (3 * H)))) - (3 * (f(t + (4 * H)) - f(t - (4 * H))))) / (840 * H);
    }

    private static void Near(double expected, double actual) => Assert.True(
        Math.Abs(expected - actual) <= 1e-8 * (1 + Math.Abs(expected)),
        string.Create(CultureInfo.InvariantCulture, $"{expected:R} expected, {actual:R} found"));
}
