using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>Applies one operation to blocks of lanes: the choice of operation is made once a block instead of once a point.</summary>
internal static class BlockOperations
{
    private interface IOperation
    {
        static abstract Operation Name { get; }
    }

    /// <summary>Carries out one instruction.</summary>
    /// <param name="i">The instruction.</param>
    /// <param name="file">Where its operands are.</param>
    /// <param name="count">How many lanes of each register are used.</param>
    public static void Apply<T>(in Instruction i, scoped in BlockFile<T> file, int count)
        where T : struct, IReal<T>
    {
        ref T target = ref file[i.Target], a = ref file[i.A], b = ref file[i.B];
        ref T c = ref file[i.C], d = ref file[i.D];
        nint end = (nint)count * Unsafe.SizeOf<T>();
        switch (i.Operation)
        {
            case Operation.Add:
                Two<T, Add>(ref target, ref a, ref b, end);
                break;
            case Operation.Subtract:
                Two<T, Subtract>(ref target, ref a, ref b, end);
                break;
            case Operation.Negate:
                One<T, Negate>(ref target, ref a, end);
                break;
            case Operation.Multiply:
                Two<T, Multiply>(ref target, ref a, ref b, end);
                break;
            case Operation.Divide:
                Two<T, Divide>(ref target, ref a, ref b, end);
                break;
            case Operation.Square:
                One<T, Square>(ref target, ref a, end);
                break;
            case Operation.Sqrt:
                One<T, Sqrt>(ref target, ref a, end);
                break;
            case Operation.Exp:
                One<T, Exp>(ref target, ref a, end);
                break;
            case Operation.Log:
                One<T, Log>(ref target, ref a, end);
                break;
            case Operation.Sin:
                One<T, Sin>(ref target, ref a, end);
                break;
            case Operation.Cos:
                One<T, Cos>(ref target, ref a, end);
                break;
            case Operation.Tanh:
                One<T, Tanh>(ref target, ref a, end);
                break;
            case Operation.Pow:
                Two<T, Pow>(ref target, ref a, ref b, end);
                break;
            case Operation.Atan2:
                Two<T, Atan2>(ref target, ref a, ref b, end);
                break;
            case Operation.Abs:
                One<T, Abs>(ref target, ref a, end);
                break;
            case Operation.Max:
                Two<T, Max>(ref target, ref a, ref b, end);
                break;
            case Operation.Min:
                Two<T, Min>(ref target, ref a, ref b, end);
                break;
            case Operation.IfPositive:
                Three<T, IfPositive>(ref target, ref a, ref b, ref c, end);
                break;
            case Operation.MultiplyAdd:
                Three<T, MultiplyAdd>(ref target, ref a, ref b, ref c, end);
                break;
            case Operation.MultiplySubtract:
                Three<T, MultiplySubtract>(ref target, ref a, ref b, ref c, end);
                break;
            case Operation.SubtractProduct:
                Three<T, SubtractProduct>(ref target, ref a, ref b, ref c, end);
                break;
            case Operation.AddProducts:
                Four<T, AddProducts>(ref target, ref a, ref b, ref c, ref d, end);
                break;
            case Operation.SubtractProducts:
                Four<T, SubtractProducts>(ref target, ref a, ref b, ref c, ref d, end);
                break;
            case Operation.MultiplyThree:
                Three<T, MultiplyThree>(ref target, ref a, ref b, ref c, end);
                break;
            case Operation.AddThree:
                Three<T, AddThree>(ref target, ref a, ref b, ref c, end);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(i));
        }
    }

    private static void One<T, TOperation>(ref T target, ref T a, nint end)
        where T : struct, IReal<T>
        where TOperation : struct, IOperation
    {
        for (nint k = 0; k < end; k += Unsafe.SizeOf<T>())
        {
            At(ref target, k) = Arithmetic.Apply(TOperation.Name, At(ref a, k), default, default, default);
        }
    }

    private static void Two<T, TOperation>(ref T target, ref T a, ref T b, nint end)
        where T : struct, IReal<T>
        where TOperation : struct, IOperation
    {
        for (nint k = 0; k < end; k += Unsafe.SizeOf<T>())
        {
            At(ref target, k) = Arithmetic.Apply(TOperation.Name, At(ref a, k), At(ref b, k), default, default);
        }
    }

    private static void Three<T, TOperation>(ref T target, ref T a, ref T b, ref T c, nint end)
        where T : struct, IReal<T>
        where TOperation : struct, IOperation
    {
        for (nint k = 0; k < end; k += Unsafe.SizeOf<T>())
        {
            At(ref target, k) = Arithmetic.Apply(TOperation.Name, At(ref a, k), At(ref b, k), At(ref c, k), default);
        }
    }

    private static void Four<T, TOperation>(ref T target, ref T a, ref T b, ref T c, ref T d, nint end)
        where T : struct, IReal<T>
        where TOperation : struct, IOperation
    {
        for (nint k = 0; k < end; k += Unsafe.SizeOf<T>())
        {
            At(ref target, k) = Arithmetic.Apply(TOperation.Name, At(ref a, k), At(ref b, k), At(ref c, k), At(ref d, k));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(ref T first, nint bytes) => ref Unsafe.AddByteOffset(ref first, bytes);

    private readonly struct Add : IOperation
    {
        public static Operation Name => Operation.Add;
    }

    private readonly struct Subtract : IOperation
    {
        public static Operation Name => Operation.Subtract;
    }

    private readonly struct Negate : IOperation
    {
        public static Operation Name => Operation.Negate;
    }

    private readonly struct Multiply : IOperation
    {
        public static Operation Name => Operation.Multiply;
    }

    private readonly struct Divide : IOperation
    {
        public static Operation Name => Operation.Divide;
    }

    private readonly struct Square : IOperation
    {
        public static Operation Name => Operation.Square;
    }

    private readonly struct Sqrt : IOperation
    {
        public static Operation Name => Operation.Sqrt;
    }

    private readonly struct Exp : IOperation
    {
        public static Operation Name => Operation.Exp;
    }

    private readonly struct Log : IOperation
    {
        public static Operation Name => Operation.Log;
    }

    private readonly struct Sin : IOperation
    {
        public static Operation Name => Operation.Sin;
    }

    private readonly struct Cos : IOperation
    {
        public static Operation Name => Operation.Cos;
    }

    private readonly struct Tanh : IOperation
    {
        public static Operation Name => Operation.Tanh;
    }

    private readonly struct Pow : IOperation
    {
        public static Operation Name => Operation.Pow;
    }

    private readonly struct Atan2 : IOperation
    {
        public static Operation Name => Operation.Atan2;
    }

    private readonly struct Abs : IOperation
    {
        public static Operation Name => Operation.Abs;
    }

    private readonly struct Max : IOperation
    {
        public static Operation Name => Operation.Max;
    }

    private readonly struct Min : IOperation
    {
        public static Operation Name => Operation.Min;
    }

    private readonly struct IfPositive : IOperation
    {
        public static Operation Name => Operation.IfPositive;
    }

    private readonly struct MultiplyAdd : IOperation
    {
        public static Operation Name => Operation.MultiplyAdd;
    }

    private readonly struct MultiplySubtract : IOperation
    {
        public static Operation Name => Operation.MultiplySubtract;
    }

    private readonly struct SubtractProduct : IOperation
    {
        public static Operation Name => Operation.SubtractProduct;
    }

    private readonly struct AddProducts : IOperation
    {
        public static Operation Name => Operation.AddProducts;
    }

    private readonly struct SubtractProducts : IOperation
    {
        public static Operation Name => Operation.SubtractProducts;
    }

    private readonly struct MultiplyThree : IOperation
    {
        public static Operation Name => Operation.MultiplyThree;
    }

    private readonly struct AddThree : IOperation
    {
        public static Operation Name => Operation.AddThree;
    }
}
