using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What a map over two parameters shows of each run.</summary>
public enum MapQuantity
{
    /// <summary>The loss at the end.</summary>
    FinalLoss,

    /// <summary>The steps until a stop rule for convergence held, or nothing moved any more.</summary>
    Steps,

    /// <summary>The distance from the end to the target, or else to the nearest known minimum.</summary>
    Distance,

    /// <summary>How the run ended, shaded by how soon.</summary>
    Outcome,
}

/// <summary>A map over two parameters with the edge of stability over it.</summary>
/// <param name="Map">The map.</param>
/// <param name="Stability">Where the rule reaches its edge; null where that is not known or not drawn.</param>
public sealed record ParametersWithEdge(ParameterMap Map, StabilityLimit? Stability);

/// <summary>What each pair of values of two parameters makes of a run, one run per pixel, with the edge of stability where theory knows it.</summary>
public sealed record Hyperparameters : FigureKind<ParametersWithEdge>
{
    private const double Left = 62, Right = 14, Bottom = 42, Smallest = 170, LeastBar = 165;
    private const int DefaultSide = 512;

    /// <summary>What grows to the right: PATH=from:to[:log].</summary>
    public string Horizontal { get; init; } = "optimizer.learningRate=0.001:1:log";

    /// <summary>What grows upward: PATH=from:to[:log].</summary>
    public string Vertical { get; init; } = "start.y=-1:1";

    /// <summary>What is shown of each run.</summary>
    public MapQuantity Quantity { get; init; }

    /// <summary>Columns and rows; 512 along both sides where empty.</summary>
    public NumberList Pixels { get; init; } = NumberList.Empty;

    /// <summary>Whether runs end where nothing more can happen; otherwise each does all its steps.</summary>
    public bool Retire { get; init; } = true;

    /// <summary>What stands at the horizontal axis; made from its path where empty.</summary>
    public string HorizontalName { get; init; } = "";

    /// <summary>What stands at the vertical axis; made from its path where empty.</summary>
    public string VerticalName { get; init; } = "";

    /// <summary>Whether the edge of stability is drawn where it is known.</summary>
    public bool Limit { get; init; } = true;

    /// <inheritdoc/>
    protected override string Nothing => "A map over two parameters that has not been computed.";

    /// <inheritdoc/>
    protected override ParametersWithEdge Ask(FigureInput input, Answers answers)
    {
        ParametersOf question = Question(input.Model!);
        ParameterMap map = answers.Of(question);
        return new(map, Limit ? StabilityLimit.Of(answers.Of(new StabilityOver(map, question.Across, question.Up)), map) : null);
    }

    /// <summary>The map that the figure shows.</summary>
    /// <param name="model">The run that every pixel's run is, but for two parameters.</param>
    public ParametersOf Question(Run model)
    {
        (int width, int height) = MapSize.Of(Pixels, DefaultSide);
        return new(model, AxisText.Parse(Horizontal, out _)!, AxisText.Parse(Vertical, out _)!, width, height, Retire);
    }

