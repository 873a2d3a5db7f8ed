using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

internal partial struct NearDual<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Square(NearDual<T> a)
    {
        T slope = a.v + a.v;
        NearDual<T> r;
        r.v = T.Square(a.v);
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Sqrt(NearDual<T> a)
    {
        T root = T.Sqrt(a.v);
        T slope = T.IfPositive(root, (T)0.5 / root, 0);
        NearDual<T> r;
        r.v = root;
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Exp(NearDual<T> a)
    {
        NearDual<T> r;
        r.v = Elementary.ExpPlain(a.v);
        r.dx = r.v * a.dx;
        r.dy = r.v * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Log(NearDual<T> a)
    {
        T slope = (T)1 / a.v;
        NearDual<T> r;
        r.v = T.Log(a.v);
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Sin(NearDual<T> a)
    {
        T slope = Elementary.CosDirect(a.v);
        NearDual<T> r;
        r.v = Elementary.SinDirect(a.v);
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Cos(NearDual<T> a)
    {
        T slope = -Elementary.SinDirect(a.v);
        NearDual<T> r;
        r.v = Elementary.CosDirect(a.v);
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Tanh(NearDual<T> a)
    {
        T tanh = T.Tanh(a.v);
        T slope = (T)1 - T.Square(tanh);
        NearDual<T> r;
        r.v = tanh;
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Abs(NearDual<T> a)
    {
        T slope = T.IfPositive(a.v, 1, T.IfPositive(-a.v, -1, 0));
        NearDual<T> r;
        r.v = T.Abs(a.v);
        r.dx = slope * a.dx;
        r.dy = slope * a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Pow(NearDual<T> a, NearDual<T> b)
    {
        T power = T.Pow(a.v, b.v), slope = T.IfPositive(T.Abs(b.v), b.v * T.Pow(a.v, b.v - 1), b.v);
        T growth = b.varies == 0 ? default : T.IfPositive(a.v, power * T.Log(a.v), 0);
        NearDual<T> r;
        r.v = power;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = slope * a.dx;
        else if ((a.varies & AlongX) == 0) r.dx = growth * b.dx;
        else r.dx = T.SumOfProducts(slope, a.dx, growth, b.dx);
        if ((b.varies & AlongY) == 0) r.dy = slope * a.dy;
        else if ((a.varies & AlongY) == 0) r.dy = growth * b.dy;
        else r.dy = T.SumOfProducts(slope, a.dy, growth, b.dy);
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Atan2(NearDual<T> y, NearDual<T> x)
    {
        T square = T.SumOfProducts(x.v, x.v, y.v, y.v), byY = x.v / square, byX = -y.v / square;
        NearDual<T> r;
        r.v = T.Atan2(y.v, x.v);
        r.varies = y.varies | x.varies;
        if ((x.varies & AlongX) == 0) r.dx = byY * y.dx;
        else if ((y.varies & AlongX) == 0) r.dx = byX * x.dx;
        else r.dx = T.SumOfProducts(byY, y.dx, byX, x.dx);
        if ((x.varies & AlongY) == 0) r.dy = byY * y.dy;
        else if ((y.varies & AlongY) == 0) r.dy = byX * x.dy;
        else r.dy = T.SumOfProducts(byY, y.dy, byX, x.dy);
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Hypot(NearDual<T> a, NearDual<T> b)
    {
        T h = T.Hypot(a.v, b.v), byA = T.IfPositive(h, a.v / h, 0), byB = T.IfPositive(h, b.v / h, 0);
        NearDual<T> r;
        r.v = h;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = byA * a.dx;
        else if ((a.varies & AlongX) == 0) r.dx = byB * b.dx;
        else r.dx = T.SumOfProducts(byA, a.dx, byB, b.dx);
        if ((b.varies & AlongY) == 0) r.dy = byA * a.dy;
        else if ((a.varies & AlongY) == 0) r.dy = byB * b.dy;
        else r.dy = T.SumOfProducts(byA, a.dy, byB, b.dy);
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Max(NearDual<T> a, NearDual<T> b) => Choose(T.Max(a.v, b.v), a.v - b.v, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Min(NearDual<T> a, NearDual<T> b) => Choose(T.Min(a.v, b.v), a.v - b.v, b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> IfPositive(NearDual<T> test, NearDual<T> then, NearDual<T> otherwise) =>
        Choose(T.IfPositive(test.v, then.v, otherwise.v), test.v, then, otherwise);

    // Here both derivatives are needed as they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static NearDual<T> Choose(T value, T test, NearDual<T> then, NearDual<T> otherwise)
    {
        NearDual<T> r;
        r.v = value;
        r.dx = T.IfPositive(test, (then.varies & AlongX) == 0 ? 0 : then.dx, (otherwise.varies & AlongX) == 0 ? 0 : otherwise.dx);
        r.dy = T.IfPositive(test, (then.varies & AlongY) == 0 ? 0 : then.dy, (otherwise.varies & AlongY) == 0 ? 0 : otherwise.dy);
        r.varies = then.varies | otherwise.varies;
        return r;
    }
}
