using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>One catalogue member: formula or rule, parameters with defaults and ranges, source, known points.</summary>
internal static class DescribeCommand
{
    internal static Command Create()
    {
        var name = new Argument<string>("name")
        {
            HelpName = "NAME",
            Description = "A landscape, optimizer, schedule, mixing, transform, averaging, figure or column.",
        };
        name.CompletionSources.Add(_ => Known.Distinct(StringComparer.Ordinal).Select(n => new System.CommandLine.Completions.CompletionItem(n)));
        var command = new Command("describe", "What a landscape, a rule or a column is: formula, parameters, source, known points.") { name };
        Help.Examples(command, "describe adam", "describe guided", "describe himmelblau");
        command.SetAction(parsed => Execute(parsed.GetValue(name)!, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static IEnumerable<string> Known =>
    [
        .. ListCommand.Catalogues.SelectMany(c => c.All.Select(m => m.Name)),
        .. TraceColumns.Families.Select(f => f.Name),
        .. Measures.All.Select(m => m.Name),
    ];

    private static int Execute(string name, TextWriter output)
    {
        (Catalogue Catalogue, Member Member)[] found = [.. ListCommand.Catalogues.Where(c => c.Find(name) is not null).Select(c => (c, c.Find(name)!))];
        ColumnFamily? column = TraceColumns.Families.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        Measure? measure = Measures.All.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found.Length == 0 && column is null && measure is null)
        {
            string hint = Spelling.Suggest(name, Known);
            throw new InputException("describe", $"nothing is called '{name}'{(hint.Length > 0 ? hint : ": see list landscapes, list optimizers, …")}");
        }

        foreach ((Catalogue catalogue, Member member) in found)
        {
            Write(output, catalogue, member);
        }

        if (column is not null)
        {
            output.WriteLine($"{column.Name} (column, {Kebab.Of(column.Presence).Replace('-', ' ')})");
            output.WriteLine($"  {column.Meaning}; unit: {column.Unit}");
        }

        if (measure is not null)
        {
            Write(output, measure, column is null);
        }

        return ExitCode.Done;
    }

    private static void Write(TextWriter output, Measure measure, bool withName)
    {
        if (withName)
        {
            output.WriteLine($"{measure.Name} (measure), unit: {measure.Unit}");
        }

        output.WriteLine();
        output.WriteLine("  " + measure.Formula);
        output.WriteLine();
        output.WriteLine("Large values: " + measure.Large);
        output.WriteLine("Caution: " + measure.Caution);
        output.WriteLine("Source: " + measure.Source);
        output.WriteLine();
    }

    private static void Write(TextWriter output, Catalogue catalogue, Member member)
    {
        output.WriteLine($"{member.Name} ({catalogue.Noun}): {member.About.Title}");
        output.WriteLine();
        // A landscape's formula has its definitions on lines of their own.
        foreach (string line in member.About.Rule.Split(member.Prototype is ILandscape ? "; " : "\n"))
        {
            output.WriteLine("  " + line);
        }

        if (member.Parameters.Count > 0)
        {
            output.WriteLine();
            foreach (string line in ParameterTable.Lines(member))
            {
                output.WriteLine("  " + line);
            }
        }

        if (member.Prototype is ILandscape landscape)
        {
            Write(output, landscape.Info, landscape.Components);
        }

        if (member.About.Cost is not null || member.About.Notes.Count > 0 || member.About.Source.Length > 0)
        {
            output.WriteLine();
        }

        if (member.About.Cost is not null || catalogue.Noun is "optimizer")
        {
            output.WriteLine("Cost: " + (member.About.Cost ?? "1 gradient per step"));
        }

        foreach (string note in member.About.Notes)
        {
            output.WriteLine("Note: " + note);
        }

        if (member.About.Source.Length > 0)
        {
            output.WriteLine("Source: " + member.About.Source);
        }

        output.WriteLine();
    }

    private static void Write(TextWriter output, LandscapeInfo info, IReadOnlyList<Component> components)
    {
        output.WriteLine();
        (string x0, string x1) = (TextTable.Shortest(info.Domain.X0), TextTable.Shortest(info.Domain.X1));
        (string y0, string y1) = (TextTable.Shortest(info.Domain.Y0), TextTable.Shortest(info.Domain.Y1));
        output.WriteLine($"  domain [{x0}, {x1}] x [{y0}, {y1}], start {info.Start}");
        if (components.Count > 1)
        {
            output.WriteLine("  components " + string.Join(", ", components.Select(c => $"{c.Name} (share {TextTable.Shortest(c.Share)})")));
        }

        foreach (CriticalPoint point in info.CriticalPoints)
        {
            output.WriteLine($"  {Kebab.Of(point.Kind),-10} {point.At}  loss {TextTable.Shortest(point.Loss)}");
        }
    }
}
