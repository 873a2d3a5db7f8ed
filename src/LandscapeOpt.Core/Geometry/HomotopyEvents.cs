using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Geometry;

/// <summary>Finds what happens on a curve of critical points: folds, where α turns back, and places where an eigenvalue changes sign without one.</summary>
internal static class HomotopyEvents
{
    internal static IEnumerable<HomotopyEvent> On(HomotopyBranch branch, int index, HomotopyFollower follower, Domain window)
    {
        IReadOnlyList<HomotopySample> s = branch.Samples;
        for (int i = 1; i < s.Count; i++)
        {
            // Along the curve the determinant of the Hessian changes sign at folds and at pitchforks.
            if (Determinant(s[i - 1]) * Determinant(s[i]) >= 0 || !CriticalPoints.IsInside(window, s[i].At))
            {
                continue;
            }

            HomotopySample before = s[Math.Max(0, i - 3)], after = s[Math.Min(s.Count - 1, i + 2)];
            bool isFold = Turns(s, i);
            (Point at, double alpha) = isFold ? Fold(follower, s[i - 1], s[i]) : Crossing(s[i - 1], s[i]);
            HomotopySample here = follower.Sample(at, alpha);
            HomotopyEventKind kind = !isFold ? HomotopyEventKind.Pitchfork : before.Alpha > alpha || after.Alpha > alpha ? HomotopyEventKind.Birth : HomotopyEventKind.Merger;
            (string a, string b) = (Homotopy.Describe(before.Kind), Homotopy.Describe(after.Kind));
            string where = $"at ({Homotopy.Number(at.X)}, {Homotopy.Number(at.Y)})";
            string what = kind switch
            {
                HomotopyEventKind.Birth => $"{a} and {b} are born {where}",
                HomotopyEventKind.Merger => $"{a} and {b} merge and vanish {where}",
                _ => $"{(before.Alpha < after.Alpha ? a : b)} becomes {(before.Alpha < after.Alpha ? b : a)} {where}, where branches meet (pitchfork)",
            };
            yield return new(kind, alpha, at, here.Loss, index, $"At α = {Homotopy.Number(alpha)} {what}.");
        }
    }

    private static double Determinant(HomotopySample sample) => sample.Spectrum.Low * sample.Spectrum.High;

    // Whether α is extreme near this place of the curve.
    private static bool Turns(IReadOnlyList<HomotopySample> s, int i)
    {
        HomotopySample a = s[Math.Max(0, i - 2)], b = s[Math.Min(s.Count - 1, i + 1)];
        double left = s[i - 1].Alpha - a.Alpha, right = b.Alpha - s[i].Alpha;
        return left == 0 || right == 0 ? (s[i].Alpha - s[i - 1].Alpha) * (left + right) < 0 : left * right < 0;
    }

    // Where gradient and determinant vanish: Newton's method in (x, y, α) with the determinant's derivatives from differences.
    private static (Point At, double Alpha) Fold(HomotopyFollower follower, HomotopySample a, HomotopySample b)
    {
        double share = Determinant(a) / (Determinant(a) - Determinant(b));
        double x = a.At.X + (share * (b.At.X - a.At.X)), y = a.At.Y + (share * (b.At.Y - a.At.Y)), alpha = a.Alpha + (share * (b.Alpha - a.Alpha));
        (double x0, double y0, double alpha0) = (x, y, alpha);
        double far = 4 * ((b.At - a.At).Norm + Math.Abs(b.Alpha - a.Alpha)) + 1e-9;
        for (int i = 0; i < 12; i++)
        {
            double[] f = Equations(x, y, alpha);
            const double H = 1e-6;
            double[] dx = Difference(Equations(x + H, y, alpha), Equations(x - H, y, alpha)), dy = Difference(Equations(x, y + H, alpha), Equations(x, y - H, alpha));
            double[] da = Difference(Equations(x, y, alpha + H), Equations(x, y, alpha - H));
            double determinant = Det(dx, dy, da);
            (double sx, double sy, double sa) = (Det(f, dy, da) / determinant, Det(dx, f, da) / determinant, Det(dx, dy, f) / determinant);
            if (!double.IsFinite(sx + sy + sa))
            {
                break;
            }

            (x, y, alpha) = (x - sx, y - sy, alpha - sa);
            if (Math.Abs(sx) + Math.Abs(sy) + Math.Abs(sa) < 1e-14)
            {
                break;
            }

            double[] Difference(double[] p, double[] q) => [(p[0] - q[0]) / (2 * H), (p[1] - q[1]) / (2 * H), (p[2] - q[2]) / (2 * H)];
        }

        return Math.Abs(x - x0) + Math.Abs(y - y0) + Math.Abs(alpha - alpha0) <= far ? (new(x, y), alpha) : (new(x0, y0), alpha0);

        double[] Equations(double px, double py, double pa)
        {
            Jet<Real> f = follower.Mixed(new(px, py), pa);
            return [f.X, f.Y, (f.XX * f.YY) - (f.XY * f.XY)];
        }
    }

    private static double Det(double[] a, double[] b, double[] c) =>
        (a[0] * ((b[1] * c[2]) - (b[2] * c[1]))) - (b[0] * ((a[1] * c[2]) - (a[2] * c[1]))) + (c[0] * ((a[1] * b[2]) - (a[2] * b[1])));

    private static (Point At, double Alpha) Crossing(HomotopySample a, HomotopySample b)
    {
        double share = Determinant(a) / (Determinant(a) - Determinant(b));
        return (a.At + (share * (b.At - a.At)), a.Alpha + (share * (b.Alpha - a.Alpha)));
    }
}
