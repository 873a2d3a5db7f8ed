using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LandscapeOpt.Experiments.Store;

/// <summary>
/// The finished runs of one process: a line each, written at once, so that a killed process has lost none of them. A line is the run's index,
/// the hash of its trace (empty without one) and its row of the summary, separated by commas.
/// </summary>
internal sealed class RunLog : IDisposable
{
    private readonly FileStream log;
    private readonly Lock gate = new();
    private IOException? broken;

    private RunLog(FileStream log) => this.log = log;

    /// <summary>Opens a log to add lines; what a killed process has left half-written at its end is cut off.</summary>
    internal static RunLog Open(string path)
    {
        FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
        file.SetLength(EndOfLastLine(file));
        file.Seek(0, SeekOrigin.End);
        return new(file);
    }

    /// <summary>Adds a run.</summary>
    /// <param name="index">The run's index in the plan.</param>
    /// <param name="traceHash">SHA-256 of its trace; empty where none was written.</param>
    /// <param name="row">Its row of the summary without line end.</param>
    internal void Append(int index, string traceHash, ReadOnlySpan<byte> row)
    {
        byte[] line = new byte[row.Length + traceHash.Length + 16];
        index.TryFormat(line, out int length, default, CultureInfo.InvariantCulture);
        line[length++] = (byte)',';
        length += Encoding.ASCII.GetBytes(traceHash, line.AsSpan(length));
        line[length++] = (byte)',';
        row.CopyTo(line.AsSpan(length));
        length += row.Length;
        line[length++] = (byte)'\n';
        lock (gate)
        {
            // After a line that was cut short, the next one would be glued to it.
            if (broken is not null)
            {
                throw broken;
            }

            try
            {
                log.Write(line, 0, length);
            }
            catch (Exception e) when (e is IOException or ArgumentException)
            {
                // A file that has reached the system's limit is told as a wrong argument.
                throw broken = e as IOException ?? new IOException($"{log.Name}: {e.Message}", e);
            }
        }
    }

    /// <summary>The finished runs of a log, also while another process adds to it: a last line without end is left out.</summary>
    /// <param name="path">The log.</param>
    /// <param name="runs">How many runs there are; lines of others are left out.</param>
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

    /// <inheritdoc/>
    public void Dispose() => log.Dispose();

    private static long EndOfLastLine(FileStream file)
    {
        byte[] block = new byte[4096];
        for (long end = file.Length; end > 0;)
        {
            long start = Math.Max(0, end - block.Length);
            file.Seek(start, SeekOrigin.Begin);
            Span<byte> read = block.AsSpan(0, (int)(end - start));
            file.ReadExactly(read);
            if (read.LastIndexOf((byte)'\n') is >= 0 and int at)
            {
                return start + at + 1;
            }

            end = start;
        }

        return 0;
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

/// <summary>A finished run in a log.</summary>
/// <param name="Index">The run's index in the plan.</param>
/// <param name="TraceHash">SHA-256 of its trace; empty where none was written.</param>
/// <param name="Offset">Where its row of the summary begins in the log.</param>
/// <param name="Length">How long the row is, without line end.</param>
internal readonly record struct LoggedRun(int Index, string TraceHash, long Offset, int Length);
