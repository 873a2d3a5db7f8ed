namespace LandscapeOpt.Tests;

/// <summary>Measures what a piece of work allocates.</summary>
internal static class Allocations
{
    /// <summary>
    /// The bytes that the work allocates on this thread; the least of a few tries, because a collection that another thread starts meanwhile counts the
    /// unused rest of this thread's buffer.
    /// </summary>
    /// <param name="prepare">Makes a fresh piece of work; what this allocates does not count.</param>
    internal static long Least(Func<Action> prepare) => Enumerable.Range(0, 5).Min(_ =>
    {
        Action work = prepare();
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
