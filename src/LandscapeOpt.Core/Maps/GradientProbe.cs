using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>Answers what is known, and notes the first question of each vector's step that is not.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="known">What is known.</param>
/// <param name="asked">Where the questions go.</param>
internal sealed class GradientProbe<T>(ProgramField<T> known, LaneAnswers<T> asked)
    where T : struct, ILane<T>, IReal<T>
{
    private readonly bool knowsAny = known.KnowsAny;
    private int vector;
    private bool hasAsked;

    /// <summary>Begins the step of a vector; it asks about the point itself if about no other.</summary>
    internal void Begin(int vector, Vec2<T> w)
    {
        (this.vector, hasAsked) = (vector, false);
        asked.Ask(vector, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vec2<T> Answer(Vec2<T> w)
    {
        if (knowsAny && known.TryGradient(vector, w, out Vec2<T> gradient))
        {
            return gradient;
        }

        if (!hasAsked)
        {
            asked.Ask(vector, w);
            hasAsked = true;
        }

        return default;
    }

    /// <summary>The probe as an oracle.</summary>
    internal readonly struct Handle(GradientProbe<T> probe) : IOracle<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Gradient(Vec2<T> w) => probe.Answer(w);

        public Sample<T> Sample(Vec2<T> w) => new(default, probe.Answer(w));

        public Symmetric<T> Hessian(Vec2<T> w) => default;

        public Symmetric<T> GaussNewton(Vec2<T> w) => default;

        public int Components => 1;

        public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
    }
}
