using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private const string Reparametrised =
        "It changes when the coordinates are rescaled though the function stays the same (Dinh et al. 2017, arXiv:1703.04933), so it does not rank "
            + "solutions by itself.";

    private static readonly ColumnFamily LambdaMax = Add(
        new Measure(
            "lambda_max",
            "λ₂ = (H_xx + H_yy + √((H_xx − H_yy)² + 4 H_xy²))/2 of the objective's Hessian at w_t",
            "loss/length²",
            "The loss curves strongly upward: gradient descent oscillates along that direction once the learning rate exceeds 2/λ_max.",
            Reparametrised,
            "Cohen et al. 2021, arXiv:2103.00065, who call it sharpness"),
        "largest eigenvalue of the objective's Hessian at w_t",
        v => v.Eigenvalues.High);

    private static readonly ColumnFamily LambdaMin = Add(
        new Measure(
            "lambda_min",
            "λ₁ = (H_xx + H_yy − √((H_xx − H_yy)² + 4 H_xy²))/2 of the objective's Hessian at w_t",
            "loss/length²",
            "Positive: the loss is convex there. Negative: there is a direction of negative curvature to escape along.",
            "Negative values away from a critical point are ordinary: they do not make a saddle.",
            "Lee et al. 2016, arXiv:1602.04915 (strict saddles)"),
        "smallest eigenvalue of the objective's Hessian at w_t",
        v => v.Eigenvalues.Low);

    private static readonly ColumnFamily TraceHessian = Add(
        new Measure(
            "trace_hessian",
            "tr H = H_xx + H_yy = λ₁ + λ₂ at w_t",
            "loss/length²",
            "Random perturbations of the point raise the loss much: by s² tr H/2 for normal noise of standard deviation s.",
            "Curvatures of opposite sign cancel: 0 does not mean flat. " + Reparametrised,
            "Keskar et al. 2017, arXiv:1609.04836"),
        "trace of the objective's Hessian at w_t",
        v => v.Hessian.XX + v.Hessian.YY);

    private static readonly ColumnFamily Condition = Add(
        new Measure(
            "condition",
            "max(|λ₁|, |λ₂|)/min(|λ₁|, |λ₂|) at w_t",
            "1",
            "A long valley: gradient descent needs about as many steps as this number to gain a digit.",
            "Of an indefinite Hessian it says nothing about speed; in flat valleys it is infinite although they cost nothing.",
            "Nesterov 2004, Introductory Lectures on Convex Optimization, doi:10.1007/978-1-4419-8853-9"),
        "ratio of the Hessian's largest to its smallest absolute eigenvalue at w_t",
        v =>
        {
            (double low, double high) = v.Eigenvalues;
            return Math.Max(Math.Abs(low), Math.Abs(high)) / Math.Min(Math.Abs(low), Math.Abs(high));
        });

    private static readonly ColumnFamily NegativeCurvature = Add(
        new Measure(
            "negative_curvature",
            "gᵀ H g/|g|² at w_t, the curvature along the gradient; 0 where g = 0",
            "loss/length²",
            "Positive: a step along −g meets a rising slope, and the best step there is its reciprocal. Negative: the slope steepens on the way down.",
            "It looks along one direction: it can be positive beside a saddle's way out.",
            "Alain et al. 2019, arXiv:1902.02366"),
        "curvature along the objective's gradient at w_t",
        v =>
        {
            ref readonly Jet<Real> f = ref v.Hessian;
            Point g = v.Gradient;
            double square = Point.Dot(g, g);
            return square == 0 ? 0 : ((f.XX * g.X * g.X) + (2 * f.XY * g.X * g.Y) + (f.YY * g.Y * g.Y)) / square;
        });

    private static readonly ColumnFamily Stability = Add(
        new Measure(
            "stability",
            "η S/s: gd S = λ_max, s = 2; momentum s = 2 + 2μ; nesterov s = (2 + 2μ)/(1 + 2μ); rmsprop S = λ_max(P⁻¹H), P = √v + ε, s = 2 + 2μ; "
            + "adam P = (1 − β₁ᵏ)(√(v/(1 − β₂ᵏ)) + ε), s = (2 + 2β₁)/(1 − β₁); sam S = λ_max(H + ρ H²/|g|), s of its base",
            "1",
            "Beyond 1 the rule is past its edge of stability: on a quadratic it diverges, elsewhere it oscillates until the curvature gives way.",
            "Beyond 1 for a few steps is no failure: training at the edge is usual. NaN: the rule's edge is not known.",
            "Cohen et al. 2021, arXiv:2103.00065; Cohen et al. 2022, arXiv:2207.14484; Long and Bartlett 2023, arXiv:2309.12488"),
        "learning rate times the curvature that the rule feels, over the rule's own threshold",
        v => v.Stability,
        isOfStep: true);
}
