using System.Globalization;
using System.Text;

namespace LandscapeOpt.Experiments.Results;

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
}
