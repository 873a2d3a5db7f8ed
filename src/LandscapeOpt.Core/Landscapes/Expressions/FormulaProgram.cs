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
        var file = new Registers(sequence.Steps, Code.Of(sequence.Steps, [root]), root);
        constants = file.Constants;
        code = file.Instructions;
        registers = file.Count;
        result = file[root];
        Kinks = [.. sequence.Steps.Where(s => !IsSmooth(s, sequence.Steps)).Select(s => NameOfKink(s.Operation)).OfType<string>()
            .Distinct(StringComparer.Ordinal)];
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

    // A quotient by a constant, and the arctangent: the angle of a point to the right of 0.
    private static bool IsSmooth(Step step, IReadOnlyList<Step> steps) => step.Operation switch
    {
        Operation.Divide => steps[step.B].Value is { } divisor && divisor != 0,
        Operation.Atan2 => steps[step.B].Value > 0,
        _ => false,
    };

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
        Operation.Hypot => "hypot",
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
            file[i.Target] = Arithmetic.Apply(i.Operation, file[i.A], file[i.B], file[i.C], file[i.D]);
        }

        return file[result];
    }
}
