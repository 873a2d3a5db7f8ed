using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>A formula as a flat list of operations on registers.</summary>
internal sealed class FormulaProgram
{
    private const int LargestStackFile = 16 * 1024;

    private readonly double[] constants;
    private readonly Instruction[] code;
    private readonly int registers;
    private readonly int result;

    private FormulaProgram(Sequence sequence, int root)
    {
        var file = new Registers(sequence.Steps, root);
        constants = file.Constants;
        registers = file.Count;
        result = file[root];
        code = [.. sequence.Steps
            .Select((step, i) => new Instruction(step.Operation, file[i], file[step.A], file[step.B], file[step.C]))
            .Where(i => i.Operation is not (Operation.Constant or Operation.X or Operation.Y))];
        Kinks = [.. code.Select(i => NameOfKink(i.Operation)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The operations that can make the function unsmooth.</summary>
    public IReadOnlyList<string> Kinks { get; }

    /// <summary>The program of a graph.</summary>
    public static FormulaProgram Of(Symbol formula)
    {
        var sequence = new Sequence();
        return new(sequence, sequence.Place(formula.Node));
    }

    /// <summary>Runs the program.</summary>
    public T Evaluate<T>(T x, T y)
        where T : struct, IReal<T>
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            return Run(x, y, new T[registers]);
        }

        int size = registers * Unsafe.SizeOf<T>();
        if (size <= LargestStackFile)
        {
            Span<byte> memory = stackalloc byte[size];
            return Run(x, y, MemoryMarshal.Cast<byte, T>(memory));
        }

        T[] rented = ArrayPool<T>.Shared.Rent(registers);
        T value = Run(x, y, rented.AsSpan(0, registers));
        ArrayPool<T>.Shared.Return(rented);
        return value;
    }

    private static string? NameOfKink(Operation operation) => operation switch
    {
        Operation.Abs => "abs",
        Operation.Max => "max",
        Operation.Min => "min",
        Operation.Sqrt => "sqrt",
        Operation.Pow => "power",
        Operation.Log => "log",
        Operation.Divide => "/",
        Operation.Atan2 => "atan2",
        Operation.IfPositive => "sign",
        _ => null,
    };

    private T Run<T>(T x, T y, Span<T> file)
        where T : struct, IReal<T>
    {
        for (int i = 0; i < constants.Length; i++)
        {
            file[i] = constants[i];
        }

        file[constants.Length] = x;
        file[constants.Length + 1] = y;
        foreach (Instruction i in code)
        {
            file[i.Target] = Arithmetic.Apply(i.Operation, file[i.A], file[i.B], file[i.C]);
        }

        // A zero of either sign becomes +0, so that programs which leave out products with zero give the same bits.
        return file[result] + 0;
    }
}

/// <summary>An operation on registers.</summary>
internal readonly record struct Instruction(Operation Operation, int Target, int A, int B, int C);
