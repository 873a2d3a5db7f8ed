using System.Text;

namespace LandscapeOpt.Catalogues;

/// <summary>Names of enumeration members as files and command lines write them: ToTarget is "to-target".</summary>
public static class Kebab
{
    /// <summary>The kebab-case name.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var text = new StringBuilder();
        foreach (char letter in value.ToString())
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary>The member of that kebab-case name.</summary>
    /// <exception cref="ArgumentException">No member has that name.</exception>
    public static TEnum Parse<TEnum>(string name)
        where TEnum : struct, Enum
    {
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Of(value), name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw new ArgumentException($"'{name}' is none of {string.Join(", ", Enum.GetValues<TEnum>().Select(Of))}.", nameof(name));
    }
}
