using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>Runs a <see cref="BlockProgram"/>. Not safe for several threads at once.</summary>
/// <typeparam name="T">The lanes.</typeparam>
public sealed class BlockEvaluator<T>
    where T : struct, ILane<T>, IReal<T>
{
    // All registers together stay well inside the smallest first-level cache in use.
    private const int LargestFile = 24 * 1024;

    private const int CacheLine = 64;

    // For so many blocks the full program alone is run where the brief one was of little use.
    private const int Patience = 64;

    private readonly BlockProgram program;
    private readonly TermGradient<T>? whole;
    private readonly byte[] memory;
    private readonly int start;
    private BlockEvaluator<T>? otherwise;
    private int impatience;

    internal BlockEvaluator(BlockProgram program, TermGradient<T>? whole)
    {
        (this.program, this.whole) = (program, whole);
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
    /// Loss and gradient at points. The bits are those of <see cref="Landscapes.ILandscape.At"/> on <see cref="Dual{T}"/>, except that zeros among the
    /// derivatives have any sign (<see cref="Dual{T}.Gradient"/> has positive ones). Does not allocate, except once for where a brief program does not do.
    /// </summary>
    /// <param name="x">The points' x.</param>
    /// <param name="y">The points' y; as many as x, like the results, none of which may overlap them.</param>
    /// <param name="loss">Gets the losses; empty for a program without.</param>
    /// <param name="gradientX">Gets the derivatives along x.</param>
    /// <param name="gradientY">Gets the derivatives along y.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Evaluate(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> loss, Span<T> gradientX, Span<T> gradientY)
    {
        if (y.Length != x.Length || gradientX.Length != x.Length || gradientY.Length != x.Length || loss.Length != (program.HasLoss ? x.Length : 0))
        {
            throw new ArgumentException("The spans must be of equal length.", nameof(y));
        }

        for (int at = 0; at < x.Length; at += Block)
        {
            int count = Math.Min(Block, x.Length - at);
            Span<T> losses = program.HasLoss ? loss.Slice(at, count) : loss;
            RunBlock(x.Slice(at, count), y.Slice(at, count), losses, gradientX.Slice(at, count), gradientY.Slice(at, count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlock(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> loss, Span<T> gradientX, Span<T> gradientY)
    {
        bool isImpatient = impatience > 0;
        impatience -= isImpatient ? 1 : 0;
        if (isImpatient || (program.IsUnmixed && !IsNear(x, y)))
        {
            Otherwise.Evaluate(x, y, loss, gradientX, gradientY);
            return;
        }

        if (whole is not null)
        {
            whole.Evaluate(x, y, gradientX, gradientY);
            return;
        }

        Run(x, y, loss, gradientX, gradientY);
        if (!program.IsUnmixed && program.Otherwise is not null)
        {
            LookAt(x, y, loss, gradientX, gradientY);
        }
    }

    // The sum may be beyond reach where no point is; maps rarely go as far.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsNear(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
    {
        T sum = 0;
        for (int k = 0; k < x.Length; k++)
        {
            sum += T.Abs(x[k]) + T.Abs(y[k]);
        }

        return T.AllAtMost(sum, program.Reach);
    }

    // Runs the program that leaves nothing out where what was left out may matter.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookAt(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> loss, Span<T> gradientX, Span<T> gradientY)
    {
        int again = 0;
        ReadOnlySpan<T> guards = program.Guard is { } guard ? Register(guard)[..x.Length] : [];
        for (int k = 0; k < x.Length; k++)
        {
            // NaN or infinite where anything is not finite.
            T product = gradientX[k] * gradientY[k];
            product += guards.IsEmpty ? 0 : guards[k];
            product += loss.IsEmpty ? 0 : 0 * loss[k];
            if (!(T.AllAtMost(T.Abs(product), double.MaxValue) && T.AllAtMost(T.Max(T.Abs(x[k]), T.Abs(y[k])), program.Reach)))
            {
                again++;
                Otherwise.Evaluate(x.Slice(k, 1), y.Slice(k, 1), loss.IsEmpty ? loss : loss.Slice(k, 1), gradientX.Slice(k, 1), gradientY.Slice(k, 1));
            }
        }

        impatience = 4 * again > x.Length ? Patience : 0;
    }

    private BlockEvaluator<T> Otherwise => otherwise ??= new(program.Otherwise!, whole: null);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    }

    private Span<T> Register(int index) =>
        MemoryMarshal.Cast<byte, T>(memory.AsSpan(start + (index * Block * Unsafe.SizeOf<T>()), Block * Unsafe.SizeOf<T>()));
}
