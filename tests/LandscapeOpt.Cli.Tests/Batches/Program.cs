using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>The built program as a process of its own.</summary>
internal sealed class Program : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output, error;

    private Program(Process process)
    {
        this.process = process;
        (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>The program's file: its own folder has it compiled ahead of time, so that it starts in half the time; beside the tests lies a copy.</summary>
    internal static string File { get; } = FindProgram();

    internal static Program Start(params IReadOnlyList<string> arguments) => StartFile(File, arguments);

    /// <summary>Starts it in a folder, with a limit of the memory that it may manage.</summary>
    internal static Program StartIn(string folder, long memory, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = StartInfo(File, arguments);
        start.WorkingDirectory = folder;
        start.Environment["DOTNET_GCHeapHardLimit"] = memory.ToString("X", CultureInfo.InvariantCulture);
        return new(Process.Start(start)!);
    }

    private static Program StartFile(string file, IReadOnlyList<string> arguments) => new(Process.Start(StartInfo(file, arguments))!);

    private static ProcessStartInfo StartInfo(string file, IReadOnlyList<string> arguments) =>
        new(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };

    private static string FindProgram()
    {
        string name = OperatingSystem.IsWindows() ? "landscape-opt.exe" : "landscape-opt";
        string built = Path.Combine(AppContext.BaseDirectory.Replace("LandscapeOpt.Cli.Tests", "LandscapeOpt.Cli", StringComparison.Ordinal), name);
        built = Path.GetFullPath(
            built.Replace($"{Path.DirectorySeparatorChar}tests{Path.DirectorySeparatorChar}",
                $"{Path.DirectorySeparatorChar}src{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        return System.IO.File.Exists(built) ? built : Path.Combine(AppContext.BaseDirectory, name);
    }

    internal bool HasExited => process.HasExited;

    /// <summary>The most memory that it has had so far, in bytes; 0 once it has ended.</summary>
    internal long PeakMemory => Current(p => p.PeakWorkingSet64);

    /// <summary>The processor time that it has taken so far; zero once it has ended.</summary>
    internal TimeSpan ProcessorTime => Current(p => p.TotalProcessorTime);

    private T Current<T>(Func<Process, T> value)
        where T : struct
    {
        try
        {
            process.Refresh();
            return value(process);
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using Program program = Start(arguments);
        return await program.EndAsync();
    }

    /// <summary>Runs another program.</summary>
    internal static async Task<(int Code, string Output, string Error)> RunOtherAsync(string file, IReadOnlyList<string> arguments)
    {
        using Program program = StartFile(file, arguments);
        return await program.EndAsync();
    }

    internal async Task<(int Code, string Output, string Error)> EndAsync()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    /// <summary>SIGKILL.</summary>
    internal async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    internal void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose() => process.Dispose();

    /// <summary>Every file of the results by name, but for the provenance; the tool's own hidden folders are left out where asked for.</summary>
    internal static SortedDictionary<string, string> Contents(string folder, bool withHidden = true)
    {
        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (string file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", all) : [])
        {
            string name = Path.GetRelativePath(folder, file);
            if (Path.GetFileName(file) is not "provenance.json" && (withHidden || !name.StartsWith('.')))
            {
                contents.Add(name, Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(file))));
            }
        }

        return contents;
    }
}
