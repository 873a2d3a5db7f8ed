using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Decides about single runs, by the rules of the trace engine and with its arithmetic.</summary>
internal sealed class RunEndings
{
    private readonly Run run;
    private readonly ILandscape[] components;
    private readonly Real[] shares, losses;
    private readonly Vec2<Real>[] gradients;
    private readonly Domain domain;
    private readonly Rest rest;

    internal RunEndings(Run run)
    {
        this.run = run;
        IReadOnlyList<Component> parts = run.Landscape.Components;
        components = [.. parts.Select(c => c.Landscape)];
        shares = [.. parts.Select(c => (Real)c.Share)];
        (losses, gradients) = (new Real[shares.Length], new Vec2<Real>[shares.Length]);
        domain = run.Landscape.Info.Domain;
        rest = new(run);
    }

    /// <summary>The objective at a point, whether and why a run ends there, and whether every component is flat there.</summary>
    internal (double Loss, Ending Ending, bool IsFlat) At(Point w)
    {
        bool isFlat = true;
        for (int k = 0; k < components.Length; k++)
        {
            Dual<Real> f = components[k].Gradient(w);
            (losses[k], gradients[k]) = (f.Value, f.Gradient);
            isFlat &= (Point)f.Gradient == default;
        }

        double loss = WeightedSum.Of<Real>(shares, losses);
        Point gradient = WeightedSum.Of<Real>(shares, gradients);
        return (loss, run.Stop.At(w, loss, gradient, domain), isFlat);
    }

    /// <summary>Whether and why a run ends after a step that moved neither point nor memory.</summary>
    internal Ending AtRest(int step, Point w, double rate, Point mixed, bool isFlat, bool isWeightless, Run? own) =>
        (own is null ? rest : new(own)).After(step, w, rate, mixed, stops: false, isFlat, isWeightless);
}
