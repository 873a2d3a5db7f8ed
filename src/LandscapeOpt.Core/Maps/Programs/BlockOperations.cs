using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Maps.Programs.OperationTypes;

namespace LandscapeOpt.Maps.Programs;

/// <summary>Applies one operation to blocks of lanes: the choice of operation is made once a block instead of once a point.</summary>
/// <remarks>The loops are compiled at their best at once: a map is often done before the runtime has second thoughts about a method.</remarks>
internal static class BlockOperations
{
    // Quotients and remainders within these bounds neither overflow nor lose bits to underflow.
    private const double Least = 1e-200, Largest = 1e200, LeastDivisor = 1e-50, LargestDivisor = 1e50, HalfUlp = 5.551115123125783e-17;

    /// <summary>Whether a division by this constant can be done without dividing.</summary>
    public static bool IsPlainDivisor(double value) => Math.Abs(value) is >= LeastDivisor and <= LargestDivisor;

    /// <summary>Carries out one instruction.</summary>
    /// <param name="i">The instruction.</param>
    /// <param name="file">Where its operands are.</param>
    /// <param name="count">How many lanes of each register are used.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<T>(in Instruction i, scoped in BlockFile<T> file, int count)
        where T : struct, ILane<T>, IReal<T>
    {
        nint end = (nint)count * Unsafe.SizeOf<T>();
        switch (i.Operation)
        {
            case Operation.Add:
                Two<T, Add>(i, file, end);
                break;
            case Operation.Subtract:
                Two<T, Subtract>(i, file, end);
                break;
            case Operation.Negate:
                One<T, Negate>(i, file, end);
                break;
            case Operation.Multiply:
                Two<T, Multiply>(i, file, end);
                break;
            case Operation.Divide:
                Two<T, Divide>(i, file, end);
                break;
            case Operation.Square:
                One<T, Square>(i, file, end);
                break;
            case Operation.Sqrt:
                One<T, Sqrt>(i, file, end);
                break;
            case Operation.Exp:
                One<T, Exp>(i, file, end);
                break;
            case Operation.Log:
                One<T, Log>(i, file, end);
                break;
            case Operation.Sin:
                One<T, Sin>(i, file, end);
                break;
            case Operation.Cos:
                One<T, Cos>(i, file, end);
                break;
            case Operation.Tanh:
                One<T, Tanh>(i, file, end);
                break;
            case Operation.Pow:
                Two<T, Pow>(i, file, end);
                break;
            case Operation.Atan2:
                Two<T, Atan2>(i, file, end);
                break;
            case Operation.Hypot:
                Two<T, Hypot>(i, file, end);
                break;
            case Operation.Abs:
                One<T, Abs>(i, file, end);
                break;
            case Operation.Max:
                Two<T, Max>(i, file, end);
                break;
            case Operation.Min:
                Two<T, Min>(i, file, end);
                break;
            case Operation.IfPositive:
                Three<T, IfPositive>(i, file, end);
                break;
            case Operation.MultiplyAdd:
                Three<T, MultiplyAdd>(i, file, end);
                break;
            case Operation.MultiplySubtract:
                Three<T, MultiplySubtract>(i, file, end);
                break;
            case Operation.SubtractProduct:
                Three<T, SubtractProduct>(i, file, end);
                break;
            case Operation.AddProducts:
                Four<T, AddProducts>(i, file, end);
                break;
            case Operation.SubtractProducts:
                Four<T, SubtractProducts>(i, file, end);
                break;
            case Operation.MultiplyThree:
                Three<T, MultiplyThree>(i, file, end);
                break;
            case Operation.AddThree:
                Three<T, AddThree>(i, file, end);
                break;
            case Operation.DivideByConstant:
                DivideByConstant(i, file, end);
                break;
            case Operation.UnguardedSin:
                Plain<T, UnguardedSin>(i, file, end);
                break;
            case Operation.UnguardedCos:
                Plain<T, UnguardedCos>(i, file, end);
                break;
            case Operation.UnguardedExp:
                Plain<T, UnguardedExp>(i, file, end);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(i));
        }
    }

    // Division is many times slower than what it takes to get the same bits from the constant's reciprocal: with the reciprocal rounded correctly
    // and a quotient within an ulp, adding the remainder times the reciprocal rounds correctly (Markstein 1990, doi:10.1147/rd.341.0111). The plain
    // product is as near as that where the reciprocal's relative error is at most 2^-54; else it takes one such step to get there.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DivideByConstant<T>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, ILane<T>, IReal<T>
    {
        ref T target = ref file[i.Target], a = ref file[i.A];
        double divisor = file[i.B][0], inverse = 1 / divisor;
        bool isNear = Math.Abs(Math.FusedMultiplyAdd(inverse, divisor, -1)) <= HalfUlp;
        T b = divisor, reciprocal = inverse;
        for (nint k = 0; k < end; k += Unsafe.SizeOf<T>())
        {
            T dividend = At(ref a, k), size = T.Abs(dividend);
            if (T.AllAtMost(Least, size) && T.AllAtMost(size, Largest))
            {
                T quotient = dividend * reciprocal;
                if (!isNear)
                {
                    quotient = T.FusedMultiplyAdd(T.FusedMultiplyAdd(-quotient, b, dividend), reciprocal, quotient);
                }

                At(ref target, k) = T.FusedMultiplyAdd(T.FusedMultiplyAdd(-quotient, b, dividend), reciprocal, quotient);
            }
            else
            {
                At(ref target, k) = dividend / b;
            }
        }
    }

    // Two at a time in every loop: constants are loaded once for both, and their chains of operations run beside each other.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<T, TFunction>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, IReal<T>
        where TFunction : struct, IUnary
    {
        ref T target = ref file[i.Target], a = ref file[i.A];
        nint size = Unsafe.SizeOf<T>(), k = 0;
        for (; k + size < end; k += 2 * size)
        {
            T first = TFunction.Of(At(ref a, k));
            T second = TFunction.Of(At(ref a, k + size));
            (At(ref target, k), At(ref target, k + size)) = (first, second);
        }

        if (k < end)
        {
            At(ref target, k) = TFunction.Of(At(ref a, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plain<T, TFunction>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, ILane<T>, IReal<T>
        where TFunction : struct, IPlainUnary
    {
        ref T target = ref file[i.Target], a = ref file[i.A];
        nint size = Unsafe.SizeOf<T>(), k = 0;
        for (; k + size < end; k += 2 * size)
        {
            (At(ref target, k), At(ref target, k + size)) = (TFunction.Of(At(ref a, k)), TFunction.Of(At(ref a, k + size)));
        }

        if (k < end)
        {
            At(ref target, k) = TFunction.Of(At(ref a, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two<T, TFunction>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, IReal<T>
        where TFunction : struct, IBinary
    {
        ref T target = ref file[i.Target], a = ref file[i.A], b = ref file[i.B];
        nint size = Unsafe.SizeOf<T>(), k = 0;
        for (; k + size < end; k += 2 * size)
        {
            T first = TFunction.Of(At(ref a, k), At(ref b, k));
            T second = TFunction.Of(At(ref a, k + size), At(ref b, k + size));
            (At(ref target, k), At(ref target, k + size)) = (first, second);
        }

        if (k < end)
        {
            At(ref target, k) = TFunction.Of(At(ref a, k), At(ref b, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Three<T, TFunction>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, IReal<T>
        where TFunction : struct, ITernary
    {
        ref T target = ref file[i.Target], a = ref file[i.A], b = ref file[i.B], c = ref file[i.C];
        nint size = Unsafe.SizeOf<T>(), k = 0;
        for (; k + size < end; k += 2 * size)
        {
            T first = TFunction.Of(At(ref a, k), At(ref b, k), At(ref c, k));
            T second = TFunction.Of(At(ref a, k + size), At(ref b, k + size), At(ref c, k + size));
            (At(ref target, k), At(ref target, k + size)) = (first, second);
        }

        if (k < end)
        {
            At(ref target, k) = TFunction.Of(At(ref a, k), At(ref b, k), At(ref c, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<T, TFunction>(in Instruction i, scoped in BlockFile<T> file, nint end)
        where T : struct, IReal<T>
        where TFunction : struct, IQuaternary
    {
        ref T target = ref file[i.Target], a = ref file[i.A], b = ref file[i.B], c = ref file[i.C], d = ref file[i.D];
        nint size = Unsafe.SizeOf<T>(), k = 0;
        for (; k + size < end; k += 2 * size)
        {
            T first = TFunction.Of(At(ref a, k), At(ref b, k), At(ref c, k), At(ref d, k));
            T second = TFunction.Of(At(ref a, k + size), At(ref b, k + size), At(ref c, k + size), At(ref d, k + size));
            (At(ref target, k), At(ref target, k + size)) = (first, second);
        }

        if (k < end)
        {
            At(ref target, k) = TFunction.Of(At(ref a, k), At(ref b, k), At(ref c, k), At(ref d, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(ref T first, nint bytes) => ref Unsafe.AddByteOffset(ref first, bytes);
}
