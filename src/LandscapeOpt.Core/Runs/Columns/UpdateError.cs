using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private static readonly ColumnFamily UpdateError = Add(
        new Measure(
            "update_error",
            "|(w_{t+1} − w_t) − Δ̂_t|, where Δ̂_t is what a second state of the rule makes of the recorded points, learning rates and weights",
            "length",
            "Something beside the rule moved the point: a gradient transform (clipping, noise, a skipped step), by this much.",
            "0 shows that the trace follows the rule, not that the rule is right.",
            "This project"),
        "distance between the measured update and the rule's own, recomputed",
        _ => double.NaN,
        isOfStep: true,
        finish: (trace, result, cells) => new Replay(trace, result.Run).Fill(cells));

    // Runs the rule once more along the recorded points: each step begins where the trace says it began.
    private sealed class Replay(Trace trace, Run run) : IStarter<Real, Replay.IStepper>
    {
        private readonly IReadOnlyList<Component> components = run.Landscape.Components;
        private readonly Real[] weights = new Real[run.Landscape.Components.Count];

        internal interface IStepper
        {
            Point Step(Point w, double eta);
        }

        public IStepper Started<TState>(TState state)
            where TState : struct, IOptimizerState<Real> => new Stepper<TState>(state, new(this));

        internal void Fill(Span<double> cells)
        {
            ReadOnlySpan<double> x = trace.Column("x"), y = trace.Column("y"), rates = trace.Column("learning_rate");
            if (x.IsEmpty || y.IsEmpty || rates.IsEmpty)
            {
                return;
            }

            IStepper stepper = run.Optimizer.Start(new UniformSettings<Real>(run.Optimizer), this);
            for (int t = 0; t < cells.Length - 1; t++)
            {
                Weigh(t);
                Point w = new(x[t], y[t]), next = new(x[t + 1], y[t + 1]);
                cells[t] = (next - w - (stepper.Step(w, rates[t]) - w)).Norm;
            }
        }

        private void Weigh(int step)
        {
            for (int k = 0; k < weights.Length; k++)
            {
                ReadOnlySpan<double> recorded = trace.Column("weight_" + components[k].Name);
                weights[k] = recorded.IsEmpty ? components[k].Share : recorded[step];
            }
        }

        private sealed class Stepper<TState>(TState state, Answers answers) : IStepper
            where TState : struct, IOptimizerState<Real>
        {
            private TState state = state;

            public Point Step(Point w, double eta) => state.Step(w, eta, answers);
        }

        // What the run's oracle answered, with the recorded weights and without transforms.
        private readonly struct Answers(Replay replay) : IOracle<Real>
        {
            public int Components => replay.components.Count;

            public Vec2<Real> Gradient(Vec2<Real> w) => Sample(w).Gradient;

            public Sample<Real> Sample(Vec2<Real> w)
            {
                Jet<Real> f = Sum(w);
                return new(f.Value, new(f.X, f.Y));
            }

            public Symmetric<Real> Hessian(Vec2<Real> w)
            {
                Jet<Real> f = Sum(w);
                return new(f.XX, f.XY, f.YY);
            }

            public Symmetric<Real> GaussNewton(Vec2<Real> w)
            {
                Point at = w;
                return WeightedSum.Of<Real>(replay.weights, [.. replay.components.Select(c => ((ILeastSquares)c.Landscape).GaussNewton<Real>(at.X, at.Y))]);
            }

            public Sample<Real> Component(int k, Vec2<Real> w)
            {
                Dual<Real> f = replay.components[k].Landscape.Gradient(w);
                return new(f.Value, f.Gradient);
            }

            private Jet<Real> Sum(Point w)
            {
                Jet<Real>[] parts = [.. replay.components.Select(c => c.Landscape.Hessian(w))];
                Real value = WeightedSum.Of<Real>(replay.weights, [.. parts.Select(f => f.Value)]);
                Vec2<Real> gradient = WeightedSum.Of<Real>(replay.weights, [.. parts.Select(f => new Vec2<Real>(f.X, f.Y))]);
                Symmetric<Real> hessian = WeightedSum.Of<Real>(replay.weights, [.. parts.Select(f => new Symmetric<Real>(f.XX, f.XY, f.YY))]);
                return new(value, gradient.X, gradient.Y, hessian.XX, hessian.XY, hessian.YY);
            }
        }
    }
}
