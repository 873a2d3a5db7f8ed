using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Analyses;

/// <summary>What every measure says and does not say: those of traces and those of inspections.</summary>
public static class Measures
{
    private const string Wrong = "Guille-Escuret et al. 2024, arXiv:2306.11922", Hallmarks = "Singh et al. 2024, arXiv:2403.07379";

    private const string EndKnown = "w* is the path's own last point: the measure judges the way there, not whether it was worth going.";

    private const string Rescaled = "Rescaling the coordinates changes it without changing the function (arXiv:1703.04933).";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Measure> All { get; } =
    [
        .. TraceColumns.Families.Select(f => f.Measure).OfType<Measure>()
            .Concat([.. Points, .. Lines, .. OfSharpness, .. Paths, .. Turns])
            .OrderBy(m => m.Name, StringComparer.Ordinal),
    ];

    /// <summary>A column that holds a measure: its name, unit and formula are the measure's.</summary>
    internal static Column<TRow> Column<TRow>(string name, Func<TRow, object?> value)
    {
        Measure measure = All.First(m => string.Equals(m.Name, name, StringComparison.Ordinal));
        return new(name, measure.Unit, measure.Formula, value);
    }

    private static Measure[] Points =>
    [
        new("index", "Morse index: how many eigenvalues of H are below −10⁻⁸ (1 + |H|)", "1",
            "More directions lead down: 0 at a minimum, 1 at a saddle, 2 at a maximum.",
            "At degenerate points flat directions hide what higher derivatives decide.", "Milnor 1963, Morse Theory"),
        new("flat_directions", "how many eigenvalues of H are 0 to 10⁻⁸ (1 + |H|)", "1",
            "Curvature decides nothing along these: a valley of minima, or a point of higher order.",
            "Flat to second order is not flat: x⁴ has a minimum.", "This project"),
        new("barrier", "of a curve: max f − max(f(A), f(B)); of a homotopy's level: the lowest saddle above the lowest minimum, minus its loss", "loss",
            "The way between the ends climbs this much.", "Another curve may climb less; the saddle may lead elsewhere.",
            "Draxler et al. 2018, arXiv:1803.00885"),
        new("mean_by_length", "Σ (f_i + f_{i+1})/2 |φ_{i+1} − φ_i|/Σ |φ_{i+1} − φ_i| over the points of a curve", "loss",
            "Long parts of the curve run at high loss.",
            "A curve is trained on the mean over its parameter, which may rest where the loss is low: that one can be smaller.",
            "Garipov et al. 2018, arXiv:1802.10026"),
    ];

    private static Measure[] Lines =>
    [
        new("monotone", "whether φ(t) = f((1 − t) A + t B) never rises from A to B", "yes or no",
            "Yes: a straight descent exists, though an optimizer may not find it.",
            "No is no obstacle: the path may go round the rise.", "Goodfellow et al. 2015, arXiv:1412.6544; Lucas et al. 2021, arXiv:2104.11044"),
        new("largest_rise", "Δ = max of φ(t₂) − φ(t₁) over t₁ < t₂", "loss",
            "The straight line climbs this much somewhere.", "It belongs to the line, not to the run.", "Lucas et al. 2021, arXiv:2104.11044"),
        new("barrier_above_chord", "max_t φ(t) − ((1 − t) φ(0) + t φ(1))", "loss",
            "The ends are not linearly connected.", "A curved way may have no barrier at all.", "Frankle et al. 2020, arXiv:1912.05671"),
        new("barrier_above_ends", "max_t φ(t) − max(φ(0), φ(1))", "loss",
            "To go straight one must climb above the worse end.", "The saddle between two basins may be lower: see inspect curve.",
            "Draxler et al. 2018, arXiv:1803.00885"),
    ];

    private static Measure[] OfSharpness =>
    [
        new("frobenius", "|H|_F = √(λ₁² + λ₂²)", "loss/length²", "Strong curvature of either sign.", Rescaled, "Wu et al. 2018, NeurIPS"),
        new("keskar", "100 (max of f(w + z) − f(w) over |z_i| ≤ ε (|w_i| + 1))/(1 + f(w))", "%",
            "A small move, relative to the weights' size, raises the loss much.", "It depends on ε and on the loss's zero; " + Rescaled,
            "Keskar et al. 2017, arXiv:1609.04836"),
        new("sam_sharpness", "max of f(w + e) − f(w) over |e| ≤ ρ; about ρ|g|, at a minimum ρ² λ_max/2", "loss",
            "There is a direction in which the loss rises steeply within ρ.", Rescaled, "Foret et al. 2020, arXiv:2010.01412"),
        new("average_sharpness", "mean of f(w + e) − f(w) over e ~ N(0, s² I); about s² tr H/2", "loss",
            "Random noise in the weights costs much.", Rescaled, "Wen et al. 2022, arXiv:2211.05729"),
        new("adaptive_sharpness", "max of f(w + e) − f(w) over |e/T| ≤ ρ, T = |w| + floor", "loss",
            "Even in units of the weights' own size the loss rises steeply.", "Rotations of the coordinates change it, and so does the floor.",
            "Kwon et al. 2021, arXiv:2102.11600"),
        new("adaptive_lambda_max", "λ_max(T H T), T = diag(|w| + floor)", "loss",
            "The adaptive sharpness's curvature: unmoved when a coordinate is stretched and its factor shrunk.",
            "Rotations of the coordinates change it.", "Kwon et al. 2021, arXiv:2102.11600"),
    ];

