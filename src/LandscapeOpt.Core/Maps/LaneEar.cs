using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>Answers what is known, and hears the first question of each vector's step that is not.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="known">What is known.</param>
/// <param name="heard">Where the questions go.</param>
internal sealed class LaneEar<T>(ProgramField<T> known, LaneAnswers<T> heard)
    where T : struct, ILane<T>, IReal<T>
{
    private readonly bool knowsAny = known.KnowsAny;
    private int vector;
    private bool hasHeard;

    /// <summary>Begins the step of a vector; it asks about the point itself if about no other.</summary>
    internal void Begin(int vector, Vec2<T> w)
    {
        (this.vector, hasHeard) = (vector, false);
        heard.Ask(vector, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vec2<T> Answer(Vec2<T> w)
    {
        if (knowsAny && known.TryGradient(vector, w, out Vec2<T> gradient))
        {
            return gradient;
        }

        if (!hasHeard)
        {
            heard.Ask(vector, w);
            hasHeard = true;
        }

        return default;
    }

    /// <summary>The ear as an oracle.</summary>
    internal readonly struct Oracle(LaneEar<T> ear) : IOracle<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Gradient(Vec2<T> w) => ear.Answer(w);

        public Sample<T> Sample(Vec2<T> w) => new(default, ear.Answer(w));

        public Symmetric<T> Hessian(Vec2<T> w) => default;

        public Symmetric<T> GaussNewton(Vec2<T> w) => default;
    }
}
