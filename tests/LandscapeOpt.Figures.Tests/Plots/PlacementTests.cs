using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

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
                Assert.InRange(labels[i].Degrees, -83, 97.2);
                Assert.True(DistanceToLine(labels[i].Center, new(50, 380), new(370, 90)) > 4);
                Assert.All(boxes[(i + 1)..], other => Assert.False(boxes[i].Overlaps(other)));
            }
        }
    }

    [Fact]
    public void Contour_numbers_leave_their_neighbours_alone()
    {
        foreach (ILandscape landscape in new ILandscape[] { new Rastrigin(), new CrossInTray(), new Griewank(), new EasyHard() })
        {
            ScalarField field = FieldSampling.Resolve(landscape, landscape.Info.Domain, 240, 240);
            double[] levels = ContourLevels.Choose(field, 14);
            ContourLines lines = ContourTracer.Trace(field, levels).OnCanvas(Area, 0.07);
            var style = new TextStyle(Typography.Contour, Color.Black, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Middle);
            IReadOnlyList<ContourLabel> labels = ContourLabels.Place(lines, levels, _ => true, new Occupancy(Area.Inflate(-3)), style);
            Assert.True(labels.Count >= 4, landscape.Info.Title);
            foreach (ContourLabel label in labels)
            {
                double width = Typography.Width(label.Text, style), foreign = 0;
                var box = new RectD(label.Center.X - (0.5 * width), label.Center.Y - 3, width, 6);
                for (int line = 0; line < lines.Lines.Count && Math.Abs(label.Degrees) < 20; line++)
                {
                    ReadOnlySpan<PointD> points = line == label.Line ? [] : lines.PointsOf(lines.Lines[line]);
                    for (int i = 1; i < points.Length; i++)
                    {
                        (PointD a, PointD b) = (points[i - 1], points[i]);
                        foreign += Clipping.Clip(box, ref a, ref b) ? Math.Abs(b.X - a.X) + Math.Abs(b.Y - a.Y) : 0;
                    }
                }

                Assert.True(foreign < 1.2 * width, $"{landscape.Info.Title} {label.Text}: {NumberText.Short(foreign)} of {NumberText.Short(width)}");
            }
        }
    }

    [Fact]
    public void Numbers_on_upright_lines_read_upward()
    {
        var field = new ScalarField(Domain.Square(1), 50, 50, [.. Enumerable.Range(0, 2500).Select(i => (double)(i % 50))]);
        ContourLines lines = ContourTracer.Trace(field, [10, 20, 30]).OnCanvas(Area, 0.07);
        IReadOnlyList<ContourLabel> labels =
            ContourLabels.Place(lines, [10, 20, 30], _ => true, new Occupancy(Area.Inflate(-3)), new(Typography.Contour, Color.Black));
        Assert.NotEmpty(labels);
        Assert.All(labels, l => Assert.Equal(90, l.Degrees, 6));
    }

    [Fact]
    public void A_label_is_not_put_beside_another_point()
    {
        var style = new TextStyle(Typography.Label, Color.Black);
        (PointD at, PointD neighbour) = (new(200, 200), new(216, 200));
        Assert.True(Callouts.Find(new(Area), new("end", at, 4, style)).Box.X > at.X);
        RectD box = Callouts.Find(new(Area), new("end", at, 4, style), [neighbour]).Box;
        Assert.True(box.Right < at.X + 4 || box.Bottom < at.Y || box.Y > at.Y);
        Assert.True(box.Right < neighbour.X || box.Bottom < neighbour.Y - 3 || box.Y > neighbour.Y + 3);
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
    public void The_picture_leaves_room_for_what_is_marked_on_its_rim()
    {
        var domain = Domain.Square(6);
        Point[] corner = [new(6, -6)];
        Domain roomy = PictureWindow.Around(domain, corner, corner);
        Assert.True(roomy.X1 > 6.3 && roomy.Y0 < -6.3 && roomy.X0 == -6 && roomy.Y1 == 6);
        Assert.Equal(domain, PictureWindow.Around(domain, corner, [new(5, 0), new(100, 0)]));
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
        double[] crawl = [.. Enumerable.Range(0, 1001).Select(i => i * 3e-5)];
        Assert.Equal(int.MaxValue, new PathLayer(frame, crawl, crawl).MarkerStride);
    }

    [Fact]
    public void Of_a_path_that_goes_to_and_fro_only_the_last_ways_are_drawn()
    {
        PointD[] places = [.. Enumerable.Range(0, 5000).Select(i => new PointD(100 + (200 * (i % 2)), 200)), new(300, 100)];
        System.Collections.BitArray visible = PathCover.Visible(places, Area);
        Assert.Equal(2, Enumerable.Range(1, places.Length - 1).Count(i => visible[i]));
        Assert.True(visible[places.Length - 1] && visible[places.Length - 2]);
        PointD[] spiral = [.. Enumerable.Range(0, 4000)
            .Select(i => new PointD(Area.Center.X + (0.04 * i * Math.Cos(0.02 * i)), Area.Center.Y + (0.04 * i * Math.Sin(0.02 * i))))];
        System.Collections.BitArray apart = PathCover.Visible(spiral, Area);
        Assert.True(Enumerable.Range(1000, 3000).Count(i => apart[i]) > 2500);
    }

    [Fact]
    public void A_path_of_steps_too_short_to_see_is_drawn_without_gaps()
    {
        PointD[] places = [.. Enumerable.Range(0, 20_000).Select(i => new PointD(100 + (0.011 * i), 100 + (0.004 * i)))];
        System.Collections.BitArray visible = PathCover.Visible(places, Area);
        int shown = Enumerable.Range(1, places.Length - 1).Count(i => visible[i]);
        Assert.True(shown > 0.99 * places.Length, FormattableString.Invariant($"{shown} of {places.Length}"));
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
