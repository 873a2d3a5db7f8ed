using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What a pixel of a map over parameters shows beside a number.</summary>
internal enum ParameterClass
{
    /// <summary>A number.</summary>
    Value,

    /// <summary>The run diverged.</summary>
    Diverged,

    /// <summary>The run left the domain.</summary>
    LeftDomain,

    /// <summary>The run did all its steps without converging, where steps or outcomes are shown.</summary>
    NotReached,

    /// <summary>The run converged, where outcomes are shown.</summary>
    Converged,

    /// <summary>Nothing could move the run any more, where outcomes are shown.</summary>
    Stalled,
}

/// <summary>The numbers of a map over parameters, the scale on which they lie, and their colours; near black is diverged.</summary>
internal sealed class ParameterColors
{
    private const int Levels = 96, SampleSide = 320;

    private readonly ParameterMap map;
    private readonly MapQuantity quantity;
    private readonly double lowest;
    private readonly Point[] goals;
    private readonly Color[] ramp, diverged, converged, stalled;
    private readonly Color leftDomain, notReached;
    private readonly RankShades escapes, arrivals;
    private readonly Dictionary<ParameterClass, long> counts = [];
    private readonly long sampled;

    public ParameterColors(ParameterMap map, MapQuantity quantity, Theme theme)
    {
        (this.map, this.quantity) = (map, quantity);
        LandscapeInfo info = map.Model.Landscape.Info;
        bool varies = new[] { map.Horizontal, map.Vertical }.Any(a => a.Path.StartsWith("landscape", StringComparison.Ordinal));
        IsAboveMinimum = !varies && info.GlobalMinimum is { Loss: not 0 };
        lowest = IsAboveMinimum ? info.GlobalMinimum!.Loss : 0;
        goals = map.Model.Target is { } target ? [target] : [.. info.CriticalPoints.Where(c => c.Kind == CriticalKind.Minimum).Select(c => c.At)];
        bool isDark = theme.Name == "dark";
        ColorMap colors = ColorMaps.Viridis.Part(0.06, 1).Reversed();
        ramp = [.. Enumerable.Range(0, Levels).Select(i => colors.At(i / (Levels - 1.0)))];
        diverged = ShadeRamp.Diverged(isDark, Levels);
        (converged, stalled) = (ShadeRamp.Of(OkLab.Of(theme.Categories[0]), isDark, Levels), ShadeRamp.Of(OkLab.Of(theme.Categories[2]), isDark, Levels));
        (leftDomain, notReached) = (Color.Parse(isDark ? "6B6256" : "B4A995"), Color.Parse(isDark ? "4A4E57" : "DCDDDF"));
        (List<double> values, List<int> gone, List<int> arrived) = Sample(out sampled);
        (escapes, arrivals) = (new([.. gone]), new([.. arrived]));
        Scale = ScaleOf(values);
    }

    /// <summary>Whether losses are counted from the known minimum's, because that is not 0.</summary>
    public bool IsAboveMinimum { get; }

    /// <summary>Where the numbers lie, by quantiles: a few outliers do not decide.</summary>
    public Scale Scale { get; }

    /// <summary>The share of the map's sample in a class.</summary>
    public double Share(ParameterClass kind) => sampled == 0 ? 0 : counts.GetValueOrDefault(kind) / (double)sampled;

    /// <summary>The colour of a pixel.</summary>
    public Color Of(Point end, double loss, int steps, OutcomeKind outcome)
    {
        (ParameterClass kind, double value) = Classify(end, loss, steps, outcome);
        return kind switch
        {
            ParameterClass.Value => At(Scale.Map(value)),
            ParameterClass.Diverged => diverged[Fullness(escapes, steps)],
            ParameterClass.Converged => converged[Fullness(arrivals, steps)],
            ParameterClass.Stalled => stalled[Fullness(arrivals, steps)],
            _ => Of(kind),
        };
    }

