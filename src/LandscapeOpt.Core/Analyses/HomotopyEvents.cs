using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Finds what happens on a curve of critical points: folds, where α turns back, and places where an eigenvalue changes sign without one.</summary>
internal static class HomotopyEvents
{
    internal static IEnumerable<HomotopyEvent> On(HomotopyBranch branch, int index, HomotopyFollower follower, Domain window)
    {
        IReadOnlyList<HomotopySample> s = branch.Samples;
        int last = -1;
        for (int i = 0; i < s.Count; i++)
        {
            // Along the curve the determinant of the Hessian changes sign at folds and at pitchforks; a sample may lie right on one.
            if (Determinant(s[i]) == 0)
            {
                continue;
            }

            (int from, last) = (last, i);
            if (from < 0 || Determinant(s[from]) * Determinant(s[i]) > 0 || !CriticalPoints.IsInside(window, s[i].At))
            {
                continue;
            }

            HomotopySample before = s[Math.Max(0, from - 2)], after = s[Math.Min(s.Count - 1, i + 2)];
            bool isFold = Turns(s, from, i);
            (Point at, double alpha) = isFold ? Fold(follower, s[from], s[i]) : Crossing(follower, s[from], s[i]);
            HomotopySample here = follower.Sample(at, alpha);
            HomotopyEventKind kind = !isFold ? HomotopyEventKind.Pitchfork
                : before.Alpha > alpha || after.Alpha > alpha ? HomotopyEventKind.Birth
                : HomotopyEventKind.Merger;
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
    private static bool Turns(IReadOnlyList<HomotopySample> s, int from, int to)
    {
        HomotopySample a = s[Math.Max(0, from - 1)], b = s[Math.Min(s.Count - 1, to + 1)];
        double left = s[from].Alpha - a.Alpha, right = b.Alpha - s[to].Alpha;
        return left == 0 || right == 0 ? (s[to].Alpha - s[from].Alpha) * (left + right) < 0 : left * right < 0;
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
            double[] dx = Difference(Equations(x + H, y, alpha), Equations(x - H, y, alpha));
            double[] dy = Difference(Equations(x, y + H, alpha), Equations(x, y - H, alpha));
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

    // α does not turn here, so that it tells the points between the samples apart: by regula falsi on the determinant, as far as Newton's method
    // settles so near a singular Hessian.
    private static (Point At, double Alpha) Crossing(HomotopyFollower follower, HomotopySample a, HomotopySample b)
    {
        HomotopySample Between()
        {
            double share = Determinant(a) / (Determinant(a) - Determinant(b));
            return new(a.Alpha + (share * (b.Alpha - a.Alpha)), a.At + (share * (b.At - a.At)), 0, default);
        }

        for (int i = 0; i < 60; i++)
        {
            HomotopySample guess = Between();
            if (follower.Polished(guess.At, guess.Alpha) is not { } here || Determinant(here) == 0 || here.Alpha == a.Alpha || here.Alpha == b.Alpha)
            {
                break;
            }

            (a, b) = Determinant(here) * Determinant(a) > 0 ? (here, b) : (a, here);
        }

        HomotopySample end = Between();
        return (end.At, end.Alpha);
    }
}
