using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Compares maps with the trace engine, bit for bit.</summary>
internal static class MapAssert
{
    /// <summary>All pixels of a map, in one piece.</summary>
    internal static Pixel[] Compute(MapRuns runs, MapOptions options)
    {
        var pixels = new List<Pixel>();
        MapEngine.Execute(runs, options, band =>
        {
            Assert.Equal(pixels.Count, band.FirstRow * band.Width);
            for (int i = 0; i < band.Count; i++)
            {
                pixels.Add(new(band.End(i), band.Loss[i], band.Steps[i], band.Outcomes[i]));
            }
        });
        Assert.Equal(runs.Width * runs.Height, pixels.Count);
        return [.. pixels];
    }

    /// <summary>Checks some pixels, drawn at random, against the runs that they stand for.</summary>
    internal static void EqualsTrace(MapRuns runs, MapOptions options, int seed, int count)
    {
        Pixel[] pixels = Compute(runs, options);
        var random = new Pcg64((ulong)seed);
        for (int i = 0; i < count; i++)
        {
            int pixel = (int)(random.NextDouble() * pixels.Length);
            Run run = runs.At(pixel % runs.Width, pixel / runs.Width);
            Assert.Equal((run.Start, Traced(run)), (run.Start, pixels[pixel]));
        }
    }

    /// <summary>What the trace engine makes of a run.</summary>
    internal static Pixel Traced(Run run)
    {
        RunResult result = Engine.Execute(run, CancellationToken.None);
        return new(result.End, result.Loss, result.Outcome.Step, result.Outcome.Kind);
    }
}

/// <summary>What a pixel shows; doubles are compared by their bits, except that all NaN are one.</summary>
internal readonly record struct Pixel(Point End, double Loss, int Steps, OutcomeKind Outcome)
{
    public bool Equals(Pixel other) => Bits(End.X) == Bits(other.End.X) && Bits(End.Y) == Bits(other.End.Y)
        && Bits(Loss) == Bits(other.Loss) && Steps == other.Steps && Outcome == other.Outcome;

    public override int GetHashCode() => HashCode.Combine(End, Steps);

    private static long Bits(double value) => double.IsNaN(value) ? long.MinValue + 1 : BitConverter.DoubleToInt64Bits(value);
}
