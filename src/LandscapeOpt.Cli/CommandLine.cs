using System.CommandLine;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Commands;
using LandscapeOpt.Cli.Terminal;
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
        if (arguments.Count == 0)
        {
            await Root().Parse(["--help"]).InvokeAsync(new() { Output = output, Error = error }).ConfigureAwait(false);
            return WrongInput;
        }

        ParseResult parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await TellAsync(parsed, error).ConfigureAwait(false);
            return WrongInput;
        }

        try
        {
            // The library's own listener falls over a second signal, and does not end a command that has not come to its first await.
            using var interruption = new Interruption(code =>
            {
                error.WriteLine("interrupted");
                Environment.Exit(code);
            });
            InvocationConfiguration configuration = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error };
            return await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            foreach (Problem problem in e.Problems)
            {
                // "file:line:column: …" as compilers write it, so that editors and terminals can jump there.
                await error.WriteLineAsync(problem.At.Line > 0 ? $"{problem}" : $"error: {problem}").ConfigureAwait(false);
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

    private static async Task TellAsync(ParseResult parsed, TextWriter error)
    {
        Command command = parsed.CommandResult.Command;
        string[] known = [.. command.Subcommands.Select(c => c.Name), .. command.Options.SelectMany(o => o.Aliases.Prepend(o.Name))];
        string[] messages = parsed.UnmatchedTokens.Count > 0
            ? [.. parsed.UnmatchedTokens.Select(t => $"unknown {(t.StartsWith('-') ? "option" : command is RootCommand ? "command" : "word")} '{t}'{Spelling.Suggest(t, known)}")]
            : [.. parsed.Errors.Select(e => e.Message.ReplaceLineEndings(" ").TrimEnd('.')).Distinct(StringComparer.Ordinal)];
        foreach (string message in messages)
        {
            await error.WriteLineAsync("error: " + message).ConfigureAwait(false);
        }

        await error.WriteLineAsync($"See landscape-opt {(command is RootCommand ? "" : command.Name + " ")}--help").ConfigureAwait(false);
    }

    private static RootCommand Root() => new("Shows how an optimizer moves over a two-dimensional loss landscape.")
    {
        GuidedCommand.Create(),
        RunCommand.Create(),
        FiguresCommand.Create(),
        BatchCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        InspectCommand.Create(),
        VerifyCommand.Create(),
        ListCommand.Create(),
        DescribeCommand.Create(),
        ExplainCommand.Create(),
        CompletionCommand.Create(),
    };
}
