using System.Runtime.Intrinsics;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

public sealed class LaneTests
{
    public static TheoryData<LaneWidth> Widths => [LaneWidth.Scalar, LaneWidth.Lane128, LaneWidth.Lane256, LaneWidth.Lane512];

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_width_runs_with_its_own_lanes(LaneWidth width) => Assert.Equal((int)width, Lanes.Run<CountOf, int>(default, width));

    [Fact]
    public void The_preferred_width_is_the_widest_in_hardware()
    {
        Assert.Equal((int)Lanes.Preferred, Lanes.Run<CountOf, int>(default));
        Assert.Equal(Vector512.IsHardwareAccelerated, Lanes.Preferred == LaneWidth.Lane512);
        Assert.Equal(Vector256.IsHardwareAccelerated, Lanes.Preferred >= LaneWidth.Lane256);
        Assert.Equal(Vector128.IsHardwareAccelerated, Lanes.Preferred >= LaneWidth.Lane128);
        Assert.Throws<ArgumentOutOfRangeException>(() => Lanes.Run<CountOf, int>(default, (LaneWidth)3));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lanes_hold_load_and_store_doubles(LaneWidth width) => Assert.True(Lanes.Run<Moves, bool>(default, width));

    [Theory]
    [MemberData(nameof(Widths))]
    public void Masks_bits_and_integers_do_as_documented(LaneWidth width) => Assert.True(Lanes.Run<Bits, bool>(default, width));

    [Theory]
    [MemberData(nameof(Widths))]
    public void Fused_operations_round_once(LaneWidth width) => Assert.True(Lanes.Run<Fused, bool>(default, width));

    private static double[] Ramp(int count, double from) => [.. Enumerable.Range(0, count).Select(i => from + i)];

    private readonly struct CountOf : ILaneWork<int>
    {
        public int Run<T>()
            where T : struct, ILane<T>, IReal<T> => T.Count;
    }

    private readonly struct Moves : ILaneWork<bool>
    {
        public bool Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            double[] source = Ramp(T.Count, 1), target = new double[T.Count + 1];
            T lanes = T.Load(source);
            lanes.Store(target);
            Assert.Equal((double[])[.. source, 0], target);
            for (int i = 0; i < T.Count; i++)
            {
                Assert.Equal(source[i], lanes[i]);
                T changed = lanes.With(i, -1);
                for (int k = 0; k < T.Count; k++) Assert.Equal(k == i ? -1 : source[k], changed[k]);
            }

            int count = T.Count;
            Assert.Throws<ArgumentOutOfRangeException>(() => lanes[count]);
            Assert.Throws<ArgumentOutOfRangeException>(() => lanes.With(-1, 0));
            Assert.ThrowsAny<ArgumentException>(() => T.Load(new double[count - 1]));
            Assert.ThrowsAny<ArgumentException>(() => lanes.Store(new double[count - 1]));
            return true;
        }
    }

    private readonly struct Bits : ILaneWork<bool>
    {
        public bool Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            T a = T.Load(Ramp(T.Count, 0)), half = (T.Count / 2.0) - 0.5;
            uint all = (1u << T.Count) - 1, low = (1u << (T.Count / 2)) - 1;
            Assert.Equal(low, T.ToBits(T.LessThan(a, half)));
            Assert.Equal(0u, T.ToBits(T.LessThan(a, double.NaN)));
            Assert.Equal(1u, T.ToBits(T.EqualTo(a, -0.0)));
            Assert.Equal(0u, T.ToBits(T.EqualTo(double.NaN, double.NaN)));
            Assert.Equal(all, T.ToBits(T.EqualTo(a, a)));

            Assert.True(T.AllAtMost(a, T.Count - 1) && !T.AllAtMost(a, T.Count - 1.5) && !T.AllAtMost(a, double.NaN));
            Assert.True(T.AllMagnitudesAtMost(-a, T.Count - 1) && !T.AllMagnitudesAtMost(-a, T.Count - 1.5) && !T.AllMagnitudesAtMost(double.NaN, 1));
            Assert.True(T.AnyMagnitudeAbove(-a, T.Count - 1.5) && !T.AnyMagnitudeAbove(-a, T.Count - 1) && !T.AnyMagnitudeAbove(double.NaN, 1));

            T chosen = T.Select(T.LessThan(a, half), -1, a);
            for (int i = 0; i < T.Count; i++) Assert.Equal(i < half[0] ? -1 : i, chosen[i]);

            T one = 1, two = 2;
            Assert.Equal(BitConverter.UInt64BitsToDouble(0x3FF0_0000_0000_0000), T.FromBits(0x3FF0_0000_0000_0000)[0]);
            Assert.Equal(0.0, T.And(one, two)[0]);
            Assert.Equal(double.PositiveInfinity, T.Or(one, two)[0]);
            Assert.Equal(double.PositiveInfinity, T.Xor(one, two)[0]);
            Assert.Equal(8, T.AddIntegers(two, T.FromBits(2UL << 52))[0]);
            Assert.Equal(2, T.ShiftLeft(T.FromBits(1), 62)[T.Count - 1]);
            Assert.Equal(double.Epsilon, T.ShiftRight(two, 62)[T.Count - 1]);
            Assert.Equal(-2, T.Truncate(-2.9)[0]);
            Assert.Equal(2, T.Truncate(2.9)[0]);
            Assert.Equal(-0.0, T.Truncate(-0.5)[0]);
            return true;
        }
    }

    private readonly struct Fused : ILaneWork<bool>
    {
        public bool Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            const double A = 1.0000000000000002, C = -1.0000000000000004, Rest = 4.930380657631324e-32;
            T a = A;
            Assert.Equal(Rest, T.FusedMultiplyAdd(a, a, (T)C)[0]);
            Assert.Equal(Rest, T.FusedMultiplyAdd(a, A, (T)C)[0]);
            Assert.Equal(Rest, T.FusedMultiplyAdd(a, A, C)[0]);
            Assert.Equal(0, ((a * a) + C)[0]);
            Assert.Equal(Rest * A, T.Horner(a, a, C, 0)[0]);
            Assert.Equal(((((2 * 3.0) + 5) * 3 + 7) * 3 + 11) * 3 + 13, T.Horner(3, 2, 5, 7, 11, 13)[0]);
            Assert.Equal(0, T.SumOfProducts(a, a, 1, C)[0]);
            return true;
        }
    }
}
