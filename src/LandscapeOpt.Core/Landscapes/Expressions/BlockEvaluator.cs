using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>Runs a <see cref="BlockProgram"/>. Not safe for several threads at once.</summary>
/// <typeparam name="T">The lanes.</typeparam>
public sealed class BlockEvaluator<T>
    where T : struct, ILane<T>, IReal<T>
{
    // All registers together stay well inside the smallest first-level cache in use.
    private const int LargestFile = 24 * 1024;

    private const int CacheLine = 64;

    private readonly BlockProgram program;
    private readonly byte[] memory;
    private readonly int start;

    internal BlockEvaluator(BlockProgram program)
    {
        this.program = program;
        Block = Math.Clamp(LargestFile / (program.Registers * Unsafe.SizeOf<T>()), 4, 32);

        // Vectors that straddle two cache lines cost twice.
        memory = GC.AllocateArray<byte>(CacheLine + (program.Registers * Block * Unsafe.SizeOf<T>()), pinned: true);
        start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0) & (CacheLine - 1));
        for (int i = 0; i < program.Constants.Length; i++)
        {
            Register(i).Fill(program.Constants[i]);
        }
    }

    /// <summary>How many lane vectors it works on at a time; multiples of it are the fastest.</summary>
    public int Block { get; }

    /// <summary>
    /// Loss and gradient at points. The bits are those of <see cref="ILandscape.At"/> on <see cref="Dual{T}"/>, except that a derivative of 0 may
    /// have the other sign. Does not allocate.
    /// </summary>
    /// <param name="x">The points' x.</param>
    /// <param name="y">The points' y; as many as x, like the results, none of which may overlap them.</param>
    /// <param name="loss">Gets the losses.</param>
    /// <param name="gradientX">Gets the derivatives along x.</param>
    /// <param name="gradientY">Gets the derivatives along y.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> loss, Span<T> gradientX, Span<T> gradientY)
    {
        if (y.Length != x.Length || loss.Length != x.Length || gradientX.Length != x.Length || gradientY.Length != x.Length)
        {
            throw new ArgumentException("The spans must be of equal length.", nameof(y));
        }

        for (int at = 0; at < x.Length; at += Block)
        {
            int count = Math.Min(Block, x.Length - at);
            Run(x.Slice(at, count), y.Slice(at, count), loss.Slice(at, count), gradientX.Slice(at, count), gradientY.Slice(at, count));
        }
    }

    private void Run(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> loss, Span<T> gradientX, Span<T> gradientY)
    {
        var file = new BlockFile<T>(
            ref MemoryMarshal.GetReference(Register(0)),
            Block,
            ref MemoryMarshal.GetReference(x),
            ref MemoryMarshal.GetReference(y),
            ref MemoryMarshal.GetReference(loss),
            ref MemoryMarshal.GetReference(gradientX),
            ref MemoryMarshal.GetReference(gradientY));
        foreach (ref readonly Instruction instruction in program.Instructions.AsSpan())
        {
            BlockOperations.Apply(instruction, file, x.Length);
        }

        foreach ((int from, int to) in program.Copies)
        {
            MemoryMarshal.CreateReadOnlySpan(ref file[from], x.Length).CopyTo(MemoryMarshal.CreateSpan(ref file[to], x.Length));
        }

        ReadOnlySpan<T> guards = program.Guard is { } guard ? Register(guard)[..loss.Length] : loss;
        for (int k = 0; k < loss.Length; k++)
        {
            if (!T.AllAtMost(T.Abs(loss[k] + gradientX[k] + gradientY[k] + guards[k]), double.MaxValue))
            {
                (loss[k], gradientX[k], gradientY[k]) = InFull(x[k], y[k]);
            }
        }
    }

    /// <summary>Leaves nothing out, where what was left out may matter.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (T Loss, T X, T Y) InFull(T x, T y)
    {
        Dual<T> f = program.Landscape.At(Dual<T>.VariableX(x), Dual<T>.VariableY(y));
        return (f.Value, f.X, f.Y);
    }

    private Span<T> Register(int index) =>
        MemoryMarshal.Cast<byte, T>(memory.AsSpan(start + (index * Block * Unsafe.SizeOf<T>()), Block * Unsafe.SizeOf<T>()));
}
