using System.Text;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The text of a file, which knows lines and columns.</summary>
/// <param name="name">The file's path as given.</param>
/// <param name="utf8">The text without byte order mark.</param>
internal sealed class SourceText(string name, byte[] utf8)
{
    private List<int>? lineStarts;

    internal string Name => name;

    internal ReadOnlySpan<byte> Bytes => utf8;

    /// <summary>Line and column, both from 1, of a byte.</summary>
    internal (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, utf8.Length);
        List<int> starts = LineStarts;
        int line = starts.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return (line + 1, Encoding.UTF8.GetCharCount(utf8, starts[line], offset - starts[line]) + 1);
    }

    /// <summary>The byte at a line and a byte of that line, both from 0.</summary>
    internal int Offset(long line, long byteInLine) => LineStarts[(int)Math.Clamp(line, 0, LineStarts.Count - 1)] + (int)byteInLine;

    private List<int> LineStarts
    {
        get
        {
            if (lineStarts is null)
            {
                lineStarts = [0];
                for (int i = 0; i < utf8.Length; i++)
                {
                    if (utf8[i] == '\n')
                    {
                        lineStarts.Add(i + 1);
                    }
                }
            }

            return lineStarts;
        }
    }
}
