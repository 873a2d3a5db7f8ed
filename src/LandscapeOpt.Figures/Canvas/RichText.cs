using System.Text;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>A piece of text whose letters share one shape and one height.</summary>
/// <param name="Text">The letters.</param>
/// <param name="Script">0 on the line, 1 superscript, -1 subscript.</param>
/// <param name="Italic">Slanted, whatever the style says.</param>
public readonly record struct TextRun(string Text, int Script, bool Italic);

/// <summary>
/// One line of text with sub- and superscripts and slanted letters. Text from users (names of runs, say) comes in as a plain string and is
/// never read as markup; only Unicode's own scripts (w₁, 10⁻³) are set as real sub- and superscripts in it. Markup is read by
/// <see cref="Parse"/> alone.
/// </summary>
/// <remarks>
/// Markup: <c>_x</c> or <c>_{max}</c> subscript, <c>^2</c> or <c>^{-3}</c> superscript, <c>*w*</c> slanted, and <c>\</c> before any of
/// <c>_ ^ * \ { }</c> for the character itself. Inside a script a hyphen before a digit becomes a minus sign. Markup never fails:
/// a marker without its partner stands for itself.
/// </remarks>
public sealed class RichText
{
    private RichText(IReadOnlyList<TextRun> runs)
    {
        Runs = runs;
        PlainText = string.Concat(runs.Select(run => run.Text));
    }

    /// <summary>The pieces, in order.</summary>
    public IReadOnlyList<TextRun> Runs { get; }

    /// <summary>The letters alone, for readers who cannot see them.</summary>
    public string PlainText { get; }

    /// <summary>Takes a string as it is.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator RichText(string text) => Plain(text);

    /// <summary>Takes a string as it is.</summary>
    /// <param name="text">The string; control characters and line ends become spaces.</param>
    public static RichText Plain(string text)
    {
        var builder = new RunBuilder();
        foreach (char c in text)
            builder.Add(c, 0, isItalic: false);
        return new(builder.Finish());
    }

    /// <summary>Reads markup (see the remarks of this class).</summary>
    /// <param name="markup">The text with markup.</param>
    public static RichText Parse(string markup)
    {
        var builder = new RunBuilder();
        bool italic = false;
        for (int i = 0; i < markup.Length; i++)
        {
            char c = markup[i];
            if (c == '\\' && i + 1 < markup.Length && IsMarker(markup[i + 1]))
            {
                builder.Add(markup[++i], 0, italic);
            }
            else if (c == '*' && (italic || HasPartner(markup, i + 1)))
            {
                italic = !italic;
            }
            else if (c is '_' or '^' && ScriptEnd(markup, i + 1) is int end && end > 0)
            {
                AddScript(builder, markup.AsSpan(i + 1, end - i - 1), c == '_' ? -1 : 1, italic);
                i = end - 1;
            }
            else
            {
                builder.Add(c, 0, italic);
            }
        }

        return new(builder.Finish());
    }

    /// <summary>Makes any text safe to be put into markup.</summary>
    /// <param name="text">The text.</param>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 8);
        foreach (char c in text)
            (IsMarker(c) ? builder.Append('\\') : builder).Append(c);
        return builder.ToString();
    }

    private static bool IsMarker(char c) => c is '_' or '^' or '*' or '\\' or '{' or '}';

    private static bool HasPartner(string s, int from)
    {
        for (int i = from; i < s.Length; i++)
        {
            if (s[i] == '\\')
                i++;
            else if (s[i] == '*')
                return true;
        }

        return false;
    }

    // The index after a script's argument, or -1 where there is none.
    private static int ScriptEnd(string s, int from)
    {
        if (from >= s.Length || char.IsWhiteSpace(s[from]))
            return -1;
        if (s[from] != '{')
            return from + (s[from] == '\\' || char.IsHighSurrogate(s[from]) ? 2 : 1) is int end && end <= s.Length ? end : -1;
        for (int i = from + 1; i < s.Length; i++)
        {
            if (s[i] == '\\')
                i++;
            else if (s[i] == '}')
                return i + 1;
        }

        return -1;
    }

    private static void AddScript(RunBuilder builder, ReadOnlySpan<char> argument, int script, bool italic)
    {
        ReadOnlySpan<char> inside = argument[0] == '{' ? argument[1..^1] : argument;
        for (int i = 0; i < inside.Length; i++)
        {
            char c = inside[i];
            if (c == '\\' && i + 1 < inside.Length && IsMarker(inside[i + 1]))
                c = inside[++i];
            else if (c == '*')
            {
                italic = !italic;
                continue;
            }
            else if (c == '-' && i + 1 < inside.Length && char.IsAsciiDigit(inside[i + 1]))
                c = '−';
            builder.Add(c, script, italic);
        }
    }

    private sealed class RunBuilder
    {
        private readonly List<TextRun> runs = [];
        private readonly StringBuilder current = new();
        private int script;
        private bool italic;

        public void Add(char c, int atScript, bool isItalic)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
                c = ' ';
            if (atScript == 0 && UnicodeScripts.TryResolve(c, out char plain, out int itsScript))
                (c, atScript) = (plain, itsScript);
            if (current.Length > 0 && (atScript != script || isItalic != italic))
                Flush();
            (script, italic) = (atScript, isItalic);
            current.Append(c);
        }

        public List<TextRun> Finish()
        {
            Flush();
            return runs;
        }

        private void Flush()
        {
            if (current.Length > 0)
                runs.Add(new(current.ToString(), script, italic));
            current.Clear();
        }
    }
}
