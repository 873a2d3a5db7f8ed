using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// A landscape's loss and gradient as a program for blocks of points. Landscapes whose code is not known when the tool is compiled, like typed
/// formulas and mixtures, run through it; so do large built-in formulas, which compilers no longer keep in registers.
/// </summary>
public sealed class BlockProgram
{
    private BlockProgram(ILandscape landscape, GradientSequence sequence)
    {
        int[] results = [sequence.Value, sequence.GradientX, sequence.GradientY];
        var file = new Registers(sequence.Steps, Code.Of(sequence.Steps, [.. results, sequence.Guard ?? sequence.Value]), [.. results, sequence.Guard ?? sequence.Value]);
        Landscape = landscape;
        Constants = file.Constants;
        Registers = file.Count;
        Guard = sequence.Guard is { } guard ? file[guard] : null;

        // Registers of results become the caller's memory, unless something else lives there: x, y, a constant, or another result.
        var callers = new Dictionary<int, int> { [file.X] = BlockFile<Real>.X, [file.Y] = BlockFile<Real>.Y };
        var copies = new List<(int From, int To)>();
        for (int k = 0; k < results.Length; k++)
        {
            int own = file[results[k]], callersOwn = BlockFile<Real>.Loss - k;
            if (own < Constants.Length || own == Guard || !callers.TryAdd(own, callersOwn))
            {
                copies.Add((callers.GetValueOrDefault(own, own), callersOwn));
            }
        }

        Copies = copies;
        Instructions = [.. file.Instructions.Select(i => new Instruction(i.Operation, Of(i.Target), Of(i.A), Of(i.B), Of(i.C), Of(i.D)))];

        int Of(int register) => callers.GetValueOrDefault(register, register);
    }

    /// <summary>The landscape that it computes.</summary>
    public ILandscape Landscape { get; }

    /// <summary>How many operations it does for each point.</summary>
    public int Operations => Instructions.Length;

    internal Instruction[] Instructions { get; }

    /// <summary>Results that are a constant, a coordinate or another result.</summary>
    internal IReadOnlyList<(int From, int To)> Copies { get; }

    internal double[] Constants { get; }

    internal int Registers { get; }

    internal int? Guard { get; }

    /// <summary>The program of a landscape: its formula, written down while it works on symbols instead of numbers.</summary>
    public static BlockProgram Of(ILandscape landscape) => new(landscape, GradientSequence.Of(landscape));

    /// <summary>Memory to run it with; one for each thread.</summary>
    public BlockEvaluator<T> Start<T>()
        where T : struct, ILane<T>, IReal<T> => new(this);
}
