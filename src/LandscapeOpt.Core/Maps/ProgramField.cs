using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps.Programs;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>
/// Loss and gradient of a landscape at the points of a block, computed together: those of the step, and up to two more that the update rule asks
/// about, which are heard by rehearsing the step. Any other point is computed on demand.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="landscape">The landscape.</param>
/// <param name="vectors">The largest number of vectors.</param>
/// <param name="isCompiled">Whether the formula is compiled as a whole, if it is short enough.</param>
internal sealed class ProgramField<T>(ILandscape landscape, int vectors, bool isCompiled = false) : LaneMemory<T>(components: 1)
    where T : struct, ILane<T>, IReal<T>
{
    private const int MostRounds = 2;

    private readonly BlockEvaluator<T> slopes = Slopes(BlockProgram.Of(landscape, withLoss: false), isCompiled), whole = BlockProgram.Of(landscape).Start<T>();
    private readonly LaneAnswers<T> here = new(vectors), first = new(vectors), second = new(vectors);
    private readonly T[] losses = new T[vectors], alone = new T[5];
    private LaneComponent<T>? curvature;
    private bool hasLosses, wantsHere = true, wantsFirst, wantsSecond, wantsLosses, hasMissed;
    private int rounds;

    /// <summary>The vector whose step is taken.</summary>
    internal int Vector { get; set; }

    /// <summary>Second derivatives.</summary>
    internal LaneComponent<T> Curvature => curvature ??= LaneComponent<T>.Of(landscape, vectors: 0);

    /// <summary>Whether the gradients at the points of the step are known.</summary>
    internal bool KnowsHere
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => here.AreKnown;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override int Look(T[] x, T[] y, int count, bool withLoss)
    {
        rounds = hasMissed ? Math.Min(rounds + 1, MostRounds) : rounds == 2 && !wantsSecond ? 1 : rounds == 1 && !wantsFirst ? 0 : rounds;
        hasLosses = withLoss || wantsLosses;
        here.Turn(x, y);
        first.Clear();
        second.Clear();
        if (hasLosses || wantsHere)
        {
            here.Answer(hasLosses ? whole : slopes, count, losses.AsSpan(0, hasLosses ? count : 0));
        }

        (wantsHere, wantsFirst, wantsSecond, wantsLosses, hasMissed) = (false, false, false, false, false);
        return rounds;
    }

    /// <summary>Whether anything is known.</summary>
    internal bool KnowsAny => here.AreKnown || first.AreKnown;

    /// <inheritdoc/>
    internal override GradientProbe<T> Probe() => new(this, first.AreKnown ? second : first);

    /// <inheritdoc/>
    internal override void Answer(int count) => (first.AreKnown ? second : first).Answer(slopes, count, []);

    /// <summary>The gradient at the point of a vector's step, where that is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec2<T> Here(int vector)
    {
        wantsHere = true;
        return here.Of(vector);
    }

    /// <summary>The gradient at a point that belongs to a vector's step, where it is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryGradient(int vector, Vec2<T> w, out Vec2<T> gradient)
    {
        if (first.AreKnown && first.IsAt(vector, w))
        {
            wantsFirst = true;
            gradient = first.Of(vector);
            return true;
        }

        if (second.AreKnown && second.IsAt(vector, w))
        {
            wantsSecond = true;
            gradient = second.Of(vector);
            return true;
        }

        if (here.IsAt(vector, w))
        {
            wantsHere = true;
            if (here.AreKnown)
            {
                gradient = here.Of(vector);
                return true;
            }
        }

        gradient = default;
        return false;
    }

    /// <summary>Says that a step has asked for what was not known, so that more points are heard before the next.</summary>
    internal void Miss() => hasMissed = true;

    /// <summary>The gradient at a point that belongs to the step.</summary>
    internal Vec2<T> Gradient(Vec2<T> w)
    {
        if (TryGradient(Vector, w, out Vec2<T> gradient))
        {
            return gradient;
        }

        Miss();
        (alone[0], alone[1]) = (w.X, w.Y);
        slopes.Evaluate(alone.AsSpan(0, 1), alone.AsSpan(1, 1), [], alone.AsSpan(3, 1), alone.AsSpan(4, 1));
        return new Dual<T>(default, alone[3], alone[4]).Gradient;
    }

    /// <summary>Loss and gradient at a point that belongs to a vector's step.</summary>
    internal Dual<T> At(int vector, Vec2<T> w)
    {
        if (here.IsAt(vector, w))
        {
            wantsLosses = true;
            if (hasLosses)
            {
                Vec2<T> gradient = here.Of(vector);
                return new(losses[vector], gradient.X, gradient.Y);
            }
        }

        (alone[0], alone[1]) = (w.X, w.Y);
        whole.Evaluate(alone.AsSpan(0, 1), alone.AsSpan(1, 1), alone.AsSpan(2, 1), alone.AsSpan(3, 1), alone.AsSpan(4, 1));
        return new(alone[2], alone[3], alone[4]);
    }

    private static BlockEvaluator<T> Slopes(BlockProgram program, bool isCompiled) => isCompiled ? program.StartCompiled<T>() : program.Start<T>();
}
