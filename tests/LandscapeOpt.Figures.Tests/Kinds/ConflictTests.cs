using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Tests.Kinds;

public sealed class ConflictTests
{
    private static readonly Point Target = new(2.15, 2.0125);

    [Fact]
    public void The_blogs_deadlocks_cover_a_quarter_of_a_percent_of_its_box()
    {
        var fields = ConflictFields.Sample(new EasyHard(), Target, new(-1.5, 3.5, -1.5, 3.5), 1001, 1001);
        Assert.InRange(fields.Deadlocked, 0.00235, 0.00245);
    }

    [Fact]
    public void Scores_are_those_that_the_guided_rule_decides_by()
    {
        ILandscape landscape = new EasyHard();
        Domain window = landscape.Info.Domain;
        var fields = ConflictFields.Sample(landscape, Target, window, 17, 13);
        Weigher<Real> rule = new Guided().Start<Real>(
            new([0.5, 0.5], 1, Target, () => throw new InvalidOperationException("The guided rule needs no chance.")));
        Span<Real> weights = stackalloc Real[2];
        for (int j = 0; j < 13; j++)
        {
            for (int i = 0; i < 17; i++)
            {
                var w = new Point(window.X0 + (i * window.Width / 16), window.Y0 + (j * window.Height / 12));
                Dual<Real>[] losses = [.. landscape.Components.Select(c => c.Landscape.Gradient(w))];
                rule.Weigh(
                    new()
                    {
                        Step = 0,
                        Start = new(0, 0),
                        W = new(w.X, w.Y),
                        LearningRate = 1,
                        Losses = [.. losses.Select(l => l.Value)],
                        Gradients = [.. losses.Select(l => new Vec2<Real>(l.X, l.Y))],
                    },
                    weights);
                for (int k = 0; k < 2; k++)
                {
                    Assert.Equal(weights[k] > 0, fields.Scores[k][(j * 17) + i] > 0);
                }
            }
        }
    }

    [Fact]
    public void The_run_deadlocks_where_the_map_says_so()
    {
        FigureRun guided = Cases.Get("blog").Runs[0];
        Point end = guided.At(guided.Rows - 1), behind = guided.At(16);
        Assert.Equal(1, ConflictFields.Sample(new EasyHard(), Target, Around(end), 3, 3).Deadlocked);
        Assert.Equal(0, ConflictFields.Sample(new EasyHard(), Target, Around(behind), 3, 3).Deadlocked);
    }

    [Fact]
    public void Gradients_of_opposed_bowls_agree_outside_and_oppose_each_other_between()
    {
        var landscape = new Mixture(
            new([KeyValuePair.Create<string, object>("left", new Quadratic(1, 1, 0, -1, 0)),
                KeyValuePair.Create<string, object>("right", new Quadratic(1, 1, 0, 1, 0))]),
            NumberList.Empty);
        var fields = ConflictFields.Sample(landscape, null, new(-2, 2, -2, 2), 5, 5);
        Assert.Empty(fields.Scores);
        Assert.Equal(0, fields.Deadlocked);
        Assert.Equal(-1, fields.Cosine[12]);
        Assert.Equal(1, fields.Cosine[10]);
        Assert.Equal(0, fields.Cosine[11]);

        // The gradients are perpendicular on the unit circle, and opposed inside it.
        var fine = ConflictFields.Sample(landscape, null, new(-2, 2, -2, 2), 801, 801);
        Assert.InRange(fine.Opposed, Math.PI / 16 * 0.99, Math.PI / 16 * 1.01);
    }

    [Fact]
    public void The_sentence_has_both_shares()
    {
        string text = new Conflict().Describe(Cases.Get("blog"));
        Assert.Contains("deadlocks, on 0.24 %", text, StringComparison.Ordinal);
        Assert.Contains("oppose each other on 34 % of the picture", text, StringComparison.Ordinal);
        Assert.Contains("(2.15, 2.01)", text, StringComparison.Ordinal);
    }

    private static Domain Around(Point p) => new(p.X - 1e-6, p.X + 1e-6, p.Y - 1e-6, p.Y + 1e-6);
}
