using System.Text;
using LandscapeOpt.Averaging;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Tests;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>Every member of every catalogue is written and read back as it was, with other settings than the defaults too.</summary>
public sealed class MemberRoundTripTests
{
    public static TheoryData<string, string> Members => CatalogueMembers.All;

    [Theory]
    [MemberData(nameof(Members))]
    public void Read_back_as_written(string noun, string name)
    {
        Member member = Kinds.Of(noun).Find(name)!;
        foreach (object value in Variants(member))
        {
            Experiment written = With(noun, value);
            byte[] resolved = ExperimentWriter.Write(written);
            Experiment read = Texts.Experiment(Encoding.UTF8.GetString(resolved));
            Assert.Equal(value, Of(noun, read.Runs[0]));
            Assert.Equal(Encoding.UTF8.GetString(resolved), Encoding.UTF8.GetString(ExperimentWriter.Write(read)));
        }
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void Its_SPEC_says_the_same_as_its_JSON(string noun, string name)
    {
        Member member = Kinds.Of(noun).Find(name)!;
        string landscape = noun == "optimizer" ? "booth" : "easy-hard";
        foreach (object value in Variants(member)
            .Where(v => !member.Parameters.Any(p => p.Type is ParameterType.Members or ParameterType.NamedNumbers or ParameterType.Text)))
        {
            string spec = SpecText.Of(value, Kinds.Of(noun));
            string json = System.Text.Json.JsonSerializer.Serialize(spec);
            string key = noun == "transform" ? "transforms" : noun;
            Experiment read = Texts.Experiment(
                $$"""{ "name": "spec", "landscape": "{{landscape}}", "steps": 3, "target": [1, 1], "runs": [{ "name": "a", "{{key}}": {{(noun == "transform" ? $"[{json}]" : json)}} }] }""");
            Assert.Equal(value, Of(noun, read.Runs[0]));
        }
    }

    [Fact]
    public void Figures_are_in_a_catalogue_too() => Assert.All(FigureCatalogue.Catalogue.All, member =>
    {
        Experiment read = Texts.Experiment(
            $$"""{ "name": "figures", "landscape": "easy-hard", "target": [1, 1], "steps": 3, "runs": [{ "name": "a" }], "figures": [{ "kind": "{{member.Name}}" }] }""");
        Assert.Equal(member.Prototype, read.Figures[0].Kind);
        byte[] resolved = ExperimentWriter.Write(read);
        Assert.Equal(member.Prototype, Texts.Experiment(Encoding.UTF8.GetString(resolved)).Figures[0].Kind);
    });

    /// <summary>The defaults, and each setting alone with other values.</summary>
    private static IEnumerable<object> Variants(Member member)
    {
        yield return member.Prototype;
        foreach (Parameter parameter in member.Parameters.Where(p => !p.IsShorthand))
        {
            double within = Math.Min(parameter.Range.To, Math.Max(parameter.Range.From, 0) + 1) * 0.375;
            object[] values = parameter.Type switch
            {
                ParameterType.Number => [within, (0.1 * within) + (0.9 * Math.Max(parameter.Range.From, 1e-9))],
                ParameterType.Integer => [(long)Math.Max(parameter.Range.From, 0) + 1],
                ParameterType.Flag => [true, false],
                ParameterType.Choice => [.. parameter.Choices],
                ParameterType.Numbers => [new NumberList(within, 0.75 * within)],
                ParameterType.Point => [new Point(0.1, -2.5)],
                ParameterType.Domain => [new Domain(-1.5, 2, 0, 0.125)],
                ParameterType.NamedNumbers => [new NamedNumbers([KeyValuePair.Create("k", 0.3)])],
                ParameterType.Member => [.. Kinds.Of(parameter.Catalogue!).All.Select(m => m.Prototype).Take(3)],
                _ => [],
            };
            foreach (object value in values.Where(parameter.Allows))
            {
                object changed = parameter.With(member.Prototype, value);
                if (member.Misfit(changed) is null && (changed as MixingRule)?.Misfit(2) is null)
                {
                    yield return changed;
                }
            }
        }
    }

    private static Experiment With(string noun, object value)
    {
        // The natural gradient needs residuals, mixings more than one component.
        ILandscape landscape = noun == "optimizer" ? default(Booth) : new EasyHard();
        var run = new Run { Name = "a", Landscape = landscape, Start = new(-1, 1), Steps = 3, Target = new Point(1, 1) };
        run = value switch
        {
            ILandscape given => run with { Landscape = given },
            Optimizer optimizer => run with { Optimizer = optimizer },
            Schedule schedule => run with { Schedule = schedule },
            MixingRule mixing => run with { Mixing = mixing },
            GradientTransform transform => run with { Transforms = [transform] },
            AveragingRule averaging => run with { Averaging = averaging },
            _ => throw new ArgumentException(noun, nameof(noun)),
        };
        return new Experiment { Name = "round-trip", Runs = [run] };
    }

    private static object Of(string noun, Run run) => noun switch
    {
        "landscape" => run.Landscape,
        "optimizer" => run.Optimizer,
        "schedule" => run.Schedule,
        "mixing" => run.Mixing,
        "transform" => run.Transforms[0],
        _ => run.Averaging!,
    };
}