    /// <inheritdoc/>
    protected override string SubtitleOf(ParametersWithEdge result) => MapText.Subtitle(result.Map);

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, ParametersWithEdge result)
    {
        ParameterMap map = result.Map;
        (double width, double height) = MapFit.For(map.Width, map.Height, 1).Size;
        (width, height) = (Math.Max(width, Smallest), Math.Max(height, Smallest));
        var colors = new ParameterColors(map, Quantity, Theme.Light);
        double inside = width + BarWidth(colors, height, Theme.Light);
        return new(Left + inside + Right, Top(input, colors, inside, Theme.Light) + height + Bottom);
    }

    /// <inheritdoc/>
    public override double FinestScale => MapFit.ScaleFor(MapSize.Of(Pixels, DefaultSide));

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, ParametersWithEdge result, Theme theme)
    {
        ParameterMap map = result.Map;
        var colors = new ParameterColors(map, Quantity, theme);
        double inside = canvas.Width - Left - Right, top = Top(input, colors, inside, theme);
        Header(input, colors).Draw(canvas, Left, inside, theme);
        double bar = BarWidth(colors, canvas.Height - top - Bottom, theme);
        bool hasBar = inside > 3 * bar && bar > 0 && canvas.Height - top - Bottom > LeastBar;
        var room = RectD.FromSides(Left, top, Left + inside - (hasBar ? bar : 0), canvas.Height - Bottom);
        (RectD area, int columns, int rows) = MapFit.For(map.Width, map.Height, 1).In(room, canvas.PixelsPerPoint);
        canvas.Image(area, columns, rows, new ParameterPixels(map, colors, columns, rows));
        Frame frame = new(area, ScaleOf(map.Horizontal, map.Width), ScaleOf(map.Vertical, map.Height));
        if (result.Stability is { } limit)
        {
            canvas.PushClip(area);
            limit.Draw(canvas, Centres(area, map), map.Horizontal.From > map.Horizontal.To, map.Vertical.From > map.Vertical.To, theme);
            canvas.PopClip();
        }

        frame.DrawAxes(canvas, theme, NameOf(map.Horizontal, HorizontalName), NameOf(map.Vertical, VerticalName));
        if (hasBar)
        {
            ColorBar.Draw(canvas, area, colors.Scale, colors.At, BarName(colors), theme);
        }
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, ParametersWithEdge result)
    {
        ParameterMap map = result.Map;
        var colors = new ParameterColors(map, Quantity, Theme.Light);
        string axes = $"{NameOf(map.Horizontal, HorizontalName)} ({Range(map.Horizontal)}) and {NameOf(map.Vertical, VerticalName)} ({Range(map.Vertical)})";
        string shows = Quantity switch
        {
            MapQuantity.FinalLoss => "the final loss",
            MapQuantity.Steps => "the steps to convergence",
            MapQuantity.Distance => "the distance to the goal",
            _ => "the outcome",
        };
        string values = colors.Share(ParameterClass.Value) > 0
            ? $" Most values lie between {NumberText.Short(colors.Scale.Min)} and {NumberText.Short(colors.Scale.Max)}." : "";
        string classes = string.Concat(Classes(colors).Select(c => $" {MapText.Percent(c.Share)} of the runs {c.Verb}."));
        string edge = result.Stability is null ? "" : " A line marks the edge of stability.";
        return $"Map of {shows} over {axes}: {MapText.Subtitle(map)}{values}{classes}{edge}";
    }

    private static string NameOf(MapAxis axis, string name) => name.Length > 0 ? name : MapText.NameOf(axis.Path);

    private static string Range(MapAxis axis) => $"{NumberText.Short(axis.From)} to {NumberText.Short(axis.To)}";

    private static IEnumerable<(ParameterClass Kind, string Name, string Verb, double Share)> Classes(ParameterColors colors) => new[]
    {
        (ParameterClass.Converged, "converged", "converge", colors.Share(ParameterClass.Converged)),
        (ParameterClass.Stalled, "stalled", "stall", colors.Share(ParameterClass.Stalled)),
        (ParameterClass.Diverged, "diverged", "diverge", colors.Share(ParameterClass.Diverged)),
        (ParameterClass.LeftDomain, "left the domain", "leave the domain", colors.Share(ParameterClass.LeftDomain)),
        (ParameterClass.NotReached, "not converged", "do not converge in time", colors.Share(ParameterClass.NotReached)),
    }.Where(c => c.Item4 > 0);

    private static PageHeader Header(FigureInput input, ParameterColors colors) => new(
        input.Title,
        input.Subtitle,
        "",
        [.. Classes(colors).Select(c => new KeyEntry($"{c.Name} {MapText.Percent(c.Share)}", colors.Of(c.Kind)))]);

    private static double Top(FigureInput input, ParameterColors colors, double width, Theme theme) =>
        Math.Ceiling(Header(input, colors).Height(width, theme) + 2);

    private static double BarWidth(ParameterColors colors, double height, Theme theme) =>
        colors.Share(ParameterClass.Value) == 0 ? 0 : ColorBar.Width(colors.Scale, height, theme);

    private string BarName(ParameterColors colors) => Quantity switch
    {
        MapQuantity.FinalLoss => colors.IsAboveMinimum ? "final loss above the minimum" : "final loss",
        MapQuantity.Distance => "distance from the end to the goal",
        _ => "steps to convergence",
    };

    // A pixel stands for the values in its middle, and the outermost ones for the ends of the axes.
    private static Scale ScaleOf(MapAxis axis, int count)
    {
        (double from, double to) = axis.From < axis.To ? (axis.From, axis.To) : (axis.To, axis.From);
        if (axis.IsLog)
        {
            double half = count > 1 ? Elementary.Pow(to / from, 0.5 / (count - 1)) : 1;
            return Scale.Log(from / half, to * half);
        }

        double pad = count > 1 ? 0.5 * (to - from) / (count - 1) : 0;
        return Scale.Linear(from - pad, to + pad);
    }

    private static RectD Centres(RectD area, ParameterMap map)
    {
        double dx = map.Width > 1 ? 0.5 * area.Width / map.Width : 0, dy = map.Height > 1 ? 0.5 * area.Height / map.Height : 0;
        return RectD.FromSides(area.X + dx, area.Y + dy, area.Right - dx, area.Bottom - dy);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Hyperparameters = Add(
        "hyperparameters",
        new Hyperparameters(),
        "Map over two parameters",
        "What any two numbers of a run (learning rate and momentum, say) make of it, one run per pixel; near black is diverged. The first run of the "
            + "figure is the model.",
        kind => AxisComplaint(((Hyperparameters)kind).Horizontal) ?? AxisComplaint(((Hyperparameters)kind).Vertical)
            ?? MapSize.Misfit(((Hyperparameters)kind).Pixels),
        Parameters.Text<Hyperparameters>(
            "horizontal", f => f.Horizontal, (f, v) => f with { Horizontal = v },
            "what grows to the right: PATH=from:to[:log], with a path as sweeps write it"),
        Parameters.Text<Hyperparameters>("vertical", f => f.Vertical, (f, v) => f with { Vertical = v }, "what grows upward: PATH=from:to[:log]"),
        Parameters.Choice<Hyperparameters, MapQuantity>("quantity", f => f.Quantity, (f, v) => f with { Quantity = v }, "what is shown of each run"),
        Parameters.Numbers<Hyperparameters>(
            "pixels", f => f.Pixels, (f, v) => f with { Pixels = v }, MapSize.Range, "columns and rows; [512, 512] where empty"),
        Parameters.Flag<Hyperparameters>(
            "retire", f => f.Retire, (f, v) => f with { Retire = v }, "runs end where nothing more can happen; otherwise each does all its steps"),
        Parameters.Text<Hyperparameters>(
            "horizontalName", f => f.HorizontalName, (f, v) => f with { HorizontalName = v },
            "what stands at the horizontal axis; made from the path where empty"),
        Parameters.Text<Hyperparameters>(
            "verticalName", f => f.VerticalName, (f, v) => f with { VerticalName = v }, "what stands at the vertical axis; made from the path where empty"),
        Parameters.Flag<Hyperparameters>("limit", f => f.Limit, (f, v) => f with { Limit = v }, "draw the edge of stability where it is known"));

    private static string? AxisComplaint(string text) => AxisText.Parse(text, out string complaint) is null ? complaint : null;
}
