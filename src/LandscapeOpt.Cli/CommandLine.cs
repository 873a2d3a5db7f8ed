using System.CommandLine;
using LandscapeOpt.Cli.Commands;
using LandscapeOpt.Experiments.Documents;

namespace LandscapeOpt.Cli;

/// <summary>The command line as a whole: commands, exit codes, one line per error.</summary>
public static class CommandLine
{
    /// <summary>Done; a diverged or stalled run is a result.</summary>
    public const int Done = 0;

    /// <summary>The work failed, or a check found a difference.</summary>
    public const int Failed = 1;

    /// <summary>The input is wrong; nothing was run or written.</summary>
    public const int WrongInput = 2;

    /// <summary>Interrupted; what was finished stays.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="output">Results for people, or JSON.</param>
    /// <param name="error">Progress and errors.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ParseResult parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (string message in parsed.Errors.Select(e => e.Message).Distinct(StringComparer.Ordinal))
            {
                await error.WriteLineAsync("error: " + message.ReplaceLineEndings(" ").TrimEnd('.')).ConfigureAwait(false);
            }

            await error.WriteLineAsync($"See landscape-opt {parsed.CommandResult.Command.Name} --help".Replace(" landscape-opt --help", " --help", StringComparison.Ordinal)).ConfigureAwait(false);
            return WrongInput;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output, Error = error }).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            foreach (Problem problem in e.Problems)
            {
                await error.WriteLineAsync($"error: {problem}").ConfigureAwait(false);
            }

            return WrongInput;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("interrupted").ConfigureAwait(false);
            return Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {e.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return Failed;
        }
    }

    private static RootCommand Root() => new("Shows how an optimizer moves over a two-dimensional loss landscape.")
    {
        GuidedCommand.Create(),
        RunCommand.Create(),
        FiguresCommand.Create(),
        InspectCommand.Create(),
        ListCommand.Create(),
        DescribeCommand.Create(),
        ExplainCommand.Create(),
        CompletionCommand.Create(),
    };
}
