using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What figures say in words about maps.</summary>
public static class MapText
{
    /// <summary>What exactly a map of basins shows: "Himmelblau, gradient descent, learning rate 0.0135, 400 steps from each of 512 × 512 starts."</summary>
    /// <param name="map">The map.</param>
    public static string Subtitle(BasinMap map) =>
        $"{Model(map.Model)}, {Steps(map.Model.Steps)} from each of {Grid(map.Grid.Width, map.Grid.Height)}.";

    /// <summary>What exactly a map over two parameters shows.</summary>
    /// <param name="map">The map.</param>
    public static string Subtitle(ParameterMap map)
    {
        string[] axes = [map.Horizontal.Path, map.Vertical.Path];
        string steps = axes.Contains("steps", StringComparer.Ordinal) ? "" : ", " + Steps(map.Model.Steps);
        string start = axes.Any(a => a.StartsWith("start", StringComparison.Ordinal)) ? "" : " from " + NumberText.Point(map.Model.Start, 6);
        string pairs = map.Width * (long)map.Height == 1 ? "pair" : "pairs";
        return $"{Model(map.Model, axes)}{steps}{start} for each of {NumberText.Count(map.Width)} × {NumberText.Count(map.Height)} {pairs}.";
    }

    /// <summary>A share as a percentage; what is there but rounds to nothing is "&lt;0.1 %".</summary>
    internal static string Percent(double share) => share is > 0 and < 0.0005 ? "<0.1 %"
        : share is < 1 and > 0.9995 ? ">99.9 %"
        : share is 0 or 1 ? NumberText.Fixed(100 * share, 0) + " %"
        : NumberText.Fixed(100 * share, 1) + " %";

    /// <summary>A point of a window, rounded to what can be seen in it.</summary>
    internal static string Place(Point at, Domain window)
    {
        double side = Math.Max(window.Width, window.Height);
        int decimals = Math.Clamp(2 - RoundNumber.Exponent(side / 3), 0, 12);
        return decimals > 5 || Math.Max(Math.Abs(at.X), Math.Abs(at.Y)) >= 99_999.5
            ? NumberText.Point(at, 4)
            : $"({NumberText.Fixed(at.X, decimals)}, {NumberText.Fixed(at.Y, decimals)})";
    }

    /// <summary>"optimizer.learningRate" as "learning rate".</summary>
    internal static string NameOf(string path)
    {
        string[] keys = path.Split('.');
        string last = keys[^1];
        string words = string.Concat(last.Select(c => char.IsAsciiLetterUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        return keys switch
        {
            [.., "start" or "target", "x" or "y"] => keys[^2] + " " + last,
            ["landscape", ..] or ["optimizer", _] or [_] => words,
            [.., var owner, _] => owner + " " + words,
            _ => words,
        };
    }

    private static string Model(Run run, params string[] without)
    {
        var parts = new List<string> { Landscape(run.Landscape, without) };
        parts.Add(Rule(run.Optimizer, OptimizerCatalogue.Catalogue, "optimizer", without));
        if (run.Schedule is not Constant)
        {
            parts.Add(Rule(run.Schedule, ScheduleCatalogue.Catalogue, "schedule", without));
        }

        if (run.Mixing is not Average)
        {
            parts.Add(Rule(run.Mixing, MixingCatalogue.Catalogue, "mixing", without));
        }

        parts.AddRange(run.Transforms.Count > 0
            ? [run.Transforms.Count == 1 ? "a gradient transform" : $"{NumberText.Count(run.Transforms.Count)} gradient transforms"] : []);
        return string.Join(", ", parts);
    }

    private static string Landscape(ILandscape landscape, string[] without) => landscape is Expression { Formula.Text: var formula }
        ? formula.Length <= 60 ? formula : "a formula"
        : Join(landscape.Info.Title, Changed(LandscapeCatalogue.Catalogue.Of(landscape), landscape, "landscape", without));

    // A rule's title without its second name: "Adam (adaptive moments)" is Adam.
    private static string Rule(object rule, Catalogue catalogue, string path, string[] without)
    {
        Member member = catalogue.Of(rule);
        string title = member.About.Title;
        int second = title.IndexOf(" (", StringComparison.Ordinal);
        title = second > 0 ? title[..second] : title;
        return Join(title.Length > 1 && char.IsLower(title[1]) && title.Contains(' ', StringComparison.Ordinal)
            && !title.Contains('\'', StringComparison.Ordinal)
            ? char.ToLowerInvariant(title[0]) + title[1..] : title, Changed(member, rule, path, without));
    }

    // The learning rate always, everything else only where it is not the default.
    private static IEnumerable<string> Changed(Member member, object value, string path, string[] without) => member.Parameters
        .Where(p => !p.IsShorthand && !without.Contains($"{path}.{p.Name}", StringComparer.Ordinal))
        .Where(p => (p.Name is "learningRate" && member.Prototype is Optimizer) || !Equals(p.Get(value), p.Get(member.Prototype)))
        .Select(p => p.Get(value) switch
        {
            double number => $"{NameOf(p.Name)} {NumberText.Short(number, 6)}",
            long number => $"{NameOf(p.Name)} {NumberText.Count(number)}",
            bool flag => $"{(flag ? "" : "not ")}{NameOf(p.Name)}",
            string text => $"{NameOf(p.Name)} {text}",
            Optimizer inner => "base " + Rule(inner, OptimizerCatalogue.Catalogue, path + "." + p.Name, without),
            _ => "",
        })
        .Where(t => t.Length > 0);

    private static string Join(string title, IEnumerable<string> changed) => string.Join(", ", changed.Prepend(title));

    private static string Steps(int steps) => steps == 1 ? "1 step" : NumberText.Count(steps) + " steps";

    private static string Grid(int width, int height) => string.Create(
        CultureInfo.InvariantCulture, $"{NumberText.Count(width)} × {NumberText.Count(height)} {(width == 1 && height == 1 ? "start" : "starts")}");
}
