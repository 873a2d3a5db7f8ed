using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Reference;

namespace LandscapeOpt.Tests.Numbers;

public sealed class Pcg64Tests
{
    [Fact]
    public void Gives_the_numbers_of_NumPys_default_generator()
    {
        ReferenceTable table = ReferenceTable.Read("numpy-default-rng.csv");
        var generators = new Dictionary<ulong, Pcg64>();
        for (int row = 0; row < table.Rows.Count; row++)
        {
            ulong seed = (ulong)table.Number(row, "seed");
            if (!generators.TryGetValue(seed, out Pcg64? random)) generators[seed] = random = new(seed);
            Assert.Equal(table.Number(row, "uniform"), random.NextDouble());
        }

        Assert.Equal((ulong[])[0, 1, 42], generators.Keys.Order());
        Assert.Equal(192, table.Rows.Count);
    }

    [Theory]
    [InlineData(4294967295, 0.2519435680449965, 0.21906579628685663, 0.28728472043517017)]
    [InlineData(4294967296, 0.8897387912781343, 0.5571380502062263, 0.8009080868919721)]
    [InlineData(12345678901234567890, 0.004224879795573511, 0.6523439976170509, 0.6078805024233389)]
    [InlineData(18446744073709551615, 0.6800266789616931, 0.8453117585624743, 0.007403081599260064)]
    public void Takes_seeds_of_64_bits_as_NumPy_does(ulong seed, double first, double second, double third)
    {
        var random = new Pcg64(seed);
        Assert.Equal((double[])[first, second, third], Doubles(random, 3));
    }

    [Fact]
    public void Takes_long_seeds_and_raw_bits_as_NumPy_does()
    {
        var random = new Pcg64([1, 2, 3, 4, 5, 6]);
        Assert.Equal((double[])[0.6218049217551649, 0.11940126789606353, 0.8390479995608978], Doubles(random, 3));
        random = new Pcg64(0);
        Assert.Equal((ulong[])[11749869230777074271, 4976686463289251617], Words(random, 2));
    }

    // numpy.random.default_rng([low, high, length, *words]) gives these.
    [Theory]
    [InlineData(0, "", 0.6369616873214543, 0.2697867137638703)]
    [InlineData(0, "run", 0.8047441304936964, 0.9834725009373647)]
    [InlineData(0, "run\0", 0.9017947917090194, 0.32367468645137754)]
    [InlineData(7, "größe", 0.15876272206928765, 0.5169390418282684)]
    [InlineData(12345678901234567890, "guided@07", 0.018434107896543872, 0.13839244199124834)]
    public void Streams_depend_on_seed_and_name_as_documented(ulong seed, string name, double first, double second)
    {
        Pcg64 random = Pcg64.ForStream(seed, name);
        Assert.Equal((double[])[first, second], Doubles(random, 2));
    }

    [Fact]
    public void Normal_numbers_have_normal_moments()
    {
        // With this many the fourth moment's standard error is √96 / 447 = 0.022; five of it are allowed, and as many of the others.
        const int Count = 200_000;
        var random = new Pcg64(11);
        double[] moments = new double[5];
        int beyond = 0;
        for (int i = 0; i < Count; i++)
        {
            double z = random.NextNormal(), power = 1;
            for (int k = 1; k < 5; k++) moments[k] += (power *= z) / Count;
            if (Math.Abs(z) > 1.959963984540054) beyond++;
        }

        Assert.InRange(moments[1], -0.011, 0.011);
        Assert.InRange(moments[2], 0.984, 1.016);
        Assert.InRange(moments[3], -0.045, 0.045);
        Assert.InRange(moments[4], 2.89, 3.11);
        Assert.InRange(beyond / (double)Count, 0.0475, 0.0525);
    }

    [Fact]
    public void Normal_numbers_take_two_draws_each()
    {
        Pcg64 random = new(5), other = new(5);
        random.NextNormal();
        other.NextUInt64();
        other.NextUInt64();
        Assert.Equal(other.NextUInt64(), random.NextUInt64());
    }

    [Fact]
    public void Bounded_integers_are_even_where_a_remainder_would_not_be()
    {
        // Of 2^64 words, a remainder by 3·2^62 would give the lowest third twice as often as the others.
        const ulong Bound = 3UL << 62;
        var random = new Pcg64(13);
        int[] thirds = new int[3];
        for (int i = 0; i < 30_000; i++) thirds[random.NextBelow(Bound) >> 62]++;
        Assert.All(thirds, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Bounded_integers_take_every_value()
    {
        var random = new Pcg64(17);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) counts[random.NextBelow(7)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_550, 10_450));
        Assert.Equal(0, random.NextBelow(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(0UL));
    }

    [Fact]
    public void Every_order_of_a_shuffle_is_as_likely()
    {
        var random = new Pcg64(19);
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < 24_000; i++)
        {
            char[] items = ['a', 'b', 'c', 'd'];
            random.Shuffle(items.AsSpan());
            string order = new(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 840, 1_160));
        Assert.All(counts.Keys, order => Assert.Equal("abcd", new string([.. order.Order()])));
    }

    private static double[] Doubles(Pcg64 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

    private static ulong[] Words(Pcg64 random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextUInt64())];
}
