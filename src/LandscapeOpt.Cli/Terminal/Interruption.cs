using System.Diagnostics;
using System.Runtime.InteropServices;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>
/// Ctrl-C and SIGTERM: the first one asks the work to end, which writes what it has in hand; another one, when nothing has come of the first
/// for a moment, ends the process at once, and so does work that does not listen. Whatever is published by then is whole.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Schedulers and shells tell the process and its group, so that one signal comes twice.
    private static readonly TimeSpan Echo = TimeSpan.FromSeconds(0.5);

    private readonly CancellationTokenSource stop = new();
    private readonly PosixSignalRegistration[] signals;
    private readonly Action<int> exit;
    private readonly Timer grace;
    private long first;

    /// <summary>Listens until it is disposed of.</summary>
    /// <param name="exit">Ends the process with an exit code.</param>
    internal Interruption(Action<int> exit)
    {
        this.exit = exit;
        grace = new(_ => exit(ExitCode.Interrupted));
        signals = [Listen(PosixSignal.SIGINT), Listen(PosixSignal.SIGTERM)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    internal CancellationToken Token => stop.Token;

    /// <summary>What a signal does.</summary>
    internal void Interrupt()
    {
        if (!stop.IsCancellationRequested)
        {
            first = Stopwatch.GetTimestamp();
            grace.Change(Grace, Timeout.InfiniteTimeSpan);
            stop.Cancel();
        }
        else if (Stopwatch.GetElapsedTime(first) > Echo)
        {
            exit(ExitCode.Interrupted);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in signals)
        {
            signal.Dispose();
        }

        grace.Dispose();
        stop.Dispose();
    }

    private PosixSignalRegistration Listen(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Interrupt();
    });
}
