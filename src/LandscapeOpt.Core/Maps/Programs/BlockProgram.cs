using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>
/// A landscape's loss and gradient as a program for blocks of points. Landscapes whose code is not known when the tool is compiled, like typed
/// formulas and mixtures, run through it; so do large built-in formulas, which compilers no longer keep in registers.
/// </summary>
public sealed class BlockProgram
{
    private BlockProgram(ILandscape landscape, GradientSequence sequence, double reach, bool isPlain, BlockProgram? otherwise)
    {
        int[] results = sequence.Results, lasting = sequence.Guard is { } last && !isPlain ? [.. results, last] : results;
        var file = new Registers(sequence.Steps, Code.Of(sequence.Steps, lasting), lasting);
        (Landscape, Reach, IsUnmixed, Otherwise) = (landscape, reach, isPlain, otherwise);
        HasLoss = sequence.Value is not null;
        Constants = file.Constants;
        Registers = file.Count;
        Guard = sequence.Guard is { } guard && !isPlain ? file[guard] : null;

        // Registers of results become the caller's memory, unless something else lives there: x, y, a constant, or another result.
        var callers = new Dictionary<int, int> { [file.X] = BlockFile<Real>.X, [file.Y] = BlockFile<Real>.Y };
        var copies = new List<(int From, int To)>();
        for (int k = 0; k < results.Length; k++)
        {
            int own = file[results[k]], callersOwn = (HasLoss ? BlockFile<Real>.Loss : BlockFile<Real>.GradientX) - k;
            if (own < Constants.Length || own == Guard || !callers.TryAdd(own, callersOwn))
            {
                copies.Add((callers.GetValueOrDefault(own, own), callersOwn));
            }
        }

        Copies = [.. copies];
        Instructions = [.. file.Instructions.Select(i => new Instruction(Kind(i), Of(i.Target), Of(i.A), Of(i.B), Of(i.C), Of(i.D)))];

        int Of(int register) => callers.GetValueOrDefault(register, register);

        Operation Kind(Instruction i) => i.Operation switch
        {
            Operation.Divide when i.B < file.Constants.Length && BlockOperations.IsPlainDivisor(file.Constants[i.B]) => Operation.DivideByConstant,
            Operation.Sin when isPlain => Operation.UnguardedSin,
            Operation.Cos when isPlain => Operation.UnguardedCos,
            Operation.Exp when isPlain => Operation.UnguardedExp,
            var operation => operation,
        };
    }

    /// <summary>The landscape that it computes.</summary>
    public ILandscape Landscape { get; }

    /// <summary>Whether it computes the loss and not only the gradient.</summary>
    public bool HasLoss { get; }

    /// <summary>How many operations it does for each point.</summary>
    public int Operations => Instructions.Length;

    internal Instruction[] Instructions { get; }

    /// <summary>Results that are a constant, a coordinate or another result.</summary>
    internal (int From, int To)[] Copies { get; }

    internal double[] Constants { get; }

    internal int Registers { get; }

    internal int? Guard { get; }

    /// <summary>How far from the origin the program does: at larger coordinates what it leaves out may matter.</summary>
    internal double Reach { get; }

    /// <summary>
    /// Whether it is proved that within <see cref="Reach"/> everything is finite and every angle and exponent usual; else results are
    /// looked at.
    /// </summary>
    internal bool IsUnmixed { get; }

    /// <summary>The program that leaves less out, for where that may matter; null for the one that leaves nothing out.</summary>
    internal BlockProgram? Otherwise { get; }

    /// <summary>The program of a landscape: its formula, written down while it works on symbols instead of numbers.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="withLoss">Whether the loss is asked for beside the gradient.</param>
    public static BlockProgram Of(ILandscape landscape, bool withLoss = true)
    {
        GradientSequence full = GradientSequence.Of(landscape, withLoss, inFull: true), brief = GradientSequence.Of(landscape, withLoss, inFull: false);
        var inFull = new BlockProgram(landscape, full, double.PositiveInfinity, isPlain: false, otherwise: null);
        var guarded = new BlockProgram(landscape, brief, brief.NeedsReach ? OperationBounds.Reach : double.PositiveInfinity, isPlain: false, inFull);
        double reach = OperationBounds.UnguardedReach(full.Steps, landscape.Info.Domain);
        return reach > 0 ? new(landscape, brief, reach, isPlain: true, guarded) : guarded;
    }

    /// <summary>Memory to run it with; one for each thread.</summary>
    public BlockEvaluator<T> Start<T>()
        where T : struct, ILane<T>, IReal<T> => new(this, whole: null);

    /// <summary>The same; near points are computed by code that is compiled for this formula, if it is short enough.</summary>
    internal BlockEvaluator<T> StartCompiled<T>()
        where T : struct, ILane<T>, IReal<T> => new(this, IsUnmixed && !HasLoss ? TermGradient<T>.Of(Landscape) : null);
}
