using System.Globalization;

namespace LandscapeOpt.Benchmarks.Timing;

/// <summary>
/// One measurement a process, in the form that the script <c>compare</c> sets beside other programs: <c>time map optimizer=adam threads=2</c>.
/// </summary>
internal static class Timings
{
    private static readonly Dictionary<string, (Action<Settings> Run, string Help)> Works = new(StringComparer.Ordinal)
    {
        ["map"] = (MapTiming.Run, "landscape=sin-cos formula= optimizer=gd threads=1 lanes=8 block=128 pixels=256 steps=1000 passes=1 retire=false"),
        ["trace"] = (TraceTiming.Run, "work=engine|hand-inlined|plain|plain-adam|trace|spectrum steps=1000000"),
        ["elementary"] = (ElementaryTiming.Run, "function=sin|cos|exp|log|tanh|pow|atan2 by=own|math|vector512 lanes=8"),
    };

    internal static int Run(string[] args)
    {
        if (args.Length > 0 && Works.TryGetValue(args[0], out (Action<Settings> Run, string Help) work))
        {
            work.Run(new(args[1..]));
            return 0;
        }

        Console.Error.WriteLine("time " + string.Join("\ntime ", Works.Select(w => $"{w.Key} {w.Value.Help}")));
        return 2;
    }
}

/// <summary>Settings of the form name=value.</summary>
internal sealed class Settings(string[] args)
{
    private readonly Dictionary<string, string> values = args.Select(a => a.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    internal string Text(string name, string otherwise) => values.GetValueOrDefault(name, otherwise);

    internal int Number(string name, int otherwise) =>
        values.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    internal bool Flag(string name) => string.Equals(Text(name, "false"), "true", StringComparison.Ordinal);
}
