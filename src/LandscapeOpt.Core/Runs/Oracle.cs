using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Runs;

/// <summary>Answers an optimizer's questions in one run: components, then mixing, then gradient transforms.</summary>
/// <remarks>
/// The weights are chosen once a step, where the rule first asks, so that every further point of the same step (line searches, perturbed
/// points) sees the same function.
/// </remarks>
internal sealed class Oracle
{
    private readonly Run run;
    private readonly StepView view;
    private readonly ILandscape[] components;
    private readonly Real[] shares;
    private readonly Weigher<Real> weigher;
    private readonly TransformState<Real>[] transforms;
    private readonly Vec2<Real>[] gradients;
    private readonly Symmetric<Real>[] curvatures;
    private readonly Real[] losses, weights;
    private readonly bool isRandom;
    private Point? last;
    private bool hasWeights, isKnown;

    internal Oracle(Run run, StepView view)
    {
        (this.run, this.view) = (run, view);
        components = [.. view.Components.Select(c => c.Landscape)];
        shares = [.. view.Components.Select(c => (Real)c.Share)];
        gradients = new Vec2<Real>[components.Length];
        curvatures = new Symmetric<Real>[components.Length];
        losses = new Real[components.Length];
        weights = new Real[components.Length];

        // A rule that asks for single components only has none.
        Array.Fill(view.Weights, double.NaN);
        weigher = run.Mixing.Start<Real>(new([.. view.Components.Select(c => c.Share)], run.Steps, run.Target, () => run.Stream("mixing")));
        isRandom = run.Transforms.Any(t => t.IsRandom);
        transforms = [.. run.Transforms.Select((t, i) => t.Start<Real>(() => run.Stream(FormattableString.Invariant($"transform-{i}"))))];
    }

    /// <summary>
    /// Gradients and Hessians evaluated so far. The gradient at an accepted trial point counts once, though it is asked for again as that of
    /// the next step's beginning: what is known is not evaluated. Noise makes each answer another one, and then each counts.
    /// </summary>
    internal long Evaluations { get; private set; }

    /// <summary>Whether a transform wants the current step skipped.</summary>
    internal bool Skips { get; private set; }

    /// <summary>Evaluates all components at the point of a new step and shows them.</summary>
    internal void Arrive(int step, Point w)
    {
        view.MoveTo(step, w);
        for (int k = 0; k < components.Length; k++)
        {
            Dual<Real> f = components[k].Gradient(w);
            (losses[k], gradients[k]) = (f.Value, f.Gradient);
            (view.ComponentLosses[k], view.ComponentGradients[k]) = (f.Value, f.Gradient);
        }

        (view.Loss, view.Gradient) = (WeightedSum.Of<Real>(shares, losses), WeightedSum.Of<Real>(shares, gradients));
        (hasWeights, Skips, isKnown) = (false, false, !isRandom && last == w);
    }

    internal Sample<Real> Sample(Vec2<Real> at)
    {
        Evaluations += isKnown && at == (Vec2<Real>)view.W ? 0 : 1;
        (last, isKnown) = (at, false);
        Evaluate(at);
        if (!hasWeights)
        {
            ChooseWeights(at);
        }

        Real loss = WeightedSum.Of<Real>(weights, losses);
        Vec2<Real> gradient = WeightedSum.Of<Real>(weights, gradients);
        foreach (TransformState<Real> transform in transforms)
        {
            gradient = transform.Apply(gradient, loss, view.Step);
            Skips |= transform.Skips;
        }

        view.MixedGradient = gradient;
        return new(loss, gradient);
    }

    internal Symmetric<Real> Hessian(Vec2<Real> at) => Curvature(at, static (landscape, w) =>
    {
        Jet<Real> f = landscape.Hessian(w);
        return new(f.XX, f.XY, f.YY);
    });

    internal Symmetric<Real> GaussNewton(Vec2<Real> at) => Curvature(at, static (landscape, w) => landscape is ILeastSquares squares
        ? squares.GaussNewton<Real>(w.X, w.Y)
        : throw new NotSupportedException($"{landscape.Info.Title} is not made of residuals."));

    private Symmetric<Real> Curvature(Vec2<Real> at, Func<ILandscape, Point, Symmetric<Real>> of)
    {
        Evaluations++;
        if (!hasWeights)
        {
            Evaluate(at);
            ChooseWeights(at);
        }

        for (int k = 0; k < components.Length; k++)
        {
            curvatures[k] = of(components[k], at);
        }

        return WeightedSum.Of<Real>(weights, curvatures);
    }

    /// <summary>The loss and gradient of one component, neither weighed nor transformed; an evaluation of its own.</summary>
    internal Sample<Real> Component(int k, Vec2<Real> at)
    {
        Evaluations++;
        (last, isKnown) = (null, false);
        Sample<Real> answer = Of(k, at);
        view.MixedGradient = answer.Gradient;
        return answer;
    }

    private void Evaluate(Vec2<Real> at)
    {
        for (int k = 0; k < components.Length; k++)
        {
            (losses[k], gradients[k]) = Of(k, at);
        }
    }

    private Sample<Real> Of(int k, Vec2<Real> at)
    {
        if (at == (Vec2<Real>)view.W)
        {
            return new(view.ComponentLosses[k], view.ComponentGradients[k]);
        }

        Dual<Real> f = components[k].Gradient(at);
        return new(f.Value, f.Gradient);
    }

    private void ChooseWeights(Vec2<Real> at)
    {
        hasWeights = true;
        weigher.Weigh(
            new()
            {
                Step = view.Step,
                Start = run.Start,
                W = at,
                LearningRate = view.LearningRate,
                Losses = losses,
                Gradients = gradients,
            },
            weights);
        for (int k = 0; k < weights.Length; k++)
        {
            view.Weights[k] = weights[k];
        }
    }

    /// <summary>The oracle as a struct, so that a rule's step is compiled for it instead of going through an interface.</summary>
    internal readonly struct Handle(Oracle oracle) : IOracle<Real>
    {
        public int Components => oracle.components.Length;

        public Sample<Real> Component(int k, Vec2<Real> w) => oracle.Component(k, w);

        public Vec2<Real> Gradient(Vec2<Real> w) => oracle.Sample(w).Gradient;

        public Sample<Real> Sample(Vec2<Real> w) => oracle.Sample(w);

        public Symmetric<Real> Hessian(Vec2<Real> w) => oracle.Hessian(w);

        public Symmetric<Real> GaussNewton(Vec2<Real> w) => oracle.GaussNewton(w);
    }
}
