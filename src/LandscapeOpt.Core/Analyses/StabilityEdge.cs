using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Analyses;

/// <summary>
/// How near rules are to their edge of stability at a point of rest, where that follows from their settings alone: gradient descent, momentum, Nesterov
/// (Cohen et al. 2021, arXiv:2103.00065). What adaptive and sharpness-aware rules feel there depends on their way to it.
/// </summary>
public static class StabilityEdge
{
    /// <summary>
    /// The largest curvature that the run's rule feels at a point over the largest that it bears: beyond 1 it cannot stay there. NaN where the rule
    /// has no such edge, or its learning rate, weights or transforms change what the edge is.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="at">The point of rest.</param>
    public static double Nearness(Run run, Point at)
    {
        if (run.Schedule is not Constant || run.Transforms.Count > 0 || (run.Mixing is not Average && run.Landscape.Components.Count > 1))
        {
            return double.NaN;
        }

        Jet<Real> f = run.Landscape.Hessian(at);
        return run.Optimizer.Start(new UniformSettings<Real>(run.Optimizer), new Measurement(new(f.XX, f.XY, f.YY), run.Optimizer.LearningRate));
    }

    private sealed class Measurement(Symmetric<Real> hessian, double eta) : IStarter<Real, double>
    {
        public double Started<TState>(TState state)
            where TState : struct, IOptimizerState<Real>
        {
            // An edge that moves with the gradient or with what the rule remembers is none of the settings'.
            double before = state.Stability(hessian, new(1, 1), eta), elsewhere = state.Stability(hessian, new(1e-3, 0), eta);
            if (!double.IsFinite(before) || before != elsewhere)
            {
                return double.NaN;
            }

            Vec2<Real> w = state.Step(default, eta, new Slope(hessian, new(3, 2)));
            state.Step(w, eta, new Slope(hessian, new(1, 2)));
            return state.Stability(hessian, new(1, 1), eta) == before ? before : double.NaN;
        }
    }

    // The same gradient everywhere.
    private readonly struct Slope(Symmetric<Real> hessian, Vec2<Real> gradient) : IOracle<Real>
    {
        public Vec2<Real> Gradient(Vec2<Real> w) => gradient;

        public Sample<Real> Sample(Vec2<Real> w) => new((gradient.X * w.X) + (gradient.Y * w.Y), gradient);

        public Symmetric<Real> Hessian(Vec2<Real> w) => hessian;

        public Symmetric<Real> GaussNewton(Vec2<Real> w) => hessian;
    }
}
