using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class ContourTests
{
    private static readonly RectD Unit = new(0, 0, 100, 80);

    [Fact]
    public void Lines_of_a_plane_are_exact()
    {
        ScalarField field = Field(41, 31, (x, y) => x + (2 * y));
        ContourLines lines = ContourTracer.Trace(field, [-1.3, 0.2, 1.7]);
        Assert.Equal(3, lines.Lines.Count);
        foreach (ContourLine line in lines.Lines)
        {
            double level = new[] { -1.3, 0.2, 1.7 }[line.Level];
            foreach (PointD p in lines.PointsOf(line))
            {
                double x = (2 * p.X / 40) - 1, y = (2 * p.Y / 30) - 1;
                Assert.Equal(level, x + (2 * y), 12);
            }
        }
    }

    [Fact]
    public void A_bowl_gives_one_ring_per_level_with_the_right_area()
    {
        ScalarField field = Field(201, 201, (x, y) => (x * x) + (y * y));
        ContourLines lines = ContourTracer.Trace(field, [0.04, 0.25, 0.81]);
        Assert.Equal(3, lines.Lines.Count);
        foreach (ContourLine line in lines.Lines)
        {
            Assert.True(line.IsRing);
            double area = 0;
            ReadOnlySpan<PointD> p = lines.PointsOf(line);
            for (int i = 1; i < p.Length; i++)
            {
                area += ((p[i - 1].X * p[i].Y) - (p[i].X * p[i - 1].Y)) / 2;
            }

            // High side on the left: around a basin the ring runs clockwise, y upward.
            double level = new[] { 0.04, 0.25, 0.81 }[line.Level];
            Assert.Equal(-Math.PI * level, area / 10_000, 3);
        }
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(-1.0, false)]
    public void The_saddle_of_the_interpolant_decides_which_corners_are_connected(double lift, bool highConnected)
    {
        // Corners 4 + lift, 0, 4 + lift, 0 around: the interpolant's saddle lies at 2 + lift / 2.
        var field = new ScalarField(Domain.Square(1), 2, 2, [4 + lift, 0, 0, 4 + lift]);
        ContourLines lines = ContourTracer.Trace(field, [2]);
        Assert.Equal(2, lines.Lines.Count);
        foreach (ContourLine line in lines.Lines)
        {
            // A line cuts off one corner; where the high corners are connected it is a low one.
            ReadOnlySpan<PointD> p = lines.PointsOf(line);
            var middle = new PointD(0.5 * (p[0].X + p[1].X), 0.5 * (p[0].Y + p[1].Y));
            bool nearLow = Math.Min(Distance(middle, new(1, 0)), Distance(middle, new(0, 1))) < Math.Min(Distance(middle, new(0, 0)),
                Distance(middle, new(1, 1)));
            Assert.Equal(highConnected, nearLow);
        }
    }

    [Fact]
    public void Every_crossed_edge_is_visited_once_and_open_lines_end_at_the_border()
    {
        var random = new Random(7);
        for (int trial = 0; trial < 40; trial++)
        {
            (int columns, int rows) = (random.Next(2, 14), random.Next(2, 14));
            ScalarField field = Noise(columns, rows, random);
            double[] levels = [-0.5, 0, 0.1, 0.6];
            ContourLines lines = ContourTracer.Trace(field, levels);
            for (int level = 0; level < levels.Length; level++)
            {
                int crossed = 0;
                for (int j = 0; j < rows; j++)
                {
                    for (int i = 0; i < columns; i++)
                    {
                        bool high = field.Values[(j * columns) + i] >= levels[level];
                        crossed += i + 1 < columns && high != field.Values[(j * columns) + i + 1] >= levels[level] ? 1 : 0;
                        crossed += j + 1 < rows && high != field.Values[((j + 1) * columns) + i] >= levels[level] ? 1 : 0;
                    }
                }

                int visited = lines.LinesOf(level).ToArray().Sum(l => l.IsRing ? l.Count - 1 : l.Count);
                Assert.Equal(crossed, visited);
            }

            foreach (ContourLine line in lines.Lines.Where(l => !l.IsRing))
            {
                ReadOnlySpan<PointD> p = lines.PointsOf(line);
                Assert.True(OnBorder(p[0]) && OnBorder(p[^1]));
            }

            bool OnBorder(PointD p) => p.X == 0 || p.Y == 0 || p.X == columns - 1 || p.Y == rows - 1;
        }
    }

    [Fact]
    public void A_region_holds_exactly_the_samples_that_are_high()
    {
        var random = new Random(11);
        for (int trial = 0; trial < 40; trial++)
        {
            (int columns, int rows) = (random.Next(3, 16), random.Next(3, 16));
            ScalarField field = Noise(columns, rows, random);
            double[] levels = [-0.7, -0.1, 0.3];
            ContourLines lines = ContourTracer.Trace(field, levels).OnCanvas(Unit, 0);
            for (int level = 0; level < levels.Length; level++)
            {
                VectorPath region = lines.Region(level, Unit, field.Values[0] >= levels[level]);
                for (int j = 0; j < rows; j++)
                {
                    for (int i = 0; i < columns; i++)
                    {
                        // A hair inside the frame, so that samples on the border are not on the region's border too.
                        double x = Math.Clamp(Unit.Width * i / (columns - 1), 1e-7, Unit.Width - 1e-7), y =
                            Math.Clamp(Unit.Bottom - (Unit.Height * j / (rows - 1)), 1e-7, Unit.Height - 1e-7);
                        Assert.Equal(field.Values[(j * columns) + i] >= levels[level], IsInside(region, new(x, y)));
                    }
                }
            }
        }
    }

    [Fact]
    public void Values_that_are_not_finite_do_no_harm()
    {
        ScalarField field = Field(20, 20, (x, y) => x < -0.5 ? double.NaN : x > 0.8 ? double.PositiveInfinity : y > 0.9 ? double.NegativeInfinity : x * y);
        Assert.True(field.HasUndefined);
        Assert.True(field.IsUndefined(0, 0));
        Assert.False(field.IsUndefined(19, 0));
        Assert.True(double.IsFinite(field.Min) && double.IsFinite(field.Max));
        foreach (ContourLine line in ContourTracer.Trace(field, ContourLevels.Choose(field, 10)).Lines)
        {
            Assert.True(line.Count >= 2);
        }
    }

    [Fact]
    public void Simplified_lines_stay_within_the_tolerance()
    {
        var random = new Random(3);
        for (int trial = 0; trial < 200; trial++)
        {
            var line = new PointD[200];
            double heading = 0;
            for (int i = 1; i < line.Length; i++)
            {
                heading += (random.NextDouble() - 0.5) * 0.8;
                line[i] = new(line[i - 1].X + Math.Cos(heading), line[i - 1].Y + Math.Sin(heading));
            }

            var kept = new List<PointD>();
            Simplifier.Simplify(line, 0.1, kept);
            Assert.Equal(line[0], kept[0]);
            Assert.Equal(line[^1], kept[^1]);
            Assert.True(kept.Count < line.Length);
            int segment = 0;
            foreach (PointD p in line)
            {
                segment = segment + 1 < kept.Count - 1 && p == kept[segment + 1] ? segment + 1 : segment;
                Assert.True(ToSegment(p, kept[segment], kept[segment + 1]) <= 0.1 + 1e-9);
            }
        }
    }

    private static ScalarField Field(int columns, int rows, Func<double, double, double> f)
    {
        double[] values = new double[columns * rows];
        for (int j = 0; j < rows; j++)
        {
            for (int i = 0; i < columns; i++)
            {
                values[(j * columns) + i] = f((2.0 * i / (columns - 1)) - 1, (2.0 * j / (rows - 1)) - 1);
            }
        }

        return new(Domain.Square(1), columns, rows, values);
    }

    private static ScalarField Noise(int columns, int rows, Random random) => Field(columns, rows, (_, _) => (2 * random.NextDouble()) - 1);

    private static double Distance(PointD a, PointD b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static double ToSegment(PointD p, PointD a, PointD b)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y, square = (dx * dx) + (dy * dy);
        double t = square > 0 ? Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / square, 0, 1) : 0;
        return Distance(p, new(a.X + (t * dx), a.Y + (t * dy)));
    }

    private static bool IsInside(VectorPath path, PointD p)
    {
        bool inside = false;
        ReadOnlySpan<PointD> points = path.Points;
        (PointD start, PointD last) = (default, default);
        int at = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            PointD next = verb == PathVerb.Close ? start : points[at++];
            if (verb == PathVerb.Move)
            {
                start = next;
            }
            else if (last.Y > p.Y != next.Y > p.Y && p.X < ((next.X - last.X) * (p.Y - last.Y) / (next.Y - last.Y)) + last.X)
            {
                inside = !inside;
            }

            last = next;
        }

        return inside;
    }
}
