using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

/// <summary>
/// What can be seen of a run at step t: the state at w_t and what step t did with it. One object serves the whole run; read it, do not keep it.
/// </summary>
public sealed class StepView
{
    private Jet<Real> hessian;
    private (double Low, double High) eigenvalues;
    private bool hasHessian, hasEigenvalues;

    internal StepView(Run run, IReadOnlyList<Component> components)
    {
        Run = run;
        Components = components;
        Domain = run.Landscape.Info.Domain;
        ComponentLosses = new double[components.Count];
        ComponentGradients = new Point[components.Count];
        Weights = new double[components.Count];
    }

    /// <summary>What is being run.</summary>
    public Run Run { get; }

    /// <summary>The K components.</summary>
    public IReadOnlyList<Component> Components { get; }

    /// <summary>The landscape's domain.</summary>
    public Domain Domain { get; }

    /// <summary>t, from 0.</summary>
    public int Step { get; internal set; }

    /// <summary>w_t.</summary>
    public Point W { get; private set; }

    /// <summary>The objective's loss at w_t.</summary>
    public double Loss { get; internal set; }

    /// <summary>The objective's gradient at w_t.</summary>
    public Point Gradient { get; internal set; }

    /// <summary>Its norm.</summary>
    public double GradientNorm => Gradient.Norm;

    /// <summary>The components' losses at w_t, K numbers.</summary>
    public double[] ComponentLosses { get; }

    /// <summary>The components' gradients at w_t, K vectors.</summary>
    public Point[] ComponentGradients { get; }

    /// <summary>Whether the run ends here, so that no step is taken and the step's quantities have no values.</summary>
    public bool IsLast { get; internal set; }

    /// <summary>The weights that the mixing rule gave in this step, K numbers; NaN where the optimizer asks for single components only.</summary>
    public double[] Weights { get; }

    /// <summary>The gradient that the optimizer saw last in this step: mixed and transformed, or that of a single component.</summary>
    public Point MixedGradient { get; internal set; }

    /// <summary>The learning rate of the step.</summary>
    public double LearningRate { get; internal set; }

    /// <summary>w_{t+1} − w_t.</summary>
    public Point Update { get; internal set; }

    /// <summary>The update of the step before; zero at step 0.</summary>
    public Point PreviousUpdate { get; internal set; }

    /// <summary>The sum of the updates' lengths before this step.</summary>
    public double PathLength { get; internal set; }

    /// <summary>Gradients and Hessians evaluated for the optimizer before this step; that of a trial point which became w_t counts once.</summary>
    public long Evaluations { get; internal set; }

    /// <summary>The averaged point; null without averaging or before it begins.</summary>
    public Point? Average { get; internal set; }

    /// <summary>Loss, gradient and Hessian of the objective at w_t, computed on demand; not counted as an evaluation.</summary>
    public ref readonly Jet<Real> Hessian
    {
        get
        {
            if (!hasHessian)
            {
                (hessian, hasHessian) = (Run.Landscape.Hessian(W), true);
            }

            return ref hessian;
        }
    }

    /// <summary>The Hessian's eigenvalues, computed on demand.</summary>
    public (double Low, double High) Eigenvalues
    {
        get
        {
            if (!hasEigenvalues)
            {
                ref readonly Jet<Real> f = ref Hessian;
                (Real low, Real high) = new Symmetric<Real>(f.XX, f.XY, f.YY).Eigenvalues();
                (eigenvalues, hasEigenvalues) = ((low, high), true);
            }

            return eigenvalues;
        }
    }

    /// <summary>
    /// How near the rule is to its edge of stability in this step: the curvature it feels over the largest it bears on a quadratic. Beyond 1
    /// it oscillates with growing steps; NaN for rules whose edge is not known.
    /// </summary>
    public double Stability => Rule?.Stability(new(Hessian.XX, Hessian.XY, Hessian.YY), Gradient, LearningRate) ?? double.NaN;

    internal RunningOptimizer? Rule { get; init; }

    internal void MoveTo(int step, Point w)
    {
        (Step, W, hasHessian, hasEigenvalues) = (step, w, false, false);
    }
}
