using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A map of basins with the critical points over it.</summary>
/// <param name="Map">The map.</param>
/// <param name="Critical">Saddles and maxima; null where they are not marked.</param>
public sealed record BasinsWithPoints(BasinMap Map, CriticalReport? Critical);

/// <summary>Which minimum the run from each start reaches, and how fast: one run per pixel.</summary>
public sealed record Basins : FigureKind<BasinsWithPoints>
{
    private const double LeastLeft = 52, Gap = 18, Right = 12, Bottom = 40, Smallest = 150;
    private const int DefaultSide = 512;

    /// <summary>The starts; the landscape's domain where null.</summary>
    public Domain? Window { get; init; }

    /// <summary>Columns and rows; 512 along both sides where empty.</summary>
    public NumberList Pixels { get; init; } = NumberList.Empty;

    /// <summary>Whether runs end where nothing more can happen; otherwise each does all its steps.</summary>
    public bool Retire { get; init; } = true;

    /// <summary>Samples along each side of pixels at boundaries; 1 smooths nothing.</summary>
    public long Supersample { get; init; } = 1;

    /// <summary>Whether the run's own path is drawn over the map.</summary>
    public bool Path { get; init; }

    /// <summary>Whether minima, saddles and maxima are marked.</summary>
    public bool CriticalPoints { get; init; } = true;

    /// <inheritdoc/>
    protected override string Nothing => "A map of basins that has not been computed.";

    /// <inheritdoc/>
    protected override BasinsWithPoints Ask(FigureInput input, Answers answers)
    {
        BasinMap map = answers.Of(Question(input.Model!));
        return new(map, CriticalPoints && BasinMarks.MayHaveOthers(map) ? answers.Of(new CriticalPointsOf(map.Model.Landscape, map.Grid.Window)) : null);
    }

    /// <summary>The map that the figure shows.</summary>
    /// <param name="model">The run that every pixel's run is, but for its start.</param>
    public BasinsOf Question(Run model)
    {
        (int width, int height) = MapSize.Of(Pixels, DefaultSide);
        return new(model, new(Window ?? model.Landscape.Info.Domain, width, height), Retire, (int)Supersample);
    }

