using System.CommandLine;
using System.CommandLine.Parsing;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Commands;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli;

/// <summary>The command line as a whole: commands, one line per error.</summary>
public static class CommandLine
{
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
            return ExitCode.WrongInput;
        }

        ParseResult parsed = Root().Parse(arguments);
        if (Help.IsAskedFor(arguments))
        {
            parsed = Root().Parse([.. Names(parsed.CommandResult.Command), "--help"]);
        }

        if (parsed.Errors.Count > 0)
        {
            await TellAsync(parsed, error).ConfigureAwait(false);
            return ExitCode.WrongInput;
        }

        try
        {
            // The library's own listener falls over a second signal, and does not end a command that has not come to its first await.
            using var interruption = new Interruption(code =>
            {
                error.WriteLine("interrupted");
                Environment.Exit(code);
            });
            InvocationConfiguration configuration =
                new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = error };
            return await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
        }
        catch (InputException e)
        {
            foreach (Problem problem in Problem.Told(e.Problems))
            {
                // "file:line:column: …" as compilers write it, so that editors and terminals can jump there.
                await error.WriteLineAsync(problem.At.Line > 0 ? $"{problem}" : $"error: {problem}").ConfigureAwait(false);
            }

            return ExitCode.WrongInput;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("interrupted").ConfigureAwait(false);
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync($"error: {e.Message.ReplaceLineEndings(" ")}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        catch (OutOfMemoryException)
        {
            await error.WriteLineAsync("error: there is not enough memory: choose fewer steps, runs, columns or pixels").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static async Task TellAsync(ParseResult parsed, TextWriter error)
    {
        Command command = parsed.CommandResult.Command;
        string[] known = [.. command.Subcommands.Select(c => c.Name), .. command.Options.SelectMany(o => o.Aliases.Prepend(o.Name))];
        string[] options = [.. parsed.UnmatchedTokens.Where(t => t.StartsWith('-'))];

        // What follows an unknown option is perhaps its value.
        string[] messages = options.Length > 0 ? [.. options.Select(t => $"unknown option '{t}'{Spelling.Suggest(t, known)}")]
            : command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var first, ..] ? [$"unknown command '{first}'{Spelling.Suggest(first, known)}"]
            : parsed.UnmatchedTokens.Count > 0 ? [.. parsed.UnmatchedTokens.Select(t => $"unknown word '{t}'")]
            : [.. parsed.Errors.Select(Message).Distinct(StringComparer.Ordinal)];
        Origin at = Origin.Option(string.Join(' ', Names(command).Prepend("landscape-opt")));
        foreach (Problem problem in Problem.Told([.. messages.Select(m => new Problem(at, m))]))
        {
            await error.WriteLineAsync($"error: {problem} (see {at} --help)").ConfigureAwait(false);
        }
    }

    // What is missing in our words; the library's name types and counts of its own.
    private static string Message(ParseError problem) => problem.SymbolResult switch
    {
        CommandResult { Command: { Subcommands.Count: > 0 } group } => $"which? expected one of {string.Join(", ", group.Subcommands.Select(c => c.Name))}",
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult { Option: var option } } =>
            $"{option.Name} needs a value: {option.HelpName}: {option.Description}",
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value: {option.HelpName}: {option.Description}",
        ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"{argument.HelpName} is missing: {argument.Description}",
        _ => problem.Message.ReplaceLineEndings(" ").TrimEnd('.'),
    };

    // From the root to a command: inspect, line.
    private static IEnumerable<string> Names(Command command) => command is RootCommand ? [] : Names((Command)command.Parents.First()).Append(command.Name);

    private static RootCommand Root() => new("Shows how an optimizer moves over a two-dimensional loss landscape.")
    {
        GuidedCommand.Create(),
        RunCommand.Create(),
        FiguresCommand.Create(),
        BatchCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        MapCommand.Create(),
        InspectCommand.Create(),
        VerifyCommand.Create(),
        ListCommand.Create(),
        DescribeCommand.Create(),
        ExplainCommand.Create(),
        CompletionCommand.Create(),
    };
}
