using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>
/// The colours of a map of basins: the hue says which minimum, the fullness how fast. Up to seven minima have the colours of Okabe and Ito; more
/// share them in three tones, given out so that minima near each other look different.
/// </summary>
internal sealed class BasinColors
{
    private const int Hues = 7, Levels = 48, MostArranged = 500, SampleSide = 400;

    private readonly Color[][] ramps;
    private readonly Color[] diverged;
    private readonly Color stalled, noMinimum, leftDomain;
    private readonly RankShades steps, escapes;

    public BasinColors(BasinMap map, Theme theme)
    {
        bool isDark = theme.Name == "dark";
        OkLab[] bases = Bases(theme);
        Color[][] shades = [.. bases.Select(b => Ramp(b, isDark))];
        ramps = [.. Arrange(map, bases).Select(c => shades[c])];
        diverged = DarkRamp.Of(isDark, Levels);
        (stalled, noMinimum, leftDomain) = isDark
            ? (Color.Parse("8C8F96"), Color.Parse("4A4E57"), Color.Parse("6B6256"))
            : (Color.Parse("8A8D93"), Color.Parse("DCDDDF"), Color.Parse("B4A995"));
        (steps, escapes) = Sample(map);
    }

    /// <summary>The steps of the runs that reach a minimum.</summary>
    public RankShades Steps => steps;

    /// <summary>The colour of a pixel.</summary>
    public Color Of(int label, int taken) => label switch
    {
        >= 0 when label < ramps.Length => ramps[label][steps.Vary ? Level(1 - steps[taken]) : 3 * Levels / 4],
        BasinLabel.Diverged => diverged[escapes.Vary ? Level(1 - escapes[taken]) : Levels - 1],
        _ => Of(label),
    };

    /// <summary>The colour that stands for a label.</summary>
    public Color Of(int label) => label switch
    {
        >= 0 when label < ramps.Length => ramps[label][^1],
        BasinLabel.Diverged => diverged[^1],
        BasinLabel.Stalled => stalled,
        BasinLabel.LeftDomain => leftDomain,
        _ => noMinimum,
    };

    /// <summary>The colour of a minimum's basin at a place among all steps: 0 for the slowest.</summary>
    public Color Shade(int label, double fullness) => label >= 0 && label < ramps.Length ? ramps[label][Level((float)fullness)] : Of(label);

    private static int Level(float fullness) => Math.Clamp((int)(fullness * Levels), 0, Levels - 1);

    private static OkLab[] Bases(Theme theme)
    {
        // Okabe and Ito's black is left to what diverged.
        OkLab[] hues = [.. Enumerable.Range(0, Hues).Select(i => OkLab.Of(theme.Categories[i < 6 ? i : 7]))];
        double deeper = theme.Name == "dark" ? -0.16 : -0.13, lighter = theme.Name == "dark" ? 0.06 : 0.1;
        return
        [
            .. hues,
            .. hues.Select(h => h.With(h.L + deeper, 0.95)),
            .. hues.Select(h => h.With(Math.Min(0.93, h.L + lighter), 0.6)),
        ];
    }

    private static Color[] Ramp(OkLab full, bool isDark)
    {
        OkLab pale = isDark ? full.With(0.24 + (0.08 * full.L), 0.42) : full.With(0.9 + (0.06 * full.L), 0.2);
        return [.. Enumerable.Range(0, Levels).Select(i => pale.Mix(full, i / (Levels - 1.0)).ToColor())];
    }

    // Which base each minimum gets. What looks alike repels: the nearer the minima, the more.
    private static int[] Arrange(BasinMap map, OkLab[] bases)
    {
        int count = map.Minima.Count;
        if (count <= Hues || count > MostArranged)
        {
            return [.. Enumerable.Range(0, count).Select(i => i % bases.Length)];
        }

        double cell = map.Grid.Window.Width * map.Grid.Window.Height / count;
        double[,] alike = new double[bases.Length, bases.Length];
        for (int a = 0; a < bases.Length; a++)
        {
            for (int b = 0; b < bases.Length; b++)
            {
                double distance = bases[a].DistanceTo(bases[b]) / 0.12;
                alike[a, b] = 1 / (1 + (distance * distance));
            }
        }

        int[] chosen = new int[count];
        for (int i = 0; i < count; i++)
        {
            double[] cost = new double[bases.Length];
            for (int j = 0; j < i; j++)
            {
                double dx = map.Minima[i].At.X - map.Minima[j].At.X, dy = map.Minima[i].At.Y - map.Minima[j].At.Y;
                double near = ((dx * dx) + (dy * dy)) / cell;
                for (int c = 0; c < cost.Length; c++)
                {
                    cost[c] += alike[c, chosen[j]] / (0.2 + (near * near));
                }
            }

            chosen[i] = Array.IndexOf(cost, cost.Min());
        }

        return chosen;
    }

    private static (RankShades Steps, RankShades Escapes) Sample(BasinMap map)
    {
        (int width, int height) = (map.Grid.Width, map.Grid.Height);
        int across = Math.Max(1, width / SampleSide), up = Math.Max(1, height / SampleSide);
        var (labels, taken) = (new short[width], new int[width]);
        var (reached, gone) = (new List<int>(), new List<int>());
        for (int row = 0; row < height; row += up)
        {
            map.Read(row, labels, taken);
            for (int i = 0; i < width; i += across)
            {
                (labels[i] >= 0 ? reached : labels[i] == BasinLabel.Diverged ? gone : null)?.Add(taken[i]);
            }
        }

        return (new([.. reached]), new([.. gone]));
    }
}
