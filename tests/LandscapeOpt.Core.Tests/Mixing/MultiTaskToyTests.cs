using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Tests.Reference;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>The multi-task literature's picture: Adam with four mixings from three starts, against PyTorch with its own closed forms.</summary>
public sealed class MultiTaskToyTests
{
    private static readonly Dictionary<string, MixingRule> Rules = new(StringComparer.Ordinal)
    {
        ["average"] = new Average(),
        ["mgda"] = new MinimumNorm(),
        ["pcgrad"] = new ConflictProjection(ProjectionScale.Mean),
        ["cagrad"] = new ConflictAverse(0.5),
    };

    public static TheoryData<string, double, double> Paths
    {
        get
        {
            var paths = new TheoryData<string, double, double>();
            foreach (string mixing in Rules.Keys)
            {
                paths.Add(mixing, -8.5, 7.5);
                paths.Add(mixing, -8.5, -5);
                paths.Add(mixing, 9, 9);
            }

            return paths;
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Path_agrees_for_a_thousand_steps(string mixing, double startX, double startY)
    {
        // The reference has 9 decimals; after some thousand steps the logarithmic canyons amplify the rounding of any implementation.
        (_, Trace trace) = Engine.Trace(new Run
        {
            Name = "toy",
            Landscape = new CagradToy(),
            Start = new(startX, startY),
            Steps = 1000,
            Optimizer = new Adam(0.001),
            Mixing = Rules[mixing],
        });
        ReferenceTable reference = ReferenceTable.Read("cagrad-toy.csv");
        int compared = 0;
        for (int row = 0; row < reference.Rows.Count; row++)
        {
            int step = (int)reference.Number(row, "step");
            if (reference.Text(row, "mixing") != mixing || reference.Number(row, "start_x") != startX || reference.Number(row, "start_y") != startY
                || step > 1000)
            {
                continue;
            }

            compared++;
            foreach (string column in new[] { "x", "y", "loss_first", "loss_second" })
            {
                double expected = reference.Number(row, column), actual = trace.Column(column)[step];
                Assert.True(Math.Abs(expected - actual) <= 1e-8, Invariant($"step {step}, {column}: expected {expected}, got {actual}"));
            }
        }

        Assert.True(compared >= 4, Invariant($"{compared} rows"));
    }
}
