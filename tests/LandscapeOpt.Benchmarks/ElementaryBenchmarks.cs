using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Benchmarks;

/// <summary>
/// Elementary functions over 1024 usual arguments, in nanoseconds per number: every lane width against <see cref="Math"/> one at a time and against
/// the runtime's own vectors, which have no tanh, pow and atan2 (shown as NA).
/// </summary>
public class ElementaryBenchmarks
{
    internal const int Count = 1024;

    private readonly double[] first = new double[Count], second = new double[Count], result = new double[Count];

    private Action system = () => { };
    private Action vector = () => { };
    private Action<LaneWidth> own = _ => { };

    /// <summary>The function.</summary>
    [Params("sin", "cos", "sin+cos", "exp", "log", "tanh", "pow", "atan2")]
    public string Function { get; set; } = "sin";

    /// <summary>Arguments between -3 and 3, or between 0.1 and 10 where only these have a result.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Pcg64(1);
        bool positive = Function is "log" or "pow";
        for (int i = 0; i < Count; i++)
        {
            first[i] = positive ? 0.1 + (9.9 * random.NextDouble()) : (6 * random.NextDouble()) - 3;
            second[i] = (6 * random.NextDouble()) - 3;
        }

        Action use = Function switch
        {
            "sin" => Use<Sin>,
            "cos" => Use<Cos>,
            "sin+cos" => Use<SinCos>,
            "exp" => Use<Exp>,
            "log" => Use<Log>,
            "tanh" => Use<Tanh>,
            "pow" => Use<Pow>,
            _ => Use<Atan2>,
        };
        use();
    }

    /// <summary>System.Math.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void SystemMath() => system();

    /// <summary>System.Runtime.Intrinsics.Vector512.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void SystemVector512() => vector();

    /// <summary>Elementary, one at a time.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Scalar() => own(LaneWidth.Scalar);

    /// <summary>Elementary, two at a time.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Lane128() => own(LaneWidth.Lane128);

    /// <summary>Elementary, four at a time.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Lane256() => own(LaneWidth.Lane256);

    /// <summary>Elementary, eight at a time.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public void Lane512() => own(LaneWidth.Lane512);

    internal void Own(LaneWidth width) => own(width);

    private void Use<TFunction>()
        where TFunction : struct, IFunction => (own, system, vector) = (Own<TFunction>, System<TFunction>, Vector<TFunction>);

    private void Own<TFunction>(LaneWidth width)
        where TFunction : struct, IFunction => Lanes.Run<Pass<TFunction>, bool>(new(first, second, result), width);

    private void System<TFunction>()
        where TFunction : struct, IFunction
    {
        for (int i = 0; i < Count; i++) result[i] = TFunction.System(first[i], second[i]);
    }

    private void Vector<TFunction>()
        where TFunction : struct, IFunction
    {
        for (int i = 0; i < Count; i += 8) TFunction.System(Vector512.Create(first.AsSpan(i))).CopyTo(result.AsSpan(i));
    }

    private readonly struct Pass<TFunction>(double[] first, double[] second, double[] result) : ILaneWork<bool>
        where TFunction : struct, IFunction
    {
        public bool Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            for (int i = 0; i < Count; i += T.Count)
                TFunction.Own(T.Load(first.AsSpan(i)), T.Load(second.AsSpan(i))).Store(result.AsSpan(i));
            return true;
        }
    }
}