    /// <inheritdoc/>
    protected override string SubtitleOf(BasinsWithPoints result) => MapText.Subtitle(result.Map);

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, BasinsWithPoints result)
    {
        BasinMap map = result.Map;
        (double width, double height) = Fit(map).Size;
        double left = LeftOf(map), inside = Math.Max(width, Smallest) + Gap + BasinLegend.Width;
        return new(left + inside + Right, Top(input, inside, Theme.Light) + Math.Max(height, Smallest) + Bottom);
    }

    /// <inheritdoc/>
    public override double FinestScale => MapFit.ScaleFor(MapSize.Of(Pixels, DefaultSide));

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, BasinsWithPoints result, Theme theme)
    {
        BasinMap map = result.Map;
        double left = LeftOf(map), inside = canvas.Width - left - Right, top = Top(input, inside, theme);
        new PageHeader(input.Title, input.Subtitle).Draw(canvas, left, inside, theme);
        bool hasLegend = HasLegend(inside);
        RectD room = Room(left, top, canvas.Width, canvas.Height);
        (RectD area, int columns, int rows) = Fit(map).In(room, canvas.PixelsPerPoint);
        var colors = new BasinColors(map, theme);
        canvas.Image(area, columns, rows, new BasinPixels(map, colors, columns, rows));
        Frame frame = FrameOf(map, area);
        (bool, bool) marks = new BasinMarks(input, result, colors, theme, frame, Path, CriticalPoints).Draw(canvas);
        frame.DrawAxes(canvas, theme, RichText.Parse(input.NameOfX), RichText.Parse(input.NameOfY));
        if (hasLegend)
        {
            new BasinLegend(map, colors, theme)
                .Draw(canvas, new(area.Right + Gap, area.Y, BasinLegend.Width, Math.Max(area.Height, Math.Min(Smallest, room.Height))), marks);
        }
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, BasinsWithPoints result)
    {
        const int Named = 6;
        BasinMap map = result.Map;
        IEnumerable<string> shares = Enumerable.Range(0, map.Minima.Count)
            .Where(l => map.Count(l) > 0)
            .OrderByDescending(map.Count)
            .Take(Named)
            .Select(l => $"{MapText.Percent(map.Share(l))} of the starts reach the minimum at {MapText.Place(map.Minima[l].At, map.Grid.Window)}");
        string rest = map.Minima.Count > Named ? $", the others one of {NumberText.Count(map.Minima.Count - Named)} more" : "";
        string[] other = [.. new[] { (BasinLabel.Diverged, "diverge"), (BasinLabel.LeftDomain, "leave the domain"),
            (BasinLabel.Stalled, "stall elsewhere"), (BasinLabel.NoMinimum, "end at no minimum") }
            .Where(o => map.Count(o.Item1) > 0)
            .Select(o => $"{MapText.Percent(map.Share(o.Item1))} {o.Item2}")];
        string reached = map.Minima.Count > 0 ? $" {string.Join(", ", shares)}{rest}." : " No start reaches a minimum.";
        string ends = other.Length > 0 ? $" {string.Join(", ", other)}." : "";
        return $"Map of the basins of {MapText.Subtitle(map)}{reached}{ends}";
    }

    internal static RectD AreaOf(BasinMap map, FigureInput input, double width, double height, double pixelsPerPoint) =>
        Fit(map).In(Room(LeftOf(map), Top(input, width - LeftOf(map) - Right, Theme.Light), width, height), pixelsPerPoint).Area;

    private static bool HasLegend(double inside) => inside > 2.5 * BasinLegend.Width;

    private static RectD Room(double left, double top, double width, double height) =>
        RectD.FromSides(left, top, width - Right - (HasLegend(width - left - Right) ? Gap + BasinLegend.Width : 0), height - Bottom);

    // Numbers far from the origin are long.
    private static double LeftOf(BasinMap map) =>
        Math.Max(LeastLeft, Math.Ceiling(FrameOf(map, new(0, 0, Fit(map).Size.Width, Fit(map).Size.Height)).LeftOfFrame(Theme.Light) + 22));

    private static double Top(FigureInput input, double width, Theme theme) => Math.Ceiling(new PageHeader(input.Title, input.Subtitle).Height(width, theme));

    private static MapFit Fit(BasinMap map) => MapFit.For(map.Grid.Width, map.Grid.Height, map.Grid.Window.Height / map.Grid.Window.Width);

    // A pixel stands for the point in its middle, and the outermost ones for the sides of the window.
    internal static Frame FrameOf(BasinMap map, RectD area)
    {
        Domain w = map.Grid.Window;
        double dx = map.Grid.Width > 1 ? 0.5 * w.Width / (map.Grid.Width - 1) : 0, dy = map.Grid.Height > 1 ? 0.5 * w.Height / (map.Grid.Height - 1) : 0;
        double shape = area.Height / area.Width * (w.Width / w.Height);
        return new(area, Scale.Linear(w.X0 - dx, w.X1 + dx), Scale.Linear(w.Y0 - dy, w.Y1 + dy), IsMap: shape is > 0.8 and < 1.25);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Basins = Add(
        "basins",
        new Basins(),
        "Basins of attraction",
        "Which minimum the run from each start reaches (hue) and how fast (fullness), one run per pixel; diverged is near black. The first run of "
            + "the figure is the model.",
        kind => MapSize.Misfit(((Basins)kind).Pixels)
            ?? (((Basins)kind) is { Supersample: > 1, Pixels: var pixels } && MapSize.Count(pixels, 512) > BasinMaps.LargestSmoothed
            ? "supersample is for maps of at most 4 million pixels" : null),
        new Parameter
        {
            Name = "window",
            Type = ParameterType.Domain,
            Meaning = "the starts; the landscape's domain unless given",
            Get = f => ((Basins)f).Window,
            With = (f, v) => ((Basins)f) with { Window = (Domain?)v },
            IsOptional = true,
        },
        Parameters.Numbers<Basins>("pixels", f => f.Pixels, (f, v) => f with { Pixels = v }, MapSize.Range, "columns and rows; [512, 512] where empty"),
        Parameters.Flag<Basins>(
            "retire", f => f.Retire, (f, v) => f with { Retire = v }, "runs end where nothing more can happen; otherwise each does all its steps"),
        Parameters.Integer<Basins>(
            "supersample", f => f.Supersample, (f, v) => f with { Supersample = v }, new NumberRange(1, BasinMaps.FinestSmoothing),
            "samples along each side of pixels whose neighbours reach something else"),
        Parameters.Flag<Basins>("path", f => f.Path, (f, v) => f with { Path = v }, "draw the run's own path over the map"),
        Parameters.Flag<Basins>("criticalPoints", f => f.CriticalPoints, (f, v) => f with { CriticalPoints = v }, "mark minima, saddles and maxima"));
}
