using System.Formats.Tar;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// Opens files that anyone may have written. Only regular files of a stated size are read: a pipe would wait for ever, and a device does not end.
/// </summary>
internal static class InputFile
{
    /// <summary>The largest experiment file, in bytes.</summary>
    internal const long LargestExperiment = 64L << 20;

    /// <summary>The largest trace, in bytes: one of all columns of the longest run.</summary>
    internal const long LargestTrace = 8L << 30;

    /// <summary>The largest PNG figure, in bytes.</summary>
    internal const long LargestPicture = 512L << 20;

    /// <summary>The largest SVG figure, in bytes.</summary>
    internal const long LargestDrawing = 64L << 20;

    /// <summary>The whole content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="largest">The largest size that is read, in bytes.</param>
    /// <exception cref="IOException">It is no regular file, is larger, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static byte[] Read(string path, long largest)
    {
        long size = Check(path, largest);
        if (size == 0)
        {
            return [];
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] content = new byte[size];
        int count = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return content[..count];
    }

    /// <summary>Whether a regular file begins with a byte.</summary>
    /// <inheritdoc cref="Read"/>
    internal static bool Begins(string path, byte first)
    {
        if (Check(path, LargestPicture) == 0)
        {
            return false;
        }

        using FileStream file = File.OpenRead(path);
        return file.ReadByte() == first;
    }

    /// <summary>Makes sure that a file can be read to its end.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <inheritdoc cref="Read"/>
    internal static long Check(string path, long largest)
    {
        if (path.Length == 0)
        {
            throw new IOException("the file's name is empty");
        }

        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder, not a file");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException("there is no such file");
        }

        FileInfo file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new(path);
        string allowed = largest >= 1 << 30 ? Invariant($"{largest >> 30} GB") : Invariant($"{largest >> 20} MB");
        return file.Length > largest ? throw new IOException(Invariant($"the file has {file.Length:N0} bytes: only files of at most {allowed} are read"))
            : file.Length == 0 && !IsRegular(file.FullName)
                ? throw new IOException($"it is a pipe, a device or a socket: only regular files of at most {allowed} are read")
            : file.Length;
    }

    // What is no regular file has no size. An archive's writer tells the kinds apart without opening anything but regular files.
    private static bool IsRegular(string path)
    {
        using var archive = new MemoryStream();
        using (var writer = new TarWriter(archive, leaveOpen: true))
        {
            try
            {
                writer.WriteEntry(path, "file");
            }
            catch (IOException)
            {
                return false;
            }
        }

        archive.Position = 0;
        using var reader = new TarReader(archive);
        return reader.GetNextEntry() is { EntryType: TarEntryType.RegularFile };
    }
}
