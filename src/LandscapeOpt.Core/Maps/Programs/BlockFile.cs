using System.Runtime.CompilerServices;

namespace LandscapeOpt.Maps.Programs;

/// <summary>The registers of a block program: its own memory, and the caller's for points and results, so that nothing is copied.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly ref struct BlockFile<T>
{
    /// <summary>The register that is the caller's x; the others of the caller follow downwards.</summary>
    public const int X = -1, Y = -2, Loss = -3, GradientX = -4, GradientY = -5;

    private readonly ref T own;
    private readonly ref T x;
    private readonly ref T y;
    private readonly ref T loss;
    private readonly ref T gradientX;
    private readonly ref T gradientY;
    private readonly int stride;

    public BlockFile(ref T own, int stride, ref T x, ref T y, ref T loss, ref T gradientX, ref T gradientY)
    {
        this.own = ref own;
        this.stride = stride;
        this.x = ref x;
        this.y = ref y;
        this.loss = ref loss;
        this.gradientX = ref gradientX;
        this.gradientY = ref gradientY;
    }

    /// <summary>The first lane of a register.</summary>
    public ref T this[int register]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (register >= 0) return ref Unsafe.Add(ref own, register * stride);
            if (register == X) return ref x;
            if (register == Y) return ref y;
            if (register == GradientX) return ref gradientX;
            return ref register == GradientY ? ref gradientY : ref loss;
        }
    }
}
