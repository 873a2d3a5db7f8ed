using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>The sizes of text in figures, in points.</summary>
public static class Typography
{
    /// <summary>The figure's title.</summary>
    public const double Title = 15;

    /// <summary>What stands under the title.</summary>
    public const double Subtitle = 9.5;

    /// <summary>The name of a panel.</summary>
    public const double Heading = 11;

    /// <summary>Names of axes, direct labels, legends.</summary>
    public const double Label = 9;

    /// <summary>Numbers at ticks.</summary>
    public const double Tick = 8.5;

    /// <summary>Numbers on contour lines.</summary>
    public const double Contour = 7;

    // A last line below this share of the width looks left over.
    private const double ShortLine = 0.4;

    /// <summary>The text with its apostrophes as they are printed; single quotation marks stay as they are.</summary>
    /// <param name="text">The text.</param>
    public static string Polish(string text)
    {
        char[] letters = text.ToCharArray();
        bool isQuoting = false;
        for (int i = 0; i < letters.Length; i++)
        {
            if (text[i] == '\'')
            {
                bool hasLetterBefore = i > 0 && char.IsLetter(text[i - 1]), hasLetterAfter = i + 1 < text.Length && char.IsLetter(text[i + 1]);
                letters[i] = hasLetterBefore && (hasLetterAfter || !isQuoting) ? '’' : '\'';
                isQuoting = letters[i] == '’' ? isQuoting : !isQuoting;
            }
        }

        return new(letters);
    }

    /// <summary>Shortens a text with an ellipsis until it fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is drawn.</param>
    /// <param name="width">The room in points.</param>
    public static string Fit(string text, TextStyle style, double width)
    {
        if (Width(text, style) <= width)
        {
            return text;
        }

        (int low, int high) = (0, text.Length);
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Width(string.Concat(text.AsSpan(0, middle).TrimEnd(), "…"), style) <= width ? (middle, high) : (low, middle - 1);
        }

        low = low > 0 && char.IsHighSurrogate(text[low - 1]) ? low - 1 : low;
        return string.Concat(text.AsSpan(0, low).TrimEnd(), "…");
    }

    /// <summary>Shortens a name in its middle until it fits: names of runs often differ at their ends.</summary>
    /// <param name="name">The name.</param>
    /// <param name="style">How it is drawn.</param>
    /// <param name="width">The room in points.</param>
    public static string FitName(string name, TextStyle style, double width)
    {
        if (Width(name, style) <= width)
        {
            return name;
        }

        for (int kept = name.Length - 1; kept > 3; kept--)
        {
            int tail = kept / 2, head = kept - tail;
            bool splits = char.IsHighSurrogate(name[head - 1]) || char.IsLowSurrogate(name[^tail]);
            string text = string.Concat(name.AsSpan(0, head).TrimEnd(), "…", name.AsSpan(name.Length - tail).TrimStart());
            if (!splits && Width(text, style) <= width)
            {
                return text;
            }
        }

        return Fit(name, style, width);
    }

    /// <summary>
    /// Breaks a text into lines between words: as few as possible, then so that no word is left alone on the last one; a last line that is
    /// too long is shortened.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is drawn.</param>
    /// <param name="width">The room in points.</param>
    /// <param name="most">The largest count of lines.</param>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, double width, int most)
    {
        List<string> lines = Greedy(text, style, width, most);
        if (lines.Count < 2 || Width(lines[^1], style) >= ShortLine * width)
        {
            return lines;
        }

        // The widest narrower column in which the last line is no longer short, as long as the lines stay as many.
        for (double share = 0.98; share >= 0.5; share -= 0.02)
        {
            List<string> narrower = Greedy(text, style, share * width, most);
            if (narrower.Count > lines.Count || !string.Equals(string.Join(' ', narrower), string.Join(' ', lines), StringComparison.Ordinal))
            {
                break;
            }

            if (Width(narrower[^1], style) >= Math.Min(ShortLine, share) * width)
            {
                return narrower;
            }
        }

        return lines;
    }

    private static List<string> Greedy(string text, TextStyle style, double width, int most)
    {
        var lines = new List<string>();
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < words.Length;)
        {
            if (lines.Count == most - 1)
            {
                lines.Add(Fit(string.Join(' ', words[at..]), style, width));
                break;
            }

            string line = words[at++];
            while (at < words.Length && Width(line + " " + words[at], style) <= width)
            {
                line += " " + words[at++];
            }

            lines.Add(Fit(line, style, width));
        }

        return lines;
    }

    /// <summary>How wide a text is, in points.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How it is drawn.</param>
    public static double Width(RichText text, TextStyle style) => Typesetter.Measure(text, style).Width;
}
