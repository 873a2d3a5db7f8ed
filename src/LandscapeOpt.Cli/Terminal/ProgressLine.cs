using static System.FormattableString;

using LandscapeOpt.Experiments.Execute;
namespace LandscapeOpt.Cli.Terminal;

/// <summary>
/// Shows how far a batch or a map is: on a terminal one line that is written over, elsewhere a line every few seconds. Other lines go above it.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200), Elsewhere = TimeSpan.FromSeconds(5);

    private readonly TextWriter error;
    private readonly bool isQuiet, isTerminal;
    private readonly Lock gate = new();
    private readonly long start = System.Diagnostics.Stopwatch.GetTimestamp();
    private readonly CancellationTokenSource stop = new();
    private readonly TimeSpan interval;
    private Task watching = Task.CompletedTask;
    private int shown;

    /// <summary>A progress that nothing is shown of yet.</summary>
    /// <param name="error">Where it is shown.</param>
    /// <param name="isQuiet">Whether it is shown at all.</param>
    /// <param name="every">How often; what suits a terminal or a file where null.</param>
    internal ProgressLine(TextWriter error, bool isQuiet, TimeSpan? every = null)
    {
        (this.error, this.isQuiet) = (error, isQuiet);
        isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected
            && Environment.GetEnvironmentVariable("TERM") is not "dumb" && Environment.GetEnvironmentVariable("CI") is null or "";
        interval = every ?? (isTerminal ? OnTerminal : Elsewhere);
    }

    /// <summary>Writes a line of its own.</summary>
    internal void Tell(string line)
    {
        lock (gate)
        {
            Erase();
            error.WriteLine(line);
        }
    }

    /// <summary>Shows the progress until it is stopped.</summary>
    internal void Watch(ExecuteProgress progress) => Watch(() => Line(progress));

    /// <summary>Shows a line again and again until it is stopped.</summary>
    internal void Watch(Func<string> line) => watching = isQuiet ? Task.CompletedTask : WatchAsync(line);

    internal async Task StopAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await watching.ConfigureAwait(false);
        lock (gate)
        {
            Erase();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    private async Task WatchAsync(Func<string> line)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token).ConfigureAwait(false))
            {
                Show(line());
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private string Line(ExecuteProgress progress)
    {
        double rate = progress.Computed / System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds;
        string left = rate > 0 ? ", " + Duration((progress.Total - progress.Done) / rate) + " left" : "";
        return Invariant($"{progress.Done}/{progress.Total} runs, {progress.Failed} failed, {rate:0.#} runs/s{left}");
    }

    private void Show(string line)
    {
        lock (gate)
        {
            if (!isTerminal)
            {
                error.WriteLine(line);
                return;
            }

            Erase();
            error.Write(line);
            shown = line.Length;
        }
    }

    // A carriage return and blanks: no escape codes.
    private void Erase()
    {
        if (shown > 0)
        {
            error.Write("\r" + new string(' ', shown) + "\r");
            shown = 0;
        }
    }

    /// <summary>A time in the unit that suits it.</summary>
    internal static string Duration(double seconds) => seconds < 60 ? Invariant($"{seconds:0} s")
        : seconds < 3600 ? Invariant($"{seconds / 60:0} min")
        : Invariant($"{Math.Min(seconds / 3600, 99999):0.#} h");
}
