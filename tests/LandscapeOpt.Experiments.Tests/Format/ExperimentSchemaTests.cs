using System.Text.Json;
using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>The schema says everything that the catalogues say. Against another validator it is tested by tests/schema/run.</summary>
public sealed class ExperimentSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ExperimentSchema.Write()).RootElement;

    [Fact]
    public void Every_kind_has_every_parameter_with_description_default_and_range()
    {
        foreach ((Catalogue catalogue, Member member) in Kinds.All.SelectMany(c => c.All, (c, m) => (c, m)))
        {
            JsonElement properties = Schema.GetProperty("$defs").GetProperty($"{catalogue.Noun}.{member.Name}").GetProperty("properties");
            foreach (Parameter parameter in member.Parameters)
            {
                JsonElement property = properties.GetProperty(parameter.Name);
                Assert.NotEmpty(property.GetProperty("description").GetString()!);
                Assert.Equal(
                    !parameter.IsShorthand && !parameter.IsRequired && parameter.Get(member.Prototype) is not null,
                    property.TryGetProperty("default", out _));
                if (parameter.Type is ParameterType.Number && double.IsFinite(parameter.Range.From))
                {
                    Assert.Equal(parameter.Range.From, property.GetProperty(parameter.Range.IncludesFrom ? "minimum" : "exclusiveMinimum").GetDouble());
                }
            }
        }
    }

    [Theory]
    [InlineData("optimizer", "adam:beta1=0.8,epsilon=1e-6", true)]
    [InlineData("optimizer", " adam : beta1 = 0.8 , epsilon = 1e-6 ", true)]
    [InlineData("optimizer", "adam", true)]
    [InlineData("optimizer", "adam:beta=0.8", false)]
    [InlineData("optimizer", "adam:beta1=-0.8", false)]
    [InlineData("optimizer", "adam:beta1", false)]
    [InlineData("optimizer", "adam:", false)]
    [InlineData("optimizer", "adma", false)]
    [InlineData("optimizer", "momentum:form=pytorch", true)]
    [InlineData("optimizer", "momentum:form=torch", false)]
    [InlineData("optimizer", "lookahead:base=(adam:beta1=0.8),k=3", true)]
    [InlineData("optimizer", "lookahead:base=(adm),k=3", false)]
    [InlineData("schedule", "multi-step:milestones=5;10,gamma=0.5", true)]
    [InlineData("schedule", "one-cycle:maxLearningRate=0.3", true)]
    [InlineData("landscape", "quadratic:kappa=25", true)]
    [InlineData("landscape", "quadratic:kappa=1,5", false)]
    public void Specs_have_a_pattern(string noun, string spec, bool isValid)
    {
        JsonElement.ArrayEnumerator patterns = Schema.GetProperty("$defs").GetProperty(noun).GetProperty("then").GetProperty("anyOf").EnumerateArray();
        bool matches = patterns.Any(p => p.TryGetProperty("pattern", out JsonElement pattern)
            && Regex.IsMatch(spec, pattern.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)));

        Assert.Equal(isValid, matches);
    }
}
