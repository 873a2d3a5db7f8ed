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

    // Okabe and Ito's colours without black, which is left to what diverged.
    private const string OnLight = "0072B2 D55E00 009E73 CC79A7 E69F00 56B4E9 E3D52C", OnDark = "3B93E4 FF8A3C 2CCB9C D985BC F5BE41 9ADBFF F7EE7A";

    private readonly Color[][] ramps;
    private readonly Color[] diverged, stalled, noMinimum, leftDomain;
    private readonly RankShades steps, escapes, others;

    public BasinColors(BasinMap map, Theme theme)
    {
        bool isDark = theme.Name == "dark";
        OkLab[] bases = Bases(theme);
        Color[][] shades = [.. bases.Select(b => ShadeRamp.Of(b, isDark, Levels))];
        ramps = [.. Arrange(map, bases).Select(c => shades[c])];
        diverged = ShadeRamp.Diverged(isDark, Levels);
        (stalled, noMinimum, leftDomain) = isDark
            ? (ShadeRamp.Between("585C64", "8C9099", Levels), ShadeRamp.Between("33373F", "50555F", Levels), ShadeRamp.Between("4A443B", "7A705F", Levels))
            : (ShadeRamp.Between("B4B7BC", "7E8289", Levels), ShadeRamp.Between("EBECEE", "CDD0D4", Levels), ShadeRamp.Between("D9D1C3", "AA9D86", Levels));
        (steps, escapes, others) = Sample(map);
    }

    /// <summary>The steps of the runs that reach a minimum.</summary>
    public RankShades Steps => steps;

    /// <summary>The colour of a pixel.</summary>
    public Color Of(int label, int taken) => label switch
    {
        >= 0 when label < ramps.Length => ramps[label][steps.Vary ? Level(1 - steps[taken]) : 3 * Levels / 4],
        BasinLabel.Diverged => diverged[escapes.Vary ? Level(1 - escapes[taken]) : Levels - 1],
        _ => RampOf(label)[others.Vary ? Level(1 - others[taken]) : Levels / 2],
    };

    /// <summary>The colour that stands for a label.</summary>
    public Color Of(int label) => label switch
    {
        >= 0 when label < ramps.Length => ramps[label][^1],
        BasinLabel.Diverged => diverged[^1],
        _ => RampOf(label)[Levels / 2],
    };

    /// <summary>The colour of a minimum's basin at a place among all steps: 0 for the slowest.</summary>
    public Color Shade(int label, double fullness) => label >= 0 && label < ramps.Length ? ramps[label][Level((float)fullness)] : Of(label);

    private Color[] RampOf(int label) => label switch
    {
        BasinLabel.Stalled => stalled,
        BasinLabel.LeftDomain => leftDomain,
        _ => noMinimum,
    };

    private static int Level(float fullness) => Math.Clamp((int)(fullness * Levels), 0, Levels - 1);

    private static OkLab[] Bases(Theme theme)
    {
        OkLab[] hues = [.. (theme.Name == "dark" ? OnDark : OnLight).Split(' ').Select(h => OkLab.Of(Color.Parse(h)))];
        double deeper = theme.Name == "dark" ? -0.16 : -0.13, lighter = theme.Name == "dark" ? 0.06 : 0.1;
        return
        [
            .. hues,
            .. hues.Select(h => h.With(h.L + deeper, 0.95)),
            .. hues.Select(h => h.With(Math.Min(0.93, h.L + lighter), 0.6)),
        ];
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
        double[,] alike = Alike(bases);
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++)
        {
            // Of colours that would do as well, the one used least.
            double[] cost = [.. bases.Select((_, c) => 0.15 * chosen.AsSpan(0, i).Count(c) / (1 + (count / bases.Length)))];
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

    // 1 for the same colour, nearly 0 for colours that every eye tells apart.
    private static double[,] Alike(OkLab[] bases)
    {
        OkLab[][] seen = [.. ColorVision.All.Select(eye => bases.Select(b => OkLab.Of(eye(b.ToColor()))).ToArray())];
        double[,] alike = new double[bases.Length, bases.Length];
        for (int a = 0; a < bases.Length; a++)
        {
            for (int b = 0; b < bases.Length; b++)
            {
                double distance = seen.Min(s => s[a].DistanceTo(s[b])) / 0.07;
                alike[a, b] = 1 / (1 + (distance * distance * distance * distance));
            }
        }

        return alike;
    }

    private static (RankShades Steps, RankShades Escapes, RankShades Others) Sample(BasinMap map)
    {
        (int width, int height) = (map.Grid.Width, map.Grid.Height);
        int across = Math.Max(1, width / SampleSide), up = Math.Max(1, height / SampleSide);
        var (labels, taken) = (new short[width], new int[width]);
        var (reached, gone, elsewhere) = (new List<int>(), new List<int>(), new List<int>());
        for (int row = 0; row < height; row += up)
        {
            map.Read(row, labels, taken);
            for (int i = 0; i < width; i += across)
            {
                (labels[i] >= 0 ? reached : labels[i] == BasinLabel.Diverged ? gone : elsewhere).Add(taken[i]);
            }
        }

        return (new([.. reached]), new([.. gone]), new([.. elsewhere]));
    }
}