    /// <summary>The colour at a place of the scale, from 0 to 1.</summary>
    public Color At(double place) => ramp[Level(place)];

    /// <summary>The colour of a class.</summary>
    public Color Of(ParameterClass kind) => kind switch
    {
        ParameterClass.Diverged => diverged[^1],
        ParameterClass.LeftDomain => leftDomain,
        ParameterClass.NotReached => notReached,
        ParameterClass.Converged => converged[^1],
        ParameterClass.Stalled => stalled[^1],
        _ => ramp[0],
    };

    /// <summary>What a pixel shows.</summary>
    public (ParameterClass Kind, double Value) Classify(Point end, double loss, int steps, OutcomeKind outcome) => outcome switch
    {
        OutcomeKind.Diverged => (ParameterClass.Diverged, steps),
        OutcomeKind.LeftDomain => (ParameterClass.LeftDomain, steps),
        OutcomeKind.Finished when quantity is MapQuantity.Steps or MapQuantity.Outcome => (ParameterClass.NotReached, steps),
        _ when quantity is MapQuantity.Outcome => (outcome == OutcomeKind.Stalled ? ParameterClass.Stalled : ParameterClass.Converged, steps),
        _ => (ParameterClass.Value, quantity switch
        {
            MapQuantity.FinalLoss => loss - lowest,
            MapQuantity.Distance => goals.Length == 0 ? double.NaN : goals.Min(g => (end - g).Norm),
            _ => steps,
        }),
    };

    // Fuller is sooner.
    private static int Fullness(RankShades ranks, int steps) => ranks.Vary ? Level(1 - ranks[steps]) : Levels - 1;

    private static int Level(double place) => place > 0 ? Math.Min((int)(place * Levels), Levels - 1) : 0;

    private Scale ScaleOf(List<double> values)
    {
        // What double precision leaves of a reached minimum would stretch the scale over sixteen more powers of ten.
        const double Precision = 1e-13, Tail = 0.01;
        values.RemoveAll(v => !double.IsFinite(v));
        values.Sort();
        if (values.Count == 0)
        {
            return Scale.Linear(0, 1);
        }

        double low = values[(int)(Tail * values.Count)], high = values[(int)((1 - Tail) * (values.Count - 1))];
        if (quantity is MapQuantity.Steps)
        {
            return high > 12 * Math.Max(1, low) ? Scale.Log(Math.Max(1, low), high) : Scale.Linear(low, high, whole: true);
        }

        double floor = Precision * Math.Max(high, 1e-3);
        return high > 30 * Math.Max(low, floor) ? Scale.Log(Math.Max(low, floor), Math.Max(high, 10 * floor)) : Scale.Linear(low, high);
    }

    private (List<double> Values, List<int> Gone, List<int> Arrived) Sample(out long count)
    {
        var (ends, losses, steps, outcomes) = (new Point[map.Width], new double[map.Width], new int[map.Width], new OutcomeKind[map.Width]);
        int across = Math.Max(1, map.Width / SampleSide), up = Math.Max(1, map.Height / SampleSide);
        var (values, gone, arrived) = (new List<double>(), new List<int>(), new List<int>());
        count = 0;
        for (int row = 0; row < map.Height; row += up)
        {
            map.Read(row, ends, losses, steps, outcomes);
            for (int i = 0; i < map.Width; i += across)
            {
                (ParameterClass kind, double value) = Classify(ends[i], losses[i], steps[i], outcomes[i]);
                counts[kind] = counts.GetValueOrDefault(kind) + 1;
                count++;
                if (kind == ParameterClass.Value)
                {
                    values.Add(value);
                }
                else
                {
                    (kind is ParameterClass.Diverged ? gone : kind is ParameterClass.Converged or ParameterClass.Stalled ? arrived : null)?.Add(steps[i]);
                }
            }
        }

        return (values, gone, arrived);
    }
}
