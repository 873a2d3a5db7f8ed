using System.CommandLine;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The catalogues.</summary>
internal static class ListCommand
{
    internal static Command Create()
    {
        var what = new Argument<string>("what") { HelpName = "CATALOGUE", Description = "One of " + string.Join(", ", Topics) + "." };
        what.CompletionSources.Add(_ => Topics.Select(t => new System.CommandLine.Completions.CompletionItem(t)));
        var command = new Command("list", "The catalogues: what can be named in options and files.") { what };
        Help.Examples(command, "list landscapes", "list optimizers");
        command.SetAction(parsed => Execute(parsed.GetValue(what)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static IReadOnlyList<string> Topics => [.. Catalogues.Select(c => c.Plural), "columns"];

    /// <summary>Every catalogue that has members with names.</summary>
    internal static IReadOnlyList<Catalogue> Catalogues => [.. Kinds.All, FigureCatalogue.Catalogue];

    private static int Execute(string what, TextWriter output)
    {
        IEnumerable<string> lines = Catalogues.FirstOrDefault(c => string.Equals(c.Plural, what, StringComparison.Ordinal)) is { } catalogue
            ? Members(catalogue)
            : what is "columns" ? Columns()
            : throw new InputException("list", $"unknown catalogue '{what}': expected one of {string.Join(", ", Topics)}{Spelling.Suggest(what, Topics)}");
        foreach (string line in lines)
        {
            output.WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Members(Catalogue catalogue) => TextTable.Lines(
        ["name", "title", "parameters"],
        [.. catalogue.All.Select(string[] (m) => [m.Name, m.About.Title, string.Join(", ", m.Parameters.Select(p => p.Name))])]);

    private static IEnumerable<string> Columns() => TextTable.Lines(
        ["name", "unit", "meaning", "present"],
        [.. TraceColumns.Families.Select(string[] (f) => [f.Name, f.Unit, f.Meaning, Kebab.Of(f.Presence).Replace('-', ' ')])]);
}
