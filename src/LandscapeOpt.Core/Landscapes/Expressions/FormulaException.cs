using System.Globalization;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>A formula that cannot be read: where, and what was expected there.</summary>
/// <param name="offset">The position of the first offending character, from 0; the text's length at its end.</param>
/// <param name="problem">What is wrong there, without the position.</param>
public sealed class FormulaException(int offset, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"column {offset + 1}: {problem}"))
{
    /// <summary>The position of the first offending character, from 0.</summary>
    public int Offset { get; } = offset;

    /// <summary>The same position as editors count, from 1.</summary>
    public int Column => Offset + 1;

    /// <summary>What is wrong there, without the position.</summary>
    public string Problem { get; } = problem;
}
