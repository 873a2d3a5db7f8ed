using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>Every width gives the bits of the scalar path.</summary>
public sealed class WidthTests
{
    private const int Count = 1 << 19;

    public static TheoryData<string> Elementaries => [.. Functions.Names];

    public static TheoryData<string> Operations => ["max", "min", "sqrt", "abs", "negate", "if-positive", "sum-of-products", "constants"];

    [Theory]
    [MemberData(nameof(Elementaries))]
    public void Elementary_functions_have_the_same_bits(string name)
    {
        double[] a = Mixture(4), b = Mixture(5);
        double[] expected = new double[Count];
        for (int i = 0; i < Count; i++) expected[i] = Functions.Own(name, a[i], b[i]);
        AssertSame<Real>(name, a, b, expected);
        AssertSame<Lane128>(name, a, b, expected);
        AssertSame<Lane256>(name, a, b, expected);
        AssertSame<Lane512>(name, a, b, expected);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Operations_do_what_the_system_library_does(string name)
    {
        var a = new List<double>();
        var b = new List<double>();
        foreach (double first in Arguments.Special)
            foreach (double second in Arguments.Special)
                (a, b) = ([.. a, first], [.. b, second]);
        while (a.Count % 8 != 0) (a, b) = ([.. a, 1], [.. b, 2]);
        double[] expected = [.. a.Zip(b, (first, second) => Functions.System(name, first, second))];
        AssertSame<Real>(name, [.. a], [.. b], expected);
        AssertSame<Lane128>(name, [.. a], [.. b], expected);
        AssertSame<Lane256>(name, [.. a], [.. b], expected);
        AssertSame<Lane512>(name, [.. a], [.. b], expected);
    }

    [Fact]
    public void Sine_and_cosine_together_have_the_bits_of_each()
    {
        double[] x = Mixture(6, Count / 4);
        AssertTogether<Real>(x);
        AssertTogether<Lane128>(x);
        AssertTogether<Lane256>(x);
        AssertTogether<Lane512>(x);
    }

    private static double[] Mixture(ulong seed, int count = Count)
    {
        var random = new Pcg64(seed);
        double[] arguments = new double[count];
        for (int i = 0; i < count; i++) arguments[i] = Arguments.Mixed(random);
        return arguments;
    }

    private static void AssertSame<T>(string name, double[] a, double[] b, double[] expected)
        where T : struct, ILane<T>, IReal<T>
    {
        string label = typeof(T).Name + " " + name;
        Span<double> actual = stackalloc double[T.Count];
        for (int i = 0; i < a.Length; i += T.Count)
        {
            Functions.Lanes(name, T.Load(a.AsSpan(i)), T.Load(b.AsSpan(i))).Store(actual);
            for (int lane = 0; lane < T.Count; lane++)
                Ulp.AssertWithin(0, expected[i + lane], actual[lane], label, a[i + lane], b[i + lane]);
        }
    }

    private static void AssertTogether<T>(double[] x)
        where T : struct, ILane<T>, IReal<T>
    {
        for (int i = 0; i < x.Length; i += T.Count)
        {
            T a = T.Load(x.AsSpan(i));
            T.SinCos(a, out T sin, out T cos);
            T sinApart = T.Sin(a), cosApart = T.Cos(a);
            for (int lane = 0; lane < T.Count; lane++)
            {
                Ulp.AssertWithin(0, sinApart[lane], sin[lane], "sin", x[i + lane]);
                Ulp.AssertWithin(0, cosApart[lane], cos[lane], "cos", x[i + lane]);
            }
        }
    }
}
