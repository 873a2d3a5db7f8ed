using System.CommandLine;

namespace LandscapeOpt.Cli.Commands;

/// <summary>One run per pixel.</summary>
internal static class MapCommand
{
    internal static Command Create() => new("map", "One run per pixel: which minimum each start reaches, what any two numbers make of a run.")
    {
        MapBasins.Create(),
        MapHyperparameters.Create(),
    };
}
