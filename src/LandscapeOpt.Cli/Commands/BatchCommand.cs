using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Experiment files or folders of them: what is not up to date is run.</summary>
internal static class BatchCommand
{
    internal static Command Create()
    {
        var options = new BatchCommandOptions();
        var command = new Command("batch", "Experiment files or folders of them: sweeps, parallel, resumable, sharded.");
        options.AddTo(command);
        Help.Examples(
            command,
            "batch experiments",
            "batch experiments/gallery --jobs 4 --filter 'learning-*' --format none",
            "batch sweep.json --set runs.guided.optimizer.learningRate=0.2 --out out/rate-0.2",
            "batch sweep.json --shard 3/8    (then, once all are done: batch sweep.json --merge)");
        command.SetAction((parsed, cancellation) => ExecuteAsync(parsed, options, cancellation));
        return command;
    }

    private static async Task<int> ExecuteAsync(ParseResult parsed, BatchCommandOptions options, CancellationToken cancellation)
    {
        ExecuteOptions execute = options.Execute(parsed);
        IReadOnlyList<ExperimentFile> files = ExperimentFiles.ReadTogether(parsed.GetValue(options.Paths)!, options.Overrides(parsed), options.Filter(parsed));
        Problem[] problems = [.. files.SelectMany(f => f.Problems)];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }

        if (files.Count == 0)
        {
            throw new InputException("--filter", "no experiment has such a name");
        }

        bool isQuiet = parsed.GetValue(options.Output.Quiet);
        using var progress = new ProgressLine(parsed.InvocationConfiguration.Error, isQuiet);
        var executor = new Executor([.. files.Select(f => f.Experiment!)], execute with { Tell = progress.Tell });
        if (parsed.GetValue(options.DryRun))
        {
            BatchReport.Preview(parsed, options.Output, executor);
            return ExitCode.Done;
        }

        progress.Watch(executor.Progress);
        IReadOnlyList<ExperimentResults> results;
        try
        {
            results = await executor.ExecuteAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await progress.StopAsync().ConfigureAwait(false);
            if (!isQuiet)
            {
                progress.Tell(FormattableString.Invariant(
                    $"{executor.Progress.Done} of {executor.Progress.Total} runs are done; the same command goes on from here"));
            }

            throw;
        }

        await progress.StopAsync().ConfigureAwait(false);
        BatchReport.Write(parsed, options.Output, results);
        return results.All(r => r.Outcome is ExecuteOutcome.Done or ExecuteOutcome.UpToDate or ExecuteOutcome.ShardDone) ? ExitCode.Done : ExitCode.Failed;
    }
}
