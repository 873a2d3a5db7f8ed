using System.Diagnostics;
using System.Globalization;

namespace LandscapeOpt.Benchmarks.Timing;

/// <summary>Wall time and processor time side by side: on a shared machine the second is the one to compare.</summary>
internal readonly record struct Stopclock(long Wall, TimeSpan Processor)
{
    internal static Stopclock Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>The line that scripts read: steps (or calls) per second of wall time, the same per second of processor time, then words.</summary>
    internal void Report(double count, string words) => Report(count, Stopwatch.GetElapsedTime(Wall).TotalSeconds, words);

    /// <summary>The same where the wall time is known.</summary>
    internal void Report(double count, double seconds, string words)
    {
        double processor = (Environment.CpuUsage.TotalTime - Processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / seconds:F0} {count / processor:F0} {words}"));
    }
}
