using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;
using LandscapeOpt.Tests;

namespace LandscapeOpt.Cli.Tests;

/// <summary>What people read about the members of the catalogues.</summary>
public sealed class DescribeTests
{
    public static TheoryData<string, string> Members => CatalogueMembers.All;

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Everything_about_a_member_is_said_in_words(string noun, string name)
    {
        Member member = Kinds.Of(noun).Find(name)!;
        (int code, string output, string error) = await Cli.Words("describe", name);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith($"{name} ({noun}): {member.About.Title}\n", output, StringComparison.Ordinal);
        Assert.Contains("Source: " + member.About.Source, output, StringComparison.Ordinal);
        Assert.All(member.About.Notes, note => Assert.Contains("Note: " + note, output, StringComparison.Ordinal));
        Assert.DoesNotContain("LandscapeOpt.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("{ X", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\dE[-+]?\d", output);
        Assert.Equal(noun == "optimizer", output.Contains("\nCost: ", StringComparison.Ordinal));

        // Key, default, what is accepted, meaning: none is empty, except that a shorthand has no default.
        foreach (Parameter parameter in member.Parameters)
        {
            string line = Assert.Single(output.Split('\n'), l =>
                l.StartsWith($"  {parameter.Name} ", StringComparison.Ordinal) && l.Contains(parameter.Accepts, StringComparison.Ordinal));
            Assert.Equal(parameter.IsShorthand ? 3 : 4, line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries).Length);
        }
    }

    [Fact]
    public async Task Adam_is_described_as_promised()
    {
        (_, string output, _) = await Cli.Words("describe", "adam");

        Assert.Contains("w ← w − η/(1−β₁ᵏ) · m / (√v/√(1−β₂ᵏ) + ε)", output, StringComparison.Ordinal);
        Assert.Contains("epsilon       1e-8     a number greater than 0           ε, added to the root", output, StringComparison.Ordinal);
        Assert.Contains("Cost: 1 gradient per step", output, StringComparison.Ordinal);
        Assert.Contains("as in PyTorch and optax", output, StringComparison.Ordinal);
        Assert.Contains("TensorFlow adds ε to the uncorrected root", output, StringComparison.Ordinal);
        Assert.Contains("arXiv:1412.6980", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_formulas_is_described()
    {
        (_, string output, _) = await Cli.Words("describe", "expression");

        Assert.Contains("sin, cos, tan, exp, log, sqrt, abs, min, max, pow, tanh, sinh, cosh, atan, atan2, hypot, sign", output, StringComparison.Ordinal);
        Assert.Contains("-x^2 is -(x^2)", output, StringComparison.Ordinal);
        Assert.Contains("At most 10000 characters, nested at most 200 deep.", output, StringComparison.Ordinal);
        Assert.Contains("parameters: { \"a\": 2 }", output, StringComparison.Ordinal);
    }

    /// <summary>Where the sources are wrong, and where a reader of their name learns it.</summary>
    [Theory]
    [InlineData("guided", "stalls for ever; the blog's run does at step 18, 0.697 from the target")]
    [InlineData("guided", "straighter (0.649 against 0.430), not closer (0.697 against 0.711)")]
    [InlineData("guided", "no convex mixture")]
    [InlineData("power", "calls its schedule linear; its exponent is 2")]
    [InlineData("easy-hard", "the best point of a 401 x 401 grid, 0.0033 from the true minimum")]
    [InlineData("sin-cos", "it is (-1.306440008369511, -2.688543872446505)")]
    [InlineData("momentum", "need momentum 0.99, which it does not state")]
    [InlineData("one-cycle", "the default 30/70 with cosines is fastai's")]
    [InlineData("clip-norm", "that name belongs to arXiv:2009.11162")]
    [InlineData("clip-value", "that name belongs to arXiv:2009.11162")]
    [InlineData("noise", "that name belongs to arXiv:2009.11162")]
    [InlineData("skip", "that name belongs to arXiv:2009.11162")]
    [InlineData("gd", "momentum, Adam, SAM and others have theirs")]
    [InlineData("muon", "as in the induced-metric paper, are not Muon")]
    [InlineData("induced-metric", "is Nesterov-AdamW in fact")]
    public async Task Corrections_stand_where_a_reader_looks(string name, string correction)
    {
        (_, string output, _) = await Cli.Words("describe", name);

        Assert.Contains(correction, output, StringComparison.Ordinal);
    }
}
