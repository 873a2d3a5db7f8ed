using System.Globalization;
using System.Text.Json;

namespace LandscapeOpt.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public async Task Guided_writes_the_files_of_the_contract()
    {
        using var cli = new Cli();
        (int code, string output, string error) = await cli.Run("guided --landscape easy-hard --target 2.15,2.0125");

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Contains("stalled at step 18", output, StringComparison.Ordinal);
        Assert.Contains("0.697105", output, StringComparison.Ordinal);
        Assert.Contains("0.711", output, StringComparison.Ordinal);
        string folder = Path.Combine(cli.Out, "guided-easy-hard");
        Assert.Equal(
            ["experiment.json", "figures/trajectory.png", "provenance.json", "summary.csv", "traces/guided.csv", "traces/random.csv"],
            Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal));
        Assert.Equal([folder], Directory.EnumerateFileSystemEntries(cli.Out));
        string header = cli.Read("guided-easy-hard/traces/guided.csv").Split('\n')[0];
        Assert.Equal(
            "step,x,y,loss,gradient_x,gradient_y,gradient_norm,learning_rate,update_x,update_y,update_norm,"
            + "loss_easy,weight_easy,loss_hard,weight_hard,distance_to_target,progress,off_line,cosine_easy,cosine_hard",
            header);
        Assert.StartsWith(
            "run,outcome,reason,steps,x,y,loss,gradient_norm,best_loss,best_step,evaluations,distance_to_target,path_length,straightness\nguided,stalled,",
            cli.Read("guided-easy-hard/summary.csv"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,0", -1.2992, -2.6765)]
    [InlineData("10,10", -1.3019, -2.6927)]
    [InlineData("4,2", 3.8366, 2.4959)]
    public async Task The_sin_cos_post_comes_out(string start, double x, double y)
    {
        using var cli = new Cli();
        (_, string output, _) =
            await cli.Run($"run --landscape sin-cos --optimizer momentum:momentum=0.99 --lr 0.01 --steps 1000 --start {start} --json --format none");

        JsonElement run = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        Assert.Equal(x, run.GetProperty("x").GetDouble(), 4);
        Assert.Equal(y, run.GetProperty("y").GetDouble(), 4);
    }

    [Theory]
    [InlineData("gd", "0,0", -1.306425518719, -2.687208415590)]
    [InlineData("gd", "4,2", 3.837499630084, 2.498447405756)]
    public async Task Plain_descent_of_the_sin_cos_post_comes_out(string optimizer, string start, double x, double y)
    {
        using var cli = new Cli();
        (_, string output, _) = await cli.Run($"run --landscape sin-cos --optimizer {optimizer} --lr 0.01 --steps 1000 --start {start} --json --format none");

        JsonElement run = JsonDocument.Parse(output).RootElement.GetProperty("runs")[0];
        Assert.Equal(x, run.GetProperty("x").GetDouble(), 12);
        Assert.Equal(y, run.GetProperty("y").GetDouble(), 12);
    }

    [Fact]
    public async Task A_diverged_run_is_a_result_with_its_step_and_a_picture()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run("run --landscape rosenbrock --optimizer gd --lr 1");

        Assert.Equal(0, code);
        Assert.Contains("diverged at step", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.Out, "rosenbrock-gd/figures/trajectory.png")));
    }

    [Fact]
    public async Task A_start_outside_the_domain_runs()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run("run --landscape himmelblau --lr 0.001 --start 7,-7 --steps 50");

        Assert.Equal(0, code);
        Assert.Contains("finished at step 50", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_command_gives_the_same_bytes_in_any_culture()
    {
        using var cli = new Cli();
        using var other = new Cli();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            await cli.Run("guided --format png --format svg");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            await other.Run("guided --format png --format svg");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        string[] files = [.. Directory.EnumerateFiles(cli.Out, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(cli.Out, f))];
        Assert.Equal(7, files.Length);
        foreach (string file in files.Where(f => Path.GetFileName(f) is not "provenance.json"))
        {
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(cli.Out, file)), await File.ReadAllBytesAsync(Path.Combine(other.Out, file)));
        }
    }

    [Fact]
    public async Task Results_that_are_there_are_not_computed_again()
    {
        using var cli = new Cli();
        await cli.Run("run --landscape sin-cos --steps 5 --format none");
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(cli.Out, "sin-cos-gd/summary.csv"));
        (int code, string output, _) = await cli.Run("run --landscape sin-cos --steps 5 --format none");

        Assert.Equal(0, code);
        Assert.Contains("Up to date", output, StringComparison.Ordinal);
        Assert.Contains("finished at step 5", output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(cli.Out, "sin-cos-gd/summary.csv")));
    }

    [Fact]
    public async Task Quiet_prints_nothing()
    {
        using var cli = new Cli();
        Assert.Equal((0, "", ""), await cli.Run("run --landscape sin-cos --steps 5 --format none --quiet"));
    }

    [Fact]
    public async Task Learning_rate_wins_over_the_key()
    {
        using var cli = new Cli();
        await cli.Run("run --landscape sin-cos --optimizer adam:learningRate=0.5 --lr 0.25 --steps 1 --format none");

        Assert.Contains("\"learningRate\": 0.25", cli.Read("sin-cos-adam/experiment.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kappa_scales_the_first_eigenvalue()
    {
        using var cli = new Cli();
        await cli.Run("run --landscape quadratic:kappa=25,lambda1=2 --steps 1 --format none");

        string resolved = cli.Read("quadratic-gd/experiment.json");
        Assert.Contains("\"lambda2\": 50", resolved, StringComparison.Ordinal);
        Assert.DoesNotContain("kappa", resolved, StringComparison.Ordinal);
    }
}
