using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Adds examples to a command's help.</summary>
internal static class Help
{
    internal static void Examples(Command command, params IReadOnlyList<string> examples)
    {
        var option = new HelpOption();
        option.Action = new WithExamples((HelpAction)option.Action!, examples);
        command.Add(option);
    }

    /// <summary>Whether help is asked for, wherever it stands: no value of an option looks like that.</summary>
    internal static bool IsAskedFor(IEnumerable<string> arguments) => arguments.TakeWhile(a => a is not "--").Any(a => a is "--help" or "-h" or "-?");

    private sealed class WithExamples(HelpAction help, IReadOnlyList<string> examples) : SynchronousCommandLineAction
    {
        /// <summary>Help needs nothing else.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int result = help.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  landscape-opt {example}");
            }

            output.WriteLine();
            return result;
        }
    }
}
