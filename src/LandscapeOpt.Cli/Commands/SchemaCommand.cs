using System.CommandLine;
using System.Text;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The JSON Schema of experiment files.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var command = new Command("schema", "The JSON Schema of experiment files, for editors and validators.");
        Help.Examples(command, "schema > experiments/experiment.schema.json");
        command.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(ExperimentSchema.Write()));
            return ExitCode.Done;
        });
        return command;
    }
}
