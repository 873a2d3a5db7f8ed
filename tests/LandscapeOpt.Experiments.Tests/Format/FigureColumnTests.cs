using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>A column that a figure names is traced for it, or does not exist.</summary>
public sealed class FigureColumnTests
{
    [Theory]
    [InlineData("{ \"kind\": \"convergence\", \"columns\": \"loss;evaluations;lambda_max\" }", "evaluations lambda_max")]
    [InlineData("{ \"kind\": \"trajectory\", \"colorBy\": \"lambda_min\" }", "lambda_min")]
    [InlineData("{ \"kind\": \"compare\", \"colorBy\": \"stability\" }", "stability")]
    [InlineData("{ \"kind\": \"surface\", \"colorBy\": \"learning-rate\" }", "")]
    [InlineData("\"stability\"", "lambda_max stability")]
    [InlineData("\"convergence:columns=evaluations\", \"trajectory:colorBy=evaluations\"", "evaluations")]
    [InlineData("\"convergence:columns=gap;weight_easy;cosine_hard;average_loss\"", "")]
    public void One_that_can_be_had_is_traced(string figures, string columns)
    {
        Experiment experiment = Texts.Experiment(With(figures, "\"name\": \"a\""));

        Assert.Equal(columns.Split(' ', StringSplitOptions.RemoveEmptyEntries), experiment.Columns);
        Assert.Equal(ExperimentWriter.Write(experiment), ExperimentWriter.Write(Texts.Bind(ExperimentWriter.Write(experiment)).Experiment!));
    }

    [Fact]
    public void What_the_file_asks_for_stands_first_and_once()
    {
        Experiment experiment =
            Texts.Experiment(With("\"convergence:columns=evaluations;lambda_max\"", "\"name\": \"a\", \"columns\": [\"lambda_min\", \"lambda_max\"]"));

        Assert.Equal(["lambda_min", "lambda_max", "evaluations"], experiment.Columns);
    }

    [Fact]
    public void One_of_the_shown_runs_is_enough()
    {
        const string Runs = "\"runs\": [{ \"name\": \"plain\", \"target\": [1, 1] }, { \"name\": \"mixed\", \"landscape\": \"easy-hard\" }]";
        Assert.NotNull(Texts.Bind(
            $"{{ \"name\": \"a\", \"landscape\": \"booth\", {Runs}, \"figures\": [\"convergence:columns=weight_easy;progress\"] }}").Experiment);

        (_, IReadOnlyList<Problem> problems) = Texts.Bind(
            $"{{ \"name\": \"a\", \"landscape\": \"booth\", {Runs}, \"figures\": [{{ \"kind\": \"convergence\", \"columns\": \"weight_easy\", \"runs\": [\"plain\"] }}] }}");
        Assert.StartsWith("the runs that are shown have no column 'weight_easy'", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"kind\": \"convergence\", \"columns\": \"los\" }", "figures[0].columns: the runs that are shown have no column 'los'; did you mean 'loss'?")]
    [InlineData("\"convergence:columns=los\"", "figures[0].columns: the runs that are shown have no column 'los'; did you mean 'loss'?")]
    [InlineData("{ \"kind\": \"convergence\", \"columns\": \"\" }", "figures[0].columns: there is none: expected columns, separated by semicolons, such as loss;gradient_norm")]
    [InlineData("{ \"kind\": \"trajectory\", \"colorBy\": \"step size\" }", "figures[0].colorBy: the runs that are shown have no column 'step size': expected one of step, x, y, *")]
    public void One_that_cannot_is_told_at_its_place(string figure, string expected)
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind(With(figure, "\"name\": \"a\""));
        string told = Assert.Single(problems) is var problem ? $"{problem.At.Path}: {problem.Message}" : "";

        Assert.StartsWith(expected.TrimEnd('*'), told, StringComparison.Ordinal);
    }

    private static string With(string figures, string members) =>
        $"{{ {members}, \"landscape\": \"easy-hard\", \"target\": [1, 1], \"runs\": [{{ \"name\": \"gd\", \"averaging\": \"ema\" }}], \"figures\": [{figures}] }}";
}
