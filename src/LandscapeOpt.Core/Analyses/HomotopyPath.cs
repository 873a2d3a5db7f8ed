using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>A critical point of (1 − α) first + α second.</summary>
/// <param name="Alpha">The share of the second component.</param>
/// <param name="At">Where it is.</param>
/// <param name="Loss">The mixture's loss there.</param>
/// <param name="Spectrum">The mixture's curvature there.</param>
public readonly record struct HomotopySample(double Alpha, Point At, double Loss, Spectrum Spectrum)
{
    /// <summary>What it is, by the eigenvalues.</summary>
    public CriticalKind Kind => Spectrum.Kind;
}

/// <summary>One curve of critical points in (x, y, α), followed through its folds.</summary>
/// <param name="Samples">Its points along the curve; α falls on the way back from a fold.</param>
public sealed record HomotopyBranch(IReadOnlyList<HomotopySample> Samples)
{
    /// <summary>Where the curve passes a value of α, between samples by linear interpolation of the point.</summary>
    /// <param name="alpha">The share of the second component.</param>
    internal IEnumerable<Point> GuessesAt(double alpha)
    {
        for (int i = 0; i < Samples.Count; i++)
        {
            HomotopySample b = Samples[i];
            if (b.Alpha == alpha)
            {
                yield return b.At;
            }
            else if (i > 0 && Samples[i - 1] is var a && (a.Alpha - alpha) * (b.Alpha - alpha) < 0)
            {
                yield return a.At + ((alpha - a.Alpha) / (b.Alpha - a.Alpha) * (b.At - a.At));
            }
        }
    }
}

/// <summary>What happens to critical points at one α.</summary>
public enum HomotopyEventKind
{
    /// <summary>Two critical points appear together as α grows: a saddle-node.</summary>
    Birth,

    /// <summary>Two critical points meet and vanish as α grows: a saddle-node.</summary>
    Merger,

    /// <summary>A critical point changes its kind while others split off or join: a pitchfork, or a transcritical crossing.</summary>
    Pitchfork,
}

/// <summary>A change in the set of critical points.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Alpha">When.</param>
/// <param name="At">Where.</param>
/// <param name="Loss">The mixture's loss there.</param>
/// <param name="Branch">The index of the branch that it lies on.</param>
/// <param name="Description">In words: "at α = 0.31 a minimum and a saddle are born at (…)".</param>
public sealed record HomotopyEvent(HomotopyEventKind Kind, double Alpha, Point At, double Loss, int Branch, string Description);

/// <summary>The barrier between the mixture's lowest minimum and its nearest rival at one α.</summary>
/// <param name="Alpha">The share of the second component.</param>
/// <param name="Minima">How many minima the window holds.</param>
/// <param name="Saddles">How many saddles.</param>
/// <param name="Maxima">How many maxima.</param>
/// <param name="Lowest">The lowest minimum; null where there is none.</param>
/// <param name="Barrier">
/// The lowest saddle above it minus its loss: the least climb that can lead out of its basin, a lower bound where that saddle leads elsewhere. NaN
/// where there is no such saddle.
/// </param>
public sealed record HomotopyLevel(double Alpha, int Minima, int Saddles, int Maxima, HomotopySample? Lowest, double Barrier);
