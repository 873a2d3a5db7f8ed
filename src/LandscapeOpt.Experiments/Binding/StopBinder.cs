using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Reads the stop rules.</summary>
internal sealed class StopBinder(ValueBinder values)
{
    private static readonly string[] Keys = ["gradientNorm", "lossBelow", "leaveDomain", "divergedBeyond"];

    internal StopRules? Bind(Node node)
    {
        if (node is not ObjectNode entries)
        {
            values.Fail(node, $"{ValueBinder.Show(node)} is not an object: expected {{\"gradientNorm\": …, \"lossBelow\": …, \"leaveDomain\": …}}");
            return null;
        }

        Fields fields = values.Fields(entries, Keys);
        var rules = new StopRules();
        return new()
        {
            GradientNorm = fields["gradientNorm"] is { } norm ? InRange(norm, Interval.NonNegative) : null,
            LossBelow = fields["lossBelow"] is { } loss ? InRange(loss, Interval.Any) : null,
            LeaveDomain = fields["leaveDomain"] is { } leave && values.Flag(leave) is true,
            DivergedBeyond = fields["divergedBeyond"] is { } beyond ? InRange(beyond, Interval.Positive) ?? 1 : rules.DivergedBeyond,
        };
    }

    private double? InRange(Node node, Interval range)
    {
        string accepts = range.Describe("a number");
        double? value = values.Number(node, accepts);
        return value is null || range.Contains(value.Value)
            ? value
            : (double?)values.Fail(node, $"{ValueBinder.Show(node)} is out of range: expected {accepts}");
    }
}
