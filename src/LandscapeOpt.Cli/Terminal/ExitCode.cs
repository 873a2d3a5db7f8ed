namespace LandscapeOpt.Cli.Terminal;

/// <summary>What the program returns to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Done; a diverged or stalled run is a result.</summary>
    internal const int Done = 0;

    /// <summary>The work failed, or a check found a difference.</summary>
    internal const int Failed = 1;

    /// <summary>The input is wrong; nothing was run or written.</summary>
    internal const int WrongInput = 2;

    /// <summary>Interrupted; what was finished stays.</summary>
    internal const int Interrupted = 130;
}
