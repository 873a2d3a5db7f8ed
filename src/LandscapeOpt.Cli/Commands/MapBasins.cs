using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Maps;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The minimum that each start reaches.</summary>
internal static class MapBasins
{
    internal static Command Create()
    {
        var options = new MapCommandOptions();
        Option<string?> window = InspectOptions.Text("--window", "x0,x1,y0,y1", "The starts (default: the landscape's domain).");
        Option<string?> supersample = InspectOptions.Text(
            "--supersample", "N", Invariant($"Samples along each side of pixels at boundaries, 1 to {BasinMaps.FinestSmoothing} (default: 1)."));
        Option<bool> path = new("--path") { Description = "Draw the path from the landscape's start over the map." };
        var command = new Command("basins", "Which minimum the run from each start reaches, and how fast.");
        options.AddTo(command, [window, supersample, path], options.Run.Start);
        Help.Examples(
            command,
            "map basins --landscape himmelblau --optimizer gd --lr 0.01 --steps 500",
            "map basins --landscape himmelblau --optimizer momentum --lr 0.02 --window -1,1,-1,1 --supersample 4",
            "map basins --landscape sin-cos --pixels 4096x4096 --raw npy --format none",
            "map basins --formula \"sin(3 x) + cos(3 y) + (x^2 + y^2)/10\" --lr 0.05 --pixels 800x800");
        command.SetAction((parsed, cancellation) => ExecuteAsync(parsed, options, (window, supersample, path), cancellation));
        return command;
    }

    private static Task<int> ExecuteAsync(
        ParseResult parsed,
        MapCommandOptions options,
        (Option<string?> Window, Option<string?> Supersample, Option<bool> Path) own,
        CancellationToken cancellation)
    {
        (int width, int height, Node pixels) = options.Size(parsed);
        int smooth = InspectOptions.Whole(parsed, own.Supersample, fallback: 1, lowest: 1, highest: BasinMaps.FinestSmoothing);
        if (smooth > 1 && (long)width * height > BasinMaps.LargestSmoothed)
        {
            throw new InputException(
                own.Supersample.Name, Invariant($"boundaries are smoothed in maps of at most {BasinMaps.LargestSmoothed} pixels (2048x2048)"));
        }

        Experiment experiment = options.Experiment(
            parsed,
            "basins",
            "basins",
            ("window", InspectOptions.Window(parsed, own.Window)),
            ("pixels", pixels),
            ("retire", options.Retire(parsed)),
            ("supersample", RunOptions.Word(parsed, own.Supersample)),
            ("path", parsed.GetValue(own.Path) ? new FlagNode(Origin.Option(own.Path.Name), true) : null));
        // The resolved experiment says which window it is.
        FigureSpec figure = experiment.Figures[0];
        var kind = (Basins)figure.Kind;
        experiment = experiment with { Figures = [figure with { Kind = kind with { Window = kind.Window ?? experiment.Landscape.Info.Domain } }] };
        return options.ExecuteAsync(parsed, experiment, (width, height), cancellation);
    }
}
