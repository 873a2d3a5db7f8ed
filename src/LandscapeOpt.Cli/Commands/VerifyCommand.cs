using System.CommandLine;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Landscapes.Verification;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Checks landscapes against their own values: derivatives, stated points, kinks, plateaus, domain, formula.</summary>
internal static class VerifyCommand
{
    internal static Command Create()
    {
        var names = new Argument<string[]>("name") { HelpName = "NAME", Description = "Landscapes (default: all).", Arity = ArgumentArity.ZeroOrMore };
        names.CompletionSources.Add(_ => LandscapeCatalogue.Catalogue.Members.Select(m => new System.CommandLine.Completions.CompletionItem(m.Name)));
        var formula = new Option<string?>("--formula") { HelpName = "\"…\"", Description = "A formula in x and y instead." };
        Option<string?> start = InspectOptions.Text("--start", "X,Y", "Where runs of the formula begin (default: -1,1).");
        var all = new Option<bool>("--all") { Description = "All landscapes." };
        var quiet = new Option<bool>("--quiet") { Description = "Print differences only." };
        var command = new Command("verify", "Check a landscape: derivatives, stated minima, kinks, plateaus, domain.") { names, formula, start, all, quiet };
        Help.Examples(command, "verify --all", "verify himmelblau beale", "verify --formula \"x^2 + abs(y)\"");
        command.SetAction((parsed, cancellation) => Task.FromResult(
            Execute(parsed, Landscapes(parsed, names, formula, start), parsed.GetValue(quiet), cancellation)));
        return command;
    }

    private static IReadOnlyList<(string Name, ILandscape Landscape)> Landscapes(
        ParseResult parsed, Argument<string[]> argument, Option<string?> formula, Option<string?> start)
    {
        string[] names = parsed.GetValue(argument) ?? [];
        if (parsed.GetValue(formula) is { } text)
        {
            return names.Length == 0
                ? [("formula", Typed(text, parsed.GetValue(start) is null ? null : InspectOptions.Point(parsed, start)))]
                : throw new InputException(formula.Name, "a formula stands instead of landscapes: give one of both");
        }

        if (parsed.GetValue(start) is not null)
        {
            throw new InputException(start.Name, "a landscape has its own start; this one is for a --formula");
        }

        IEnumerable<string> known = LandscapeCatalogue.Catalogue.Members.Select(m => m.Name);
        foreach (string name in names.Where(n => LandscapeCatalogue.Catalogue.Find(n) is null))
        {
            string hint = Spelling.Suggest(name, known);
            throw new InputException("verify", $"unknown landscape '{name}'{(hint.Length > 0 ? hint : $": expected {string.Join(", ", known)}")}");
        }

        return [.. LandscapeCatalogue.Catalogue.Members.Where(m => names.Length == 0 || names.Contains(m.Name, StringComparer.OrdinalIgnoreCase))
            .Select(m => (m.Name, m.Default))];
    }

    private static Expression Typed(string text, Numbers.Point? start)
    {
        var formula = new Formula(text);
        var landscape = new Expression(formula);
        return formula.Error is { } error ? throw new InputException("--formula", error.Message) : landscape with { Start = start ?? landscape.Start };
    }

    private static int Execute(
        ParseResult parsed, IReadOnlyList<(string Name, ILandscape Landscape)> landscapes, bool isQuiet, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output, error = parsed.InvocationConfiguration.Error;
        int wrong = 0;
        foreach ((string name, ILandscape landscape) in landscapes)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Finding finding in LandscapeCheck.Run(landscape).Findings)
            {
                bool isWrong = finding.Verdict is Verdict.Fails;
                wrong += isWrong ? 1 : 0;
                if (isWrong || !isQuiet)
                {
                    (isWrong ? error : output).WriteLine($"{name}: {Kebab.Of(finding.Verdict)}: {finding.Check}: {finding.Text}");
                }
            }
        }

        return wrong == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
