using System.Buffers.Binary;
using System.Text;

namespace LandscapeOpt.Numbers;

/// <summary>
/// The permuted congruential generator PCG XSL RR 128/64 (M. E. O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms
/// for random number generation", HMC-CS-2014-0905), seeded as NumPy does: <c>new Pcg64(seed).NextDouble()</c> gives the numbers of
/// <c>numpy.random.default_rng(seed).random()</c>. Period 2^128.
/// </summary>
/// <remarks>Not for several threads at once: give each a stream of its own.</remarks>
public sealed class Pcg64
{
    private static readonly UInt128 Multiplier = new(0x2360ED051FC65DA4, 0x4385DF649FCCF645);

    private readonly UInt128 increment;
    private UInt128 state;

    /// <summary>The stream of <c>numpy.random.default_rng(seed)</c>.</summary>
    /// <param name="seed">Any value.</param>
    public Pcg64(ulong seed)
        : this(seed <= uint.MaxValue ? [(uint)seed] : [(uint)seed, (uint)(seed >> 32)])
    {
    }

    /// <summary>The stream of <c>numpy.random.default_rng([w0, w1, …])</c>: a seed of any length.</summary>
    /// <param name="words">The seed, 32 bits a word.</param>
    public Pcg64(ReadOnlySpan<uint> words)
    {
        (ulong stateHigh, ulong stateLow, ulong streamHigh, ulong streamLow) = SeedSequence.State(words);
        increment = (new UInt128(streamHigh, streamLow) << 1) | 1;
        Advance();
        state += new UInt128(stateHigh, stateLow);
        Advance();
    }

    /// <summary>
    /// A stream of its own for a named purpose, so that what one part draws never moves another part's numbers. The seed words are the low and high
    /// half of the seed, the length of the name in UTF-8, and the name four bytes a word, lowest first, filled up with zeros: NumPy's
    /// <c>default_rng([low, high, length, w0, w1, …])</c>.
    /// </summary>
    /// <param name="seed">Any value.</param>
    /// <param name="name">Any text, case and accents counting.</param>
    public static Pcg64 ForStream(ulong seed, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        uint[] words = new uint[3 + ((text.Length + 3) / 4)];
        (words[0], words[1], words[2]) = ((uint)seed, (uint)(seed >> 32), (uint)text.Length);
        Array.Resize(ref text, 4 * (words.Length - 3));
        for (int i = 3; i < words.Length; i++) words[i] = BinaryPrimitives.ReadUInt32LittleEndian(text.AsSpan(4 * (i - 3)));
        return new(words);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextUInt64()
    {
        Advance();
        ulong high = (ulong)(state >> 64);
        return ulong.RotateRight(high ^ (ulong)state, (int)(high >> 58));
    }

    /// <summary>A multiple of 2^-53, uniform in [0, 1).</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A standard normal number by Box and Muller's method (doi:10.1214/aoms/1177706645): √(-2 log(1 - u)) cos(2πv) for the next two uniform numbers
    /// u, v. Always two draws and nothing kept between calls; |result| &lt; 8.6. NumPy's normal numbers are others: it uses a ziggurat.
    /// </summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Elementary.Log(1 - NextDouble()));
        return radius * Elementary.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>An integer from 0 to bound - 1, every one equally likely (D. Lemire, doi:10.1145/3230636).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0.</exception>
    public ulong NextBelow(ulong bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);

        // The product's high word is uniform once the low words that 2^64 mod bound leaves over are refused.
        ulong high = Math.BigMul(NextUInt64(), bound, out ulong low);
        if (low >= bound) return high;
        ulong over = (0 - bound) % bound;
        while (low < over) high = Math.BigMul(NextUInt64(), bound, out low);
        return high;
    }

    /// <summary>An integer from 0 to bound - 1, every one equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)NextBelow((ulong)bound);
    }

    /// <summary>Puts the items in random order, every order equally likely (Fisher and Yates, from the last item down).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = NextBelow(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private void Advance() => state = (state * Multiplier) + increment;
}
