using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class ExactCoverageTests
{
    private const double OneLevel = 1 / 255.0;

    [Fact]
    public void A_rectangle_covers_each_pixel_by_its_overlap()
    {
        double[,] coverage = CanvasProbe.Coverage(6, 5, c => c.Fill(VectorPath.Rectangle(new(1.3, 0.75, 2.9, 2.5)), Color.Black));
        for (int y = 0; y < 5; y++)
        {
            for (int x = 0; x < 6; x++)
                Assert.Equal(Overlap(x, 1.3, 4.2) * Overlap(y, 0.75, 3.25), coverage[x, y], OneLevel / 2);
        }

        static double Overlap(int cell, double from, double to) => Math.Max(0, Math.Min(cell + 1, to) - Math.Max(cell, from));
    }

    [Theory]
    [InlineData(10, 10, 7.3)]
    [InlineData(12.37, 9.81, 3.14)]
    [InlineData(10.5, 10.5, 0.4)]
    [InlineData(60, 10, 55)]
    public void A_circle_covers_each_pixel_by_the_area_of_the_disc_in_it(double x, double y, double radius)
    {
        double[,] expected = DiscCoverage(20, 20, x, y, radius);
        CanvasProbe.AssertClose(expected, CanvasProbe.Coverage(20, 20, c => c.Fill(VectorPath.Circle(new(x, y), radius), Color.Black)), OneLevel);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(23.7)]
    [InlineData(45)]
    [InlineData(88.9)]
    [InlineData(137)]
    public void A_thin_line_at_an_odd_angle_covers_each_pixel_by_its_overlap(double degrees)
    {
        foreach (double width in (double[])[0.2, 0.75, 1.6])
        {
            Affine turn = Affine.Translation(15.3, 14.8) * Affine.Rotation(degrees);
            PointD[] corners = [.. new PointD[] { new(-9, -width / 2), new(9, -width / 2), new(9, width / 2), new(-9, width / 2) }.Select(turn.Apply)];
            VectorPath line = VectorPath.Segment(turn.Apply(new(-9, 0)), turn.Apply(new(9, 0)));
            double[,] actual = CanvasProbe.Coverage(30, 30, c => c.Stroke(line, new(Color.Black, width)));
            CanvasProbe.AssertClose(CoverageReference.Sample([corners], FillRule.NonZero, 30, 30, 2048), actual, OneLevel);
        }
    }

    [Fact]
    public void A_ring_is_the_difference_of_two_discs()
    {
        double[,] outer = DiscCoverage(20, 20, 10, 10, 8), inner = DiscCoverage(20, 20, 10, 10, 6.5), expected = new double[20, 20];
        for (int i = 0; i < 400; i++)
            expected[i % 20, i / 20] = outer[i % 20, i / 20] - inner[i % 20, i / 20];
        CanvasProbe.AssertClose(expected, CanvasProbe.Coverage(20, 20, c => c.Stroke(VectorPath.Circle(new(10, 10), 7.25), new(Color.Black, 1.5))),
            2 * OneLevel);
        VectorPath both = VectorPath.Circle(new(10, 10), 8).Append(VectorPath.Circle(new(10, 10), 6.5));
        CanvasProbe.AssertClose(expected, CanvasProbe.Coverage(20, 20, c => c.Fill(both, Color.Black, FillRule.EvenOdd)), 2 * OneLevel);
        CanvasProbe.AssertClose(outer, CanvasProbe.Coverage(20, 20, c => c.Fill(both, Color.Black)), OneLevel);
    }

    [Fact]
    public void A_stroke_is_the_set_of_points_near_its_line_however_it_crosses_itself()
    {
        var random = new Random(5);
        for (int trial = 0; trial < 12; trial++)
        {
            PointD[] line = [.. Enumerable.Range(0, 3 + trial).Select(_ => new PointD(2 + (16 * random.NextDouble()), 2 + (16 * random.NextDouble())))];
            bool closed = trial % 2 == 0;
            double width = 0.3 + (3 * random.NextDouble());
            double[,] actual = CanvasProbe.Coverage(20, 20, c => c.Stroke(
                VectorPath.Polyline(line, closed), new(Color.Black, width, LineJoin.Round, LineCap.Round)));
            CanvasProbe.AssertClose(NearLine(line, closed, width / 2), actual, 0.03);
        }
    }

    private static double[,] DiscCoverage(int width, int height, double x, double y, double radius)
    {
        const int Lines = 2000;
        var coverage = new double[width, height];
        for (int i = 0; i < height * Lines; i++)
        {
            double dy = ((i + 0.5) / Lines) - y, half = Math.Sqrt(Math.Max(0, (radius * radius) - (dy * dy)));
            for (int column = 0; column < width; column++)
                coverage[column, i / Lines] += Math.Max(0, Math.Min(column + 1, x + half) - Math.Max(column, x - half)) / Lines;
        }

        return coverage;
    }

    private static double[,] NearLine(PointD[] line, bool closed, double distance)
    {
        const int Samples = 24;
        var coverage = new double[20, 20];
        for (int i = 0; i < 400 * Samples * Samples; i++)
        {
            int pixel = i / (Samples * Samples), sample = i % (Samples * Samples);
            PointD p = new((pixel % 20) + (((sample % Samples) + 0.5) / Samples), (pixel / 20) + (((sample / Samples) + 0.5) / Samples));
            bool near = false;
            for (int k = 0; k < line.Length - (closed ? 0 : 1) && !near; k++)
                near = Distance(p, line[k], line[(k + 1) % line.Length]) <= distance;
            if (near)
                coverage[pixel % 20, pixel / 20] += 1.0 / (Samples * Samples);
        }

        return coverage;
    }

    private static double Distance(PointD p, PointD a, PointD b)
    {
        PointD d = b - a, v = p - a;
        double t = Math.Clamp(((v.X * d.X) + (v.Y * d.Y)) / ((d.X * d.X) + (d.Y * d.Y)), 0, 1);
        return v.DistanceTo(t * d);
    }
}