    private static Measure[] Paths =>
    [
        new("length", "L = Σ |w_{t+1} − w_t|", "length", "A long way, straight or not.", "Length alone does not tell detours from distance.", Hallmarks),
        new("displacement", "R = |w_T − w_0|", "length", "The run ends far from its start.", "It says nothing about the way.", Hallmarks),
        new("straightness", "R/L, from 0 to 1", "1", "Near 1: a straight way.", "A straight way may lead to a bad place.", Hallmarks),
        new("chord_distance", "largest distance of a point from the line through w_0 and w_T", "length", "A wide detour.",
            "Oscillation about the line counts as much as one bow.", "This project"),
        new("mean_cosine_step", "mean of cos(Δ_t, Δ_{t+1}), zero steps skipped", "1", "Near 1: smooth; near −1: zigzag.",
            "Momentum smooths whatever the gradients do.", Hallmarks),
        new("mean_turning_angle", "mean angle between consecutive updates", "rad", "Near π: zigzag.", "Short steps count like long ones.", Hallmarks),
        new("total_turning", "sum of the signed turning angles, counter-clockwise", "rad", "2π for each time round.", "Left and right turns cancel.",
            "This project"),
        new("mean_cosine_to_end", "mean of cos(Δ_t, w_T − w_t)", "1", "Every step leads to where the run ends.", EndKnown, Wrong),
        new("directional_similarity", "mean of cos(w_i − w_0, w_j − w_0) over all pairs, i = j included", "1",
            "All points lie in one direction from the start: redundant steps.",
            "Which pairs the paper averages over is not certain: directional_similarity_pairs leaves i = j out.", Hallmarks),
        new("directional_similarity_pairs", "the same over i ≠ j", "1", "All points lie in one direction from the start.",
            "See directional_similarity.", Hallmarks),
        new("origin_similarity", "mean of cos(w_i, w_j) over all pairs", "1", "The path moves little as seen from the origin.",
            "Shifting the landscape changes it: in two dimensions prefer directional_similarity.", Hallmarks),
        new("mean_apex_angle", "mean angle of w_t − w_0 and w_{t+1} − w_0", "rad", "The path swings round its start.",
            "It shrinks with the distance from the start.", Hallmarks),
    ];

    private static Measure[] Turns =>
    [
        new("gamma", "γ = ⟨G, w − w*⟩/(|G| |w − w*|) at a step, G the gradient that the rule saw, w* the last point", "1",
            "Near 1: the step leads home; below 0: a wrong turn.", EndKnown, Wrong),
        new("rsi", "RSI = ⟨G, w − w*⟩/|w − w*|² at a step", "loss/length²",
            "The gradient pulls towards the end as a bowl of this curvature would.", EndKnown, Wrong),
        new("error_bound", "EB = |G|/|w − w*| at a step", "loss/length²", "The gradient is large for the way that is left.", EndKnown, Wrong),
        new("optimal_learning_rate", "⟨G, w − w*⟩/|G|² at a step: minimises |w − η G − w*|", "1",
            "A longer step along −G would have come nearer to the end.", "Nearest after one step is not fastest after all; " + EndKnown, Wrong),
        new("gamma_min", "min of γ = ⟨G, w − w*⟩/(|G| |w − w*|), w* the last point", "1",
            "Near 1: every gradient points away from the end, so every step towards it.", EndKnown, Wrong),
        new("gamma_mean", "mean of γ", "1", "Gradients point home.", EndKnown, Wrong),
        new("wrong_turns", "share of steps with γ < 0", "1", "Many steps lead away from the end.", EndKnown, Wrong),
        new("rsi_min", "min of RSI = ⟨G, w − w*⟩/|w − w*|²", "loss/length²",
            "Positive: along the path the loss acts as if it were strongly convex with this μ.", EndKnown, Wrong),
        new("error_bound_max", "max of EB = |G|/|w − w*|", "loss/length²",
            "Along the path the gradient acts as if its Lipschitz constant were at least this.", EndKnown, Wrong),
    ];
}
