using System.Numerics;
using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>The runs of a block on their lanes: points, states, and who is still running.</summary>
/// <typeparam name="TState">The optimizer's state.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="vectors">The largest number of vectors.</param>
internal sealed class ActiveRuns<TState, T>(int vectors)
    where TState : struct
    where T : struct, ILane<T>, IReal<T>
{
    private readonly int[] places = new int[vectors * T.Count];
    private int running;
    private T[]? savedX, savedY;
    private TState[]? savedStates;

    /// <summary>The number of vectors in use.</summary>
    internal int Count { get; private set; }

    /// <summary>x, vector by vector.</summary>
    internal T[] X { get; } = new T[vectors];

    /// <summary>y, vector by vector.</summary>
    internal T[] Y { get; } = new T[vectors];

    /// <summary>The optimizer's memory, vector by vector.</summary>
    internal TState[] States { get; } = new TState[vectors];

    /// <summary>The lanes of each vector whose runs have not ended.</summary>
    internal uint[] Alive { get; } = new uint[vectors];

    /// <summary>The run on each lane, by its index in the block; -1 where there is none.</summary>
    internal ReadOnlySpan<int> Places => places.AsSpan(0, Count * T.Count);

    /// <summary>Puts each run of a block on its lane; lanes that are left over repeat the last run and count as ended.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Load(LaneBlock block)
    {
        running = block.Count;
        Count = (running + T.Count - 1) / T.Count;
        for (int v = 0; v < Count; v++)
        {
            Alive[v] = 0;
            for (int lane = 0; lane < T.Count; lane++)
            {
                int place = (v * T.Count) + lane, from = Math.Min(place, running - 1);
                places[place] = place < running ? place : -1;
                Alive[v] |= place < running ? 1u << lane : 0;
                (X[v], Y[v]) = (X[v].With(lane, block.X[from]), Y[v].With(lane, block.Y[from]));
            }
        }
    }

    /// <summary>Notes where all are, to come back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Save()
    {
        savedX ??= new T[vectors];
        savedY ??= new T[vectors];
        savedStates ??= new TState[vectors];
        X.AsSpan(0, Count).CopyTo(savedX);
        Y.AsSpan(0, Count).CopyTo(savedY);
        States.AsSpan(0, Count).CopyTo(savedStates);
    }

    /// <summary>Puts all back to where they were. Runs that have left since then stay away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Restore()
    {
        savedX.AsSpan(0, Count).CopyTo(X);
        savedY.AsSpan(0, Count).CopyTo(Y);
        savedStates.AsSpan(0, Count).CopyTo(States);
    }

    /// <summary>Takes a run off its lane, and tells which it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal int Remove(int v, int lane)
    {
        int place = places[(v * T.Count) + lane];
        places[(v * T.Count) + lane] = -1;
        Alive[v] &= ~(1u << lane);
        running--;
        return place;
    }

    /// <summary>Moves the remaining runs together, so that ended ones cost nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Compact(LaneMemory<T> memory)
    {
        for (int v = Count - 1; v >= 0; v--)
        {
            if (Alive[v] == 0)
            {
                Drop(v, memory);
            }
        }

        bool canMove = LaneLayout<TState, T>.CanMove && memory.CanMove;
        for (int hole = 0; canMove && running <= (Count - 1) * T.Count; Count--)
        {
            for (uint lanes = Alive[Count - 1]; lanes != 0; lanes &= lanes - 1)
            {
                while (Alive[hole / T.Count] >> (hole % T.Count) is var rest && (rest & 1) != 0)
                {
                    hole++;
                }

                Move(Count - 1, BitOperations.TrailingZeroCount(lanes), hole / T.Count, hole % T.Count, memory);
            }
        }

        for (int v = 0; v < Count; v++)
        {
            Fill(v, memory, canMove);
        }
    }

    private void Move(int from, int fromLane, int to, int toLane, LaneMemory<T> memory)
    {
        Copy(from, fromLane, to, toLane, memory, withState: true);
        places[(to * T.Count) + toLane] = places[(from * T.Count) + fromLane];
        Alive[to] |= 1u << toLane;
    }

    // Ended runs on a running vector repeat one that runs: they may have run away to where arithmetic is slow.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(int v, LaneMemory<T> memory, bool withState)
    {
        int model = BitOperations.TrailingZeroCount(Alive[v]);
        for (uint lanes = ~Alive[v] & LaneBits.All<T>(); lanes != 0; lanes &= lanes - 1)
        {
            Copy(v, model, v, BitOperations.TrailingZeroCount(lanes), memory, withState);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(int from, int fromLane, int to, int toLane, LaneMemory<T> memory, bool withState)
    {
        (X[to], Y[to]) = (X[to].With(toLane, X[from][fromLane]), Y[to].With(toLane, Y[from][fromLane]));
        if (withState)
        {
            LaneLayout<TState, T>.Copy(ref States[from], fromLane, ref States[to], toLane);
            memory.Move(from, fromLane, to, toLane);
        }
    }

    private void Drop(int v, LaneMemory<T> memory)
    {
        int last = --Count;
        if (v == last)
        {
            return;
        }

        (X[v], Y[v], States[v], Alive[v]) = (X[last], Y[last], States[last], Alive[last]);
        places.AsSpan(last * T.Count, T.Count).CopyTo(places.AsSpan(v * T.Count));
        memory.Replace(v, last);
    }
}
