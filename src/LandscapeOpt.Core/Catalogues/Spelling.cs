namespace LandscapeOpt.Catalogues;

/// <summary>Finds the name that a mistyped one was meant to be.</summary>
public static class Spelling
{
    /// <summary>The candidate that the fewest insertions, deletions, changes and swaps lead to; null where none is near enough to be meant.</summary>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = int.MaxValue;
        foreach (string candidate in candidates)
        {
            int most = Math.Max(1, Math.Min(typed.Length, candidate.Length) * 2 / 5);
            bool isBeginning = typed.Length >= 3 && candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
            if (typed.Length == 0 || (!isBeginning && Math.Abs(typed.Length - candidate.Length) > most))
            {
                continue;
            }

            int distance = isBeginning
                ? 1
                : Distance(typed.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < bestDistance && distance <= most)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>", did you mean 'x'?" or nothing, to end an error message with.</summary>
    public static string Suggest(string typed, IEnumerable<string> candidates) =>
        Nearest(typed, candidates) is { } name ? $"; did you mean '{name}'?" : "";

    // Optimal string alignment: a swap of neighbours, the commonest slip, counts once.
    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }

        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
