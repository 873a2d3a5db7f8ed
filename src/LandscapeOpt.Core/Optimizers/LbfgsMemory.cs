using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>The last steps s and gradient changes y of L-BFGS, and the two-loop recursion over them.</summary>
/// <remarks>
/// There is one slot more than pairs, so a copy of this struct stays valid when the original keeps one more pair: a step that is decided
/// against, or skipped, leaves no trace.
/// </remarks>
internal struct LbfgsMemory(int capacity)
{
    private readonly Vec2<Real>[] s = new Vec2<Real>[capacity + 1], y = new Vec2<Real>[capacity + 1];
    private readonly double[] r = new double[capacity + 1], a = new double[capacity + 1];
    private int newest = -1, count;
    private double scale = 1;

    /// <summary>Keeps a pair of positive curvature, in place of the oldest where the memory is full.</summary>
    internal void Keep(Vec2<Real> step, Vec2<Real> change)
    {
        double curvature = Vec2<Real>.Dot(change, step);
        if (curvature > 1e-10)
        {
            newest = (newest + 1) % s.Length;
            count = Math.Min(count + 1, s.Length - 1);
            (s[newest], y[newest], r[newest]) = (step, change, 1 / curvature);
            scale = curvature / Vec2<Real>.Dot(change, change);
        }
    }

    /// <summary>−B g, B the inverse Hessian that the pairs imply.</summary>
    internal readonly Vec2<Real> Direction(Vec2<Real> g)
    {
        Vec2<Real> q = -g;
        for (int age = 0; age < count; age++)
        {
            int i = Slot(age);
            a[i] = r[i] * Vec2<Real>.Dot(s[i], q);
            q -= (Real)a[i] * y[i];
        }

        q = (Real)scale * q;
        for (int age = count - 1; age >= 0; age--)
        {
            int i = Slot(age);
            q += (Real)(a[i] - (r[i] * Vec2<Real>.Dot(y[i], q))) * s[i];
        }

        return q;
    }

    private readonly int Slot(int age) => (newest - age + s.Length) % s.Length;
}
