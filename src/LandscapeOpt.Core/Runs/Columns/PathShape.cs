using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private static readonly ColumnFamily CosineStep = Add(
        new Measure(
            "cosine_step",
            "cos(Δ_t, Δ_{t−1}), Δ_t = w_{t+1} − w_t; 0 at step 0 and where a step is zero",
            "1",
            "Near 1 the path goes straight on; near −1 it turns back: an oscillation across a valley.",
            "Momentum bends slowly, so a high value does not mean that the gradients agree.",
            "Singh et al. 2024, arXiv:2403.07379"),
        "cosine of the step with the one before",
        v => Point.Cosine(v.Update, v.PreviousUpdate),
        isOfStep: true);

    private static readonly ColumnFamily TurningAngle = Add(
        new Measure(
            "turning_angle",
            "atan2(Δ_{t−1} × Δ_t, ⟨Δ_{t−1}, Δ_t⟩) in (−π, π]; 0 at step 0 and where a step is zero",
            "rad",
            "Positive: a turn to the left. Near ±π the path turns back; of one sign throughout, it circles.",
            "Short steps turn as much as long ones: near the end it may be noise.",
            "Singh et al. 2024, arXiv:2403.07379"),
        "angle by which the step turns from the one before, counter-clockwise",
        v => Turn(v.PreviousUpdate, v.Update),
        isOfStep: true);

    private static readonly ColumnFamily PathLengthSoFar = Add(
        new Measure(
            "path_length",
            "Σ |Δ_s| over the steps s < t",
            "length",
            "The run has travelled far, which oscillations do without getting anywhere.",
            "A long path need not end far from its start.",
            "Sum of the update norms"),
        "length of the path from w_0 to w_t",
        v => v.PathLength);

    private static readonly ColumnFamily StraightnessSoFar = Add(
        new Measure(
            "straightness_so_far",
            "|w_t − w_0|/Σ |Δ_s|, from 0 to 1; 1 where nothing moved",
            "1",
            "Near 1 the path so far is nearly a line; near 0 it has come back or oscillates.",
            "A straight path may lead the wrong way.",
            "Singh et al. 2024, arXiv:2403.07379"),
        "distance from w_0 over the length of the path so far",
        v => v.PathLength == 0 ? 1 : Math.Min(1, (v.W - v.Run.Start).Norm / v.PathLength));

    private static readonly ColumnFamily CosineToEnd = Add(
        new Measure(
            "cosine_to_end",
            "cos(Δ_t, w_T − w_t) with the run's last point w_T; 0 where either is zero",
            "1",
            "The step leads where the run will end; negative ones lead away and must be undone.",
            "The end is known only afterwards, and another end would judge the same step otherwise.",
            "Guille-Escuret et al. 2024, arXiv:2306.11922"),
        "cosine of the step with the way to the run's end",
        _ => double.NaN,
        isOfStep: true,
        finish: (trace, result, cells) =>
        {
            ReadOnlySpan<double> x = trace.Column("x"), y = trace.Column("y");
            for (int t = 0; t < x.Length - 1; t++)
            {
                Point w = new(x[t], y[t]), next = new(x[t + 1], y[t + 1]);
                cells[t] = Point.Cosine(next - w, result.End - w);
            }
        });

    private static readonly ColumnFamily CosineComponents = Add(
        new Measure(
            "cosine_components",
            "mean over i ≠ j of cos(g_i, g_j) of the K components' gradients at w_t; 1 where K = 1, 0 for a zero gradient",
            "1",
            "The components agree on the way; negative values are conflicts, where a step that helps one harms another.",
            "It looks at directions alone: a component with a tiny gradient counts as much as the others.",
            "Fan et al. 2022 (GradCosine), arXiv:2210.05956; Yu et al. 2020, arXiv:2001.06782 (conflicts)"),
        "mean cosine between the components' gradients",
        v => MeanCosine(v.ComponentGradients));

    private static double Turn(Point before, Point now) => before == default || now == default
        ? 0
        : Elementary.Atan2((before.X * now.Y) - (before.Y * now.X), Point.Dot(before, now));

    private static double MeanCosine(Point[] gradients)
    {
        double sum = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                sum += Point.Cosine(gradients[i], gradients[j]);
            }
        }

        int pairs = gradients.Length * (gradients.Length - 1) / 2;
        return pairs == 0 ? 1 : sum / pairs;
    }
}
