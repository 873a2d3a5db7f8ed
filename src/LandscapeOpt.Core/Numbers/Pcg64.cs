namespace LandscapeOpt.Numbers;

/// <summary>Placeholder until the real generator lands.</summary>
public sealed class Pcg64(ulong seed)
{
    private ulong state = seed;

    /// <summary>Next.</summary>
    public double NextDouble() => (double)((state = (state * 6364136223846793005UL) + 1442695040888963407UL) >> 11) * (1.0 / 9007199254740992.0);

    /// <summary>Stream.</summary>
    public static Pcg64 ForStream(ulong seed, string name) => new(seed + (ulong)name.Length);
}
