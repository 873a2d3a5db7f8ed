using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>Random gradients for properties of mixing rules.</summary>
internal static class Gradients
{
    /// <summary>Sets of gradients with coordinates of at most three digits, so that ties, zeros and parallels occur.</summary>
    internal static Arbitrary<Point[]> Coarse(int fewest, int most) => Make(fewest, most, Gen.Choose(-4, 4).Select(n => n / 2.0));

    /// <summary>Sets of gradients in general position.</summary>
    internal static Arbitrary<Point[]> Fine(int fewest, int most) => Make(fewest, most, Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 333_333.0));

    /// <summary>Checks a property for 500 sets, always the same.</summary>
    internal static void Hold(Arbitrary<Point[]> sets, Func<Point[], bool> property) =>
        Prop.ForAll(sets, property).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260UL, 11UL));

    private static Arbitrary<Point[]> Make(int fewest, int most, Gen<double> coordinate)
    {
        Gen<Point> gradient = from x in coordinate from y in coordinate select new Point(x, y);
        return Arb.From(from count in Gen.Choose(fewest, most) from set in gradient.ArrayOf(count) select set);
    }
}
