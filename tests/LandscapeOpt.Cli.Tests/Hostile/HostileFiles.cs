using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using static LandscapeOpt.Cli.Tests.Hostile.HostileInput;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Files that are no files, too large, of another kind, or in the way.</summary>
internal static class HostileFiles
{
    private const string Fine = """{ "name": "s", "landscape": "booth", "steps": 3, "runs": [{ "name": "a" }] }""";

    internal static IEnumerable<HostileInput> All => [.. Figures, .. Traces, .. Places, .. OperatingSystem.IsWindows() ? [] : Special];

    private static HostileInput[] Figures =>
    [
        Explain("nowhere.png", _ => { }, "there is no such file"),
        Explain("''", _ => { }, "the file's name is empty") with { Words = ["explain", ""] },
        Explain(".", _ => { }, "it is a folder, not a file"),
        Explain("a.png", Write("a.png", ""), "cannot be read as a figure"),
        Explain("a.png", Write("a.png", "text"), "cannot be read as a figure"),
        Explain("a.png", Write("a.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]), "ends too early"),
        Explain("a.png", Write("a.png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, .. new byte[30]]), "ends too early"),
        Explain("a.png", Write("a.png", Inflating()), "too long"),
        Explain("a.svg", Write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "no recipe of this tool"),
        Explain("a.svg", Write("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>"), "damaged"),
        Explain("a.svg", Write("a.svg",
            "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><title>&b;</title></svg>"), "damaged"),
        Explain("a.svg", Write("a.svg", "<html/>"), "Not an SVG document"),
        Explain("a.svg", Recipe("{}"), "no recipe of this tool"),
        Explain("a.svg", Recipe("not JSON"), "no recipe of this tool"),
        Explain("a.svg", Recipe("""{ "tool": "Other", "version": "1", "figure": "f", "pixels": "", "traces": {}, "experiment": {} }"""), "tool"),
        Explain("a.svg", Recipe("""{ "tool": "LandscapeOpt", "version": "1", "figure": "f", "pixels": "", "traces": {}, "experiment": {} }"""), "the key 'name' is missing") with
        {
            Words = ["explain", "a.svg", "--rerun"], Lines = 2, Place = "a.svg:1:1: ",
        },
        Explain("a.svg", Sparse("a.svg", 65L << 20), "only files of at most 64 MB are read"),
        Explain("a.png", Sparse("a.png", 600L << 20), "only files of at most"),
    ];

    private static HostileInput[] Traces =>
    [
        Trace("nowhere.csv", _ => { }, "there is no such trace or results folder"),
        Trace(".", _ => { }, "there is no traces/*.csv in this folder"),
        Trace("a.csv", Write("a.csv", ""), "a.csv"),
        Trace("a.csv", Write("a.csv", "step,loss\n0,1\n"), "no columns x and y"),
        Trace("a.csv", Write("a.csv", "x,y\n"), "no rows"),
        Trace("a.csv", Write("a.csv", "x,y\n1,z\n"), "'z' is not a number"),
        Trace("a.csv", Write("a.csv", "x,y\n1\n"), "a.csv"),
        Trace("a.csv", Write("a.csv", "x,y\n\"1,1\n"), "a.csv"),
        Trace("a.csv", Write("a.csv", "x,y\n1,2\n"), "no experiment.json beside the trace"),
        Trace("a.csv", Write("a.csv", "x,y\n" + new string('1', 3 << 20)), "a.csv"),
        Trace("a.csv", Write("a.csv", new byte[1 << 20]), "a.csv"),
        Trace("a.csv", Sparse("a.csv", 9L << 30), "only files of at most 8 GB are read"),
        Trace("out/s/traces/a.csv", folder =>
        {
            Write("out/s/experiment.json", "{ broken")(folder);
            Write("out/s/traces/a.csv", "x,y\n1,2\n")(folder);
        }, "experiment.json"),
    ];

    private static HostileInput[] Places =>
    [
        new(["run", "--landscape", "booth", "--steps", "3", "--out", "notes.txt"], "notes.txt", "file") { Place = "error: --out: " },
        new(["batch", "a.json", "--out", "notes.txt"], "notes.txt", "file") { Place = "error: --out: ", Files = Write("a.json", Fine) },
        new(["batch", "a.json", "--out", "g"], "file") { Place = "error: --out: ", Files = Both(Write("a.json", Fine), Write("g/s", "in the way")) },
        new(["batch", "a.json", "--out", "g", "--force"], "file") { Place = "error: --out: ", Files = Both(Write("a.json", Fine), Write("g/s", "in the way")) },
        new(["batch", "a.json", "--out", "g"], "mine.txt") { Place = "error: --out: ", Files = Both(Write("a.json", Fine), Write("g/s/mine.txt", "x")) },
        new(["batch", "a.json", "--out", "g", "--force"], "mine.txt") { Place = "error: --out: ", Files =
            Both(Write("a.json", Fine), Write("g/s/mine.txt", "x")) },
        new(["batch", "a.json", "b.json"], "the name 's' is taken by a.json") { Place = "b.json:1:11: ", Files =
            Both(Write("a.json", Fine), Write("b.json", Fine)) },
        new(["validate", "."], "there are no experiment files (*.json, *.jsonc) in this folder") { Place = "error: .: " },
        new(["validate", "a.json", "--quiet"], "there are no experiment files") { Place = "error: a.json: ", Files = folder =>
            Directory.CreateDirectory(Path.Combine(folder, "a.json")) },
        new(["validate", "a.json", "--quiet"], "only files of at most 64 MB are read") { Place = "a.json:1:1: ", Files = Sparse("a.json", 65L << 20) },
        new(["validate", "a.json", "--quiet"], "only files of at most 64 MB are read") { Place = "a.json:1:1: ", Files = Sparse("a.json", 1L << 40) },
    ];

    private static HostileInput[] Special =>
    [
        new(["validate", ".", "--quiet"], "it is a pipe, a device or a socket: only regular files of at most 64 MB are read") { Place =
            "./a.json:1:1: ", Files = Pipe("a.json") },
        new(["batch", "."], "it is a pipe, a device or a socket") { Place = "./a.json:1:1: ", Files = Pipe("a.json") },
        new(["batch", "/dev/zero"], "only regular files of at most 64 MB are read") { Place = "/dev/zero:1:1: " },
        new(["figures", "/dev/zero"], "only regular files of at most 64 MB are read") { Place = "/dev/zero:1:1: " },
        new(["validate", "a.json", "--quiet"], "only regular files of at most 64 MB are read") { Place = "a.json:1:1: ", Files = Link("a.json", "/dev/zero") },
        new(["validate", "a.json", "--quiet"], "a.json") { Files = Link("a.json", "a.json") },
        new(["validate", "a.json", "--quiet"], "a.json") { Files = Link("a.json", "nowhere") },
        Explain("/dev/zero", _ => { }, "only regular files of at most"),
        Explain("a.png", Pipe("a.png"), "only regular files of at most"),
        Trace("/dev/zero", _ => { }, "only regular files of at most 8 GB are read"),
        Trace("a.csv", Pipe("a.csv"), "only regular files of at most 8 GB are read"),
        new(["batch", "a.json", "--out", "/dev/null/x"], "/dev/null is a file") { Place = "error: --out: ", Files = Write("a.json", Fine) },
    ];

    private static HostileInput Explain(string file, Action<string> files, params IReadOnlyList<string> mentions) =>
        new(["explain", file], mentions) { Place = $"error: {file}: ", Files = files };

    private static HostileInput Trace(string file, Action<string> files, params IReadOnlyList<string> mentions) =>
        new(["inspect", "trajectory", "--trace", file], mentions) { Place = "error: ", Files = files };

    private static Action<string> Both(Action<string> first, Action<string> second) => folder =>
    {
        first(folder);
        second(folder);
    };

    private static Action<string> Recipe(string recipe) => Write(
        "a.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><metadata><recipe xmlns=\"urn:landscape-opt\">{recipe}</recipe></metadata></svg>");

    private static Action<string> Sparse(string name, long size) => folder =>
    {
        using FileStream file = File.Create(Path.Combine(folder, name));
        file.WriteByte(name.EndsWith(".png", StringComparison.Ordinal) ? (byte)0x89 : (byte)' ');
        file.SetLength(size);
    };

    private static Action<string> Pipe(string name) => folder =>
    {
        using Process made = Process.Start("mkfifo", [Path.Combine(folder, name)]);
        made.WaitForExit();
    };

    private static Action<string> Link(string name, string target) => folder => File.CreateSymbolicLink(Path.Combine(folder, name), target);

    // Eight texts of sixty megabytes each, half a megabyte in the file.
    private static byte[] Inflating()
    {
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]);
        for (int i = 1; i <= 8; i++)
        {
            using var text = new MemoryStream();
            text.Write([.. Encoding.Latin1.GetBytes(FormattableString.Invariant($"Text {i}")), 0, 1, 0, 0, 0]);
            using (var zlib = new ZLibStream(text, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(new byte[60 << 20]);
            }

            Chunk(file, [.. "iTXt"u8, .. text.ToArray()]);
        }

        Chunk(file, "IEND"u8);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> typeAndData)
    {
        Span<byte> number = stackalloc byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(number, typeAndData.Length - 4);
        file.Write(number);
        file.Write(typeAndData);
        uint crc = uint.MaxValue;
        foreach (byte b in typeAndData)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(number, ~crc);
        file.Write(number);
    }
}
