using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Maps;

/// <summary>The oracle of components that are mixed and gradients that are transformed: the lanes' counterpart of the trace engine's oracle.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="parts">Where the components and rules live.</param>
internal readonly struct MixedOracle<T>(MixedField<T> parts) : ILaneOracle<MixedOracle<T>, T>
    where T : struct, ILane<T>, IReal<T>
{
    public static bool LooksAhead => true;

    public LaneMemory<T> Memory => parts;

    public MixedOracle<T> Arrive(int vector, int step, Vec2<T> w, T eta)
    {
        parts.Arrive(vector, step, w, eta);
        return this;
    }

    public Dual<T> Objective(Vec2<T> w) => parts.Objective(w);

    public Vec2<T> Gradient(Vec2<T> w) => parts.Sample(w).Gradient;

    public Sample<T> Sample(Vec2<T> w) => parts.Sample(w);

    public Symmetric<T> Hessian(Vec2<T> w) => parts.Curvature(w, static (component, at) => component.Hessian(at));

    public Symmetric<T> GaussNewton(Vec2<T> w) => parts.Curvature(w, static (component, at) => component.GaussNewton(at));

    public int Components => parts.Components;

    public Sample<T> Component(int k, Vec2<T> w) => parts.Component(k, w);
}

/// <summary>Components, mixing rule and transforms of one block of runs.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class MixedField<T> : LaneMemory<T>
    where T : struct, ILane<T>, IReal<T>
{
    private readonly Run run;
    private readonly LaneComponent<T>[] components;
    private readonly T[] shares;
    private readonly Weigher<T>[] weighers;
    private readonly TransformState<T>[][] transforms;
    private readonly Vec2<T>[] starts, gradients;
    private readonly Symmetric<T>[] curvatures;
    private readonly T[] losses;
    private Vec2<T> here;
    private T eta;
    private int vector, step;
    private bool isKnownHere, hasWeights;

    internal MixedField(Run run, int vectors)
        : base(run.Landscape.Components.Count)
    {
        this.run = run;
        IReadOnlyList<Component> parts = run.Landscape.Components;
        components = [.. parts.Select(c => LaneComponent<T>.Of(c.Landscape, vectors))];
        shares = [.. parts.Select(c => (T)c.Share)];
        (gradients, curvatures, losses) = (new Vec2<T>[components.Length], new Symmetric<T>[components.Length], new T[components.Length]);
        (weighers, transforms, starts) = (new Weigher<T>[vectors], new TransformState<T>[vectors][], new Vec2<T>[vectors]);
    }

    internal int Components => components.Length;

    internal override bool CanMove => !run.Mixing.Remembers;

    /// <summary>Begins the runs of one vector. Every run has the same random stream, so one draw serves all lanes.</summary>
    internal override void Begin(int vector, Vec2<T> start)
    {
        starts[vector] = start;
        weighers[vector] = run.Mixing.Start<T>(new([.. run.Landscape.Components.Select(c => c.Share)], run.Steps, run.Target, () => run.Stream("mixing")));
        transforms[vector] = [.. run.Transforms.Select((t, i) => t.Start<T>(() => run.Stream(FormattableString.Invariant($"transform-{i}"))))];
    }

    internal override void Move(int from, int fromLane, int to, int toLane) => starts[to] = starts[to].With(toLane, starts[from].At(fromLane));

    internal override void Replace(int vector, int by) =>
        (starts[vector], weighers[vector], transforms[vector]) = (starts[by], weighers[by], transforms[by]);

    /// <summary>Lets the components look at all points of a step.</summary>
    internal override int Look(T[] x, T[] y, int count, bool withLoss)
    {
        foreach (LaneComponent<T> component in components)
        {
            component.Look(x, y, count);
        }

        return 0;
    }

    internal void Arrive(int vector, int step, Vec2<T> w, T eta)
    {
        (this.vector, this.step, here, this.eta) = (vector, step, w, eta);
        (isKnownHere, hasWeights) = (false, false);
    }

    /// <summary>The objective at the point of the step, from the components' shares.</summary>
    internal Dual<T> Objective(Vec2<T> w)
    {
        Evaluate(w);
        (here, isKnownHere) = (w, true);
        T loss = WeightedSum.Of<T>(shares, losses);
        Vec2<T> gradient = WeightedSum.Of<T>(shares, gradients);
        return new(loss, gradient.X, gradient.Y);
    }

    internal Sample<T> Sample(Vec2<T> at)
    {
        Evaluate(at);
        if (!hasWeights)
        {
            ChooseWeights(at);
        }

        T loss = WeightedSum.Of<T>(Weights, losses);
        Vec2<T> gradient = WeightedSum.Of<T>(Weights, gradients);
        foreach (TransformState<T> transform in transforms[vector])
        {
            gradient = transform.Apply(gradient, loss, step);
        }

        Mixed = gradient;
        return new(loss, gradient);
    }

    internal Symmetric<T> Curvature(Vec2<T> at, Func<LaneComponent<T>, Vec2<T>, Symmetric<T>> of)
    {
        if (!hasWeights)
        {
            Evaluate(at);
            ChooseWeights(at);
        }

        for (int k = 0; k < components.Length; k++)
        {
            curvatures[k] = of(components[k], at);
        }

        return WeightedSum.Of<T>(Weights, curvatures);
    }

    internal Sample<T> Component(int k, Vec2<T> at)
    {
        Sample<T> answer;
        if (isKnownHere && T.HaveSameBits(at.X, here.X, at.Y, here.Y))
        {
            answer = new(losses[k], gradients[k]);
        }
        else
        {
            Dual<T> f = components[k].Gradient(vector, at);
            answer = new(f.Value, f.Gradient);
        }

        Mixed = answer.Gradient;
        return answer;
    }

    private void Evaluate(Vec2<T> at)
    {
        if (isKnownHere && T.HaveSameBits(at.X, here.X, at.Y, here.Y))
        {
            return;
        }

        isKnownHere = false;
        for (int k = 0; k < components.Length; k++)
        {
            Dual<T> f = components[k].Gradient(vector, at);
            (losses[k], gradients[k]) = (f.Value, f.Gradient);
        }
    }

    private void ChooseWeights(Vec2<T> at)
    {
        hasWeights = true;
        weighers[vector].Weigh(
            new()
            {
                Step = step,
                Start = starts[vector],
                W = at,
                LearningRate = eta,
                Losses = losses,
                Gradients = gradients,
            },
            Weights);
    }
}
