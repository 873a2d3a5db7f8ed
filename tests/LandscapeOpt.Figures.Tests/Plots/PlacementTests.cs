using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class PlacementTests
{
    private static readonly RectD Area = new(40, 60, 345, 345);

    [Fact]
    public void Contour_numbers_stand_apart_inside_the_frame_and_off_the_path()
    {
        foreach (ILandscape landscape in new ILandscape[] { new EasyHard(), new Rosenbrock(), new Himmelblau(), new SinCos(), default(Steep), default(Hole) })
        {
            ScalarField field = ScalarField.Sample(landscape, landscape.Info.Domain, 200, 200);
            double[] levels = ContourLevels.Choose(field, 20);
            ContourLines lines = ContourTracer.Trace(field, levels).OnCanvas(Area, 0.07);
            var occupancy = new Occupancy(Area.Inflate(-3));
            occupancy.Add(new(50, 380), new(370, 90), 5, 160);
            var style = new TextStyle(Typography.Contour, Color.Black, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Middle);
            IReadOnlyList<ContourLabel> labels = ContourLabels.Place(lines, levels, _ => true, occupancy, style);
            Assert.True(labels.Count >= (landscape is Hole ? 0 : 4), landscape.Info.Title);
            RectD[] boxes = [.. labels.Select(l => Typesetter.Bounds(l.Text, l.Center, style with { RotationDegrees = l.Degrees }))];
            for (int i = 0; i < boxes.Length; i++)
            {
                Assert.Equal(boxes[i], boxes[i].Intersect(Area));
                Assert.InRange(labels[i].Degrees, -90, 90);
                Assert.True(DistanceToLine(labels[i].Center, new(50, 380), new(370, 90)) > 4);
                Assert.All(boxes[(i + 1)..], other => Assert.False(boxes[i].Overlaps(other)));
            }
        }
    }

    [Fact]
    public void Direct_labels_cover_neither_data_nor_each_other()
    {
        var random = new Random(5);
        var style = new TextStyle(Typography.Label, Color.Black);
        for (int trial = 0; trial < 60; trial++)
        {
            var occupancy = new Occupancy(Area);
            var points = new PointD[6];
            for (int i = 0; i < points.Length; i++)
            {
                points[i] = new(Area.X + (random.NextDouble() * Area.Width), Area.Y + (random.NextDouble() * Area.Height));
                occupancy.Add(new RectD(points[i].X - 4, points[i].Y - 4, 8, 8), 220);
                if (i > 0)
                {
                    occupancy.Add(points[i - 1], points[i], 4, 160);
                }
            }

            var boxes = new List<RectD>();
            foreach (PointD p in points)
            {
                Callouts.Placement place = Callouts.Find(occupancy, new("minimum", p, 4, style));
                Assert.Equal(0, occupancy.Cost(place.Box));
                Assert.All(boxes, b => Assert.False(b.Overlaps(place.Box)));
                boxes.Add(place.Box);
                occupancy.Add(place.Box.Inflate(1.5), 255);
            }
        }
    }

    [Fact]
    public void Names_of_lines_keep_their_order_and_their_distance()
    {
        var random = new Random(9);
        for (int trial = 0; trial < 300; trial++)
        {
            double[] wanted = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextDouble() * 200).Order()];
            double[] places = EndLabels.Spread(wanted, 12, 0, 200);
            Assert.Equal(wanted.Length, places.Length);
            Assert.All(places.Zip(places.Skip(1)), p => Assert.True(p.Second - p.First >= 12 - 1e-9));
            Assert.InRange(places[0], -1e-9, 200);
            Assert.InRange(places[^1], 0, 200 + 1e-9);
        }

        Assert.Equal([10, 50, 120], EndLabels.Spread([10, 50, 120], 12, 0, 200));
        Assert.Equal([44, 56], EndLabels.Spread([50, 50], 12, 0, 200));
    }

    [Fact]
    public void The_picture_grows_to_hold_a_path_but_not_to_the_end_of_the_world()
    {
        var domain = Domain.Square(6);
        Assert.Equal(domain, PictureWindow.Around(domain, [new(1, 2), new(6, 6)]));
        Domain grown = PictureWindow.Around(domain, [new(10, 10)]);
        Assert.True(grown.Contains(new(10, 10)) && grown.X0 == -6 && grown.X1 < 12);
        Assert.Equal(domain, PictureWindow.Around(domain, [new(1e6, 0), new(double.NaN, 0), new(0, double.PositiveInfinity)]));
    }

    [Fact]
    public void A_path_that_leaves_is_marked_where_it_leaves()
    {
        var frame = new Frame(new(0, 0, 100, 100), Scale.Linear(0, 10), Scale.Linear(0, 10));
        PathExit exit = new PathLayer(frame, [5, 8, 18, 1e300, double.NaN], [5, 5, 5, -1e300, double.NaN]).Exit!.Value;
        Assert.Equal(1, exit.Row);
        Assert.Equal(new(100, 50), exit.At);
        Assert.Null(new PathLayer(frame, [5, 18, 6], [5, 5, 5]).Exit);
        Assert.Equal(100, new PathLayer(frame, [5, double.PositiveInfinity], [5, 5]).Exit!.Value.At.X);
        Assert.Null(new PathLayer(frame, [], []).Exit);
    }

    [Fact]
    public void Markers_thin_out_where_steps_are_dense()
    {
        var frame = new Frame(new(0, 0, 300, 300), Scale.Linear(0, 1), Scale.Linear(0, 1));
        double[] even = [.. Enumerable.Range(0, 21).Select(i => i / 20.0)];
        Assert.Equal(1, new PathLayer(frame, even, even).MarkerStride);
        double[] dense = [.. Enumerable.Range(0, 10_001).Select(i => i / 10_000.0)];
        Assert.Equal(500, new PathLayer(frame, dense, dense).MarkerStride);
        double[] rest = new double[5000];
        Assert.Equal(1, new PathLayer(frame, rest, rest).MarkerStride);
    }

    [Fact]
    public void Clipping_keeps_the_line_and_the_inside()
    {
        var random = new Random(2);
        for (int trial = 0; trial < 500; trial++)
        {
            PointD from = new(random.Next(-300, 700), random.Next(-300, 700)), to = new(random.Next(-300, 700), random.Next(-300, 700));
            (PointD a, PointD b) = (from, to);
            if (Clipping.Clip(Area, ref a, ref b))
            {
                Assert.True(Area.Inflate(1e-9).Contains(a) && Area.Inflate(1e-9).Contains(b));
                Assert.True(from == to || DistanceToLine(a, from, to) < 1e-9);
            }
        }
    }

    private static double DistanceToLine(PointD p, PointD a, PointD b)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y;
        return Math.Abs((dx * (p.Y - a.Y)) - (dy * (p.X - a.X))) / Math.Sqrt((dx * dx) + (dy * dy));
    }
}
