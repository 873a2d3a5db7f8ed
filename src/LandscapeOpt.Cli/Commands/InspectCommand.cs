using System.CommandLine;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Geometry of a landscape, of a path, of a trace.</summary>
internal static class InspectCommand
{
    internal static Command Create() => new("inspect", "Geometry of a landscape, of a path, of a trace: what a scalar loss hides.")
    {
        InspectCritical.Create(),
        InspectLine.Create(),
        InspectCurve.Create(),
        InspectTrajectory.Create(),
        InspectSharpness.Create(),
        InspectHomotopy.Create(),
    };
}
