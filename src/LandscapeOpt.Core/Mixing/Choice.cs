using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>What several rules need, without branches, so that it runs in lanes.</summary>
internal static class Choice
{
    /// <summary>Weight 1 for the component of the largest score (the first of equal ones), 0 for the others.</summary>
    internal static void Largest<T>(ReadOnlySpan<T> scores, Span<T> weights)
        where T : struct, IReal<T>
    {
        T best = double.NegativeInfinity;
        foreach (T score in scores)
        {
            best = T.Max(best, score);
        }

        T free = 1;
        for (int k = 0; k < weights.Length; k++)
        {
            weights[k] = T.IfPositive(best - scores[k], 0, free);
            free -= weights[k];
        }
    }

    /// <summary>a clamped to [0, 1].</summary>
    internal static T Share<T>(T a)
        where T : struct, IReal<T> => T.Max(0, T.Min(1, a));

    /// <summary>The third component of the cross product: positive where b lies to the left of a, 0 where they are parallel.</summary>
    internal static T Cross<T>(Vec2<T> a, Vec2<T> b)
        where T : struct, IReal<T> => (a.X * b.Y) - (a.Y * b.X);

    /// <summary>The cosine of the angle between two vectors; 0 where one of them is zero.</summary>
    internal static T Cosine<T>(Vec2<T> a, Vec2<T> b)
        where T : struct, IReal<T>
    {
        T norms = Vec2<T>.Norm(a) * Vec2<T>.Norm(b);
        return T.IfPositive(norms, Vec2<T>.Dot(a, b) / norms, 0);
    }

    /// <summary>The cosine of each gradient with d.</summary>
    internal static void Cosines<T>(ReadOnlySpan<Vec2<T>> gradients, Vec2<T> d, Span<T> cosines)
        where T : struct, IReal<T>
    {
        for (int k = 0; k < gradients.Length; k++)
        {
            cosines[k] = Cosine(gradients[k], d);
        }
    }
}
