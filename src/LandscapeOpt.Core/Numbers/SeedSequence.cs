namespace LandscapeOpt.Numbers;

/// <summary>
/// Turns seeds of any length into well mixed generator states, as NumPy's <c>SeedSequence</c> does (after M. E. O'Neill's <c>seed_seq_fe</c>, "Simple
/// portable C++ seed entropy", 2015), so that seeds that differ in one bit give unrelated streams.
/// </summary>
internal static class SeedSequence
{
    private const int PoolSize = 4;

    /// <summary>Four words of state, from a seed of any number of 32-bit words.</summary>
    internal static (ulong First, ulong Second, ulong Third, ulong Fourth) State(ReadOnlySpan<uint> seed)
    {
        Span<uint> pool = stackalloc uint[PoolSize];
        Fill(pool, seed);
        uint constant = 0x8B51F9DD;
        Span<ulong> state = stackalloc ulong[PoolSize];
        for (int i = 0; i < 2 * PoolSize; i++)
        {
            uint word = pool[i % PoolSize] ^ constant;
            constant *= 0x58F38DED;
            word *= constant;
            word ^= word >> 16;
            state[i / 2] |= (ulong)word << (32 * (i % 2));
        }

        return (state[0], state[1], state[2], state[3]);
    }

    private static void Fill(Span<uint> pool, ReadOnlySpan<uint> seed)
    {
        uint constant = 0x43B0D7E5;
        for (int i = 0; i < PoolSize; i++) pool[i] = Hash(i < seed.Length ? seed[i] : 0, ref constant);
        for (int source = 0; source < PoolSize; source++)
            for (int target = 0; target < PoolSize; target++)
                if (source != target) pool[target] = Mix(pool[target], Hash(pool[source], ref constant));
        for (int source = PoolSize; source < seed.Length; source++)
            for (int target = 0; target < PoolSize; target++) pool[target] = Mix(pool[target], Hash(seed[source], ref constant));
    }

    private static uint Hash(uint value, ref uint constant)
    {
        value ^= constant;
        constant *= 0x931E8875;
        value *= constant;
        return value ^ value >> 16;
    }

    private static uint Mix(uint x, uint y)
    {
        uint result = (0xCA01F9DD * x) - (0x4973F715 * y);
        return result ^ result >> 16;
    }
}
