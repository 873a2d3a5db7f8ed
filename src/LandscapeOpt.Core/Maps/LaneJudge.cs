using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Decides about single runs, by the rules of the trace engine and with its arithmetic.</summary>
internal sealed class LaneJudge
{
    private readonly Run run;
    private readonly ILandscape[] components;
    private readonly double[] shares;
    private readonly Domain domain;
    private readonly Rest rest;

    internal LaneJudge(Run run)
    {
        this.run = run;
        IReadOnlyList<Component> parts = run.Landscape.Components;
        components = [.. parts.Select(c => c.Landscape)];
        shares = [.. parts.Select(c => c.Share)];
        domain = run.Landscape.Info.Domain;
        rest = new(run);
    }

    /// <summary>The objective at a point, whether and why a run ends there, and whether every component is flat there.</summary>
    internal (double Loss, Ending Ending, bool IsFlat) At(Point w)
    {
        double loss = 0;
        Point gradient = default;
        bool isFlat = true;
        for (int k = 0; k < components.Length; k++)
        {
            Dual<Real> f = components[k].Gradient(w);
            Point slope = f.Gradient;
            isFlat &= slope == default;
            loss = k == 0 ? shares[0] * f.Value : loss + (shares[k] * f.Value);
            gradient = k == 0 ? shares[0] * slope : gradient + (shares[k] * slope);
        }

        return (loss, run.Stop.At(w, loss, gradient, domain), isFlat);
    }

    /// <summary>Whether and why a run ends after a step that moved neither point nor memory.</summary>
    internal Ending AtRest(int step, Point w, double rate, Point mixed, bool isFlat, bool isWeightless, Run? own) =>
        (own is null ? rest : new(own)).After(step, w, rate, mixed, stops: false, isFlat, isWeightless);
}
