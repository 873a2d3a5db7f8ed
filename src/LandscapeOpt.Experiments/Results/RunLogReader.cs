using System.Buffers.Text;
using System.Text;

namespace LandscapeOpt.Experiments.Results;

/// <summary>A finished run in a log.</summary>
/// <param name="Index">The run's index in the plan.</param>
/// <param name="TraceHash">SHA-256 of its trace; empty where none was written.</param>
/// <param name="Offset">Where its row of the summary begins in the log.</param>
/// <param name="Length">How long the row is, without line end.</param>
internal readonly record struct LoggedRun(int Index, string TraceHash, long Offset, int Length);

/// <summary>Reads logs of finished runs, also while another process adds to them: a last line without end is left out.</summary>
internal static class RunLogReader
{
    internal static IEnumerable<LoggedRun> Read(string path, int runs)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] buffer = new byte[1 << 16];
        long at = 0;
        for (int filled = 0; ;)
        {
            int read = file.Read(buffer, filled, buffer.Length - filled);
            filled += read;
            int start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and int length)
            {
                if (Parse(buffer.AsSpan(start, length), at + start, runs) is { } run)
                {
                    yield return run;
                }

                start += length + 1;
            }

            if (read == 0)
            {
                yield break;
            }

            Buffer.BlockCopy(buffer, start, buffer, 0, filled - start);
            (at, filled) = (at + start, filled - start);
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * filled);
            }
        }
    }

    private static LoggedRun? Parse(ReadOnlySpan<byte> line, long at, int runs)
    {
        if (!Utf8Parser.TryParse(line, out int index, out int digits) || index < 0 || index >= runs || line[digits..] is not [(byte)',', ..])
        {
            return null;
        }

        int hashStart = digits + 1;
        int hashLength = line[hashStart..].IndexOf((byte)',');
        return hashLength < 0 ? null : new(
            index,
            hashLength == 0 ? "" : Encoding.ASCII.GetString(line.Slice(hashStart, hashLength)),
            at + hashStart + hashLength + 1,
            line.Length - hashStart - hashLength - 1);
    }
}
