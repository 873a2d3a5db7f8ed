using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>
/// Where the lanes lie in an optimizer's state, so that one run can be moved to another lane without the optimizer's help. Everything in a
/// state that is not a lane value is the same for all runs of a block: settings and counters of steps.
/// </summary>
/// <typeparam name="TState">The state.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
internal static class LaneLayout<TState, T>
    where TState : struct
    where T : struct, ILane<T>, IReal<T>
{
    private static readonly int[]? Offsets = Find();

    /// <summary>Whether runs can be moved; not where a state keeps arrays or other objects.</summary>
    internal static bool CanMove => Offsets is not null;

    /// <summary>Copies one run's part of a state.</summary>
    internal static void Copy(ref TState from, int fromLane, ref TState to, int toLane)
    {
        ref double source = ref Unsafe.As<TState, double>(ref from), destination = ref Unsafe.As<TState, double>(ref to);
        foreach (int offset in Offsets!)
        {
            Unsafe.Add(ref destination, offset + toLane) = Unsafe.Add(ref source, offset + fromLane);
        }
    }

    // Numbers the state's eight-byte words and looks which numbers its lane values then read.
    private static int[]? Find()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TState>())
        {
            return null;
        }

        TState state = default;
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref state, 1)));
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (ulong)i;
        }

        var offsets = new List<int>();
        Collect(state, offsets);
        return [.. offsets];
    }

    private static void Collect(object value, List<int> offsets)
    {
        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            object part = field.GetValue(value)!;
            if (part is T lanes)
            {
                offsets.Add((int)BitConverter.DoubleToUInt64Bits(lanes[0]));
            }
            else if (!field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
            {
                Collect(part, offsets);
            }
        }
    }
}
