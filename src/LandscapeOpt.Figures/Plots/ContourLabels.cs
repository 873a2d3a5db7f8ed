using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A number that stands in a gap of its contour line.</summary>
/// <param name="Line">The index of the line.</param>
/// <param name="From">Where the gap begins, along the line, in points.</param>
/// <param name="To">Where the gap ends.</param>
/// <param name="Center">The middle of the text.</param>
/// <param name="Degrees">How the text is turned; it is never upside down.</param>
/// <param name="Text">The number.</param>
public sealed record ContourLabel(int Line, double From, double To, PointD Center, double Degrees, string Text);

/// <summary>Finds places for numbers on contour lines: where the line is straight, and away from everything else.</summary>
public static class ContourLabels
{
    private const double Pad = 2.2, Stride = 7, SameLevelDistance = 130, OtherDistance = 34;

    /// <summary>Places labels; each takes its place in <paramref name="occupancy"/>.</summary>
    /// <param name="lines">The lines on the canvas.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="labelled">Whether the level of that index gets labels.</param>
    /// <param name="occupancy">What is there already; labels stay inside its area.</param>
    /// <param name="style">How the numbers are drawn.</param>
    public static IReadOnlyList<ContourLabel> Place(
        ContourLines lines, ReadOnlySpan<double> levels, Func<int, bool> labelled, Occupancy occupancy, TextStyle style)
    {
        var placed = new List<ContourLabel>();
        var levelOf = new List<int>();
        var candidates = new List<(double Cost, double Place)>();
        var search = new Search(occupancy, new(lines, occupancy.Area), style.Size);
        foreach (int index in LongestFirst(lines, labelled))
        {
            ContourLine line = lines.Lines[index];
            string text = NumberText.Short(levels[line.Level], 6);
            double width = Typography.Width(text, style) + (2 * Pad);
            search.Load(lines.PointsOf(line), index);
            if (search.Length < 3.2 * width)
            {
                continue;
            }

            candidates.Clear();
            for (double s = width; s <= search.Length - width; s += Stride)
            {
                double cost = search.Cost(s, width);
                if (cost < double.PositiveInfinity)
                {
                    candidates.Add((cost, s));
                }
            }

            candidates.Sort();
            int left = Math.Clamp((int)(search.Length / 420) + 1, 1, 3);
            foreach ((_, double place) in candidates)
            {
                if (left == 0)
                {
                    break;
                }

                // Labels placed since then may stand too near, or in the way.
                if (!search.TryStand(place, width) || !IsApart(search.Middle, line.Level, placed, levelOf))
                {
                    continue;
                }

                placed.Add(new(index, place - (width / 2), place + (width / 2), search.Middle, search.Degrees, text));
                levelOf.Add(line.Level);
                occupancy.Add(search.From, search.To, style.Size, 200);
                left--;
            }
        }

        return placed;
    }

    private static bool IsApart(PointD at, int level, List<ContourLabel> placed, List<int> levelOf)
    {
        for (int i = 0; i < placed.Count; i++)
        {
            double dx = placed[i].Center.X - at.X, dy = placed[i].Center.Y - at.Y;
            double least = levelOf[i] == level ? SameLevelDistance : OtherDistance;
            if ((dx * dx) + (dy * dy) < least * least)
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> LongestFirst(ContourLines lines, Func<int, bool> labelled)
    {
        var order = new List<(double Size, int Index)>();
        for (int i = 0; i < lines.Lines.Count; i++)
        {
            if (labelled(lines.Lines[i].Level))
            {
                ReadOnlySpan<PointD> points = lines.PointsOf(lines.Lines[i]);
                double length = 0;
                for (int p = 1; p < points.Length; p++)
                {
                    length += Math.Abs(points[p].X - points[p - 1].X) + Math.Abs(points[p].Y - points[p - 1].Y);
                }

                if (length > 40)
                {
                    order.Add((length, i));
                }
            }
        }

        order.Sort((a, b) => a.Size != b.Size ? b.Size.CompareTo(a.Size) : a.Index.CompareTo(b.Index));
        return [.. order.Select(o => o.Index)];
    }

    private sealed class Search(Occupancy occupancy, LineCrowd crowd, double height)
    {
        // Lines that fall more steeply than this count as rising: numbers on upright lines read upward, as axis names do.
        private const double Steep = 8;

        // What a neighbour under a number costs where it covers all of it, and how much of the number it may cover.
        private const double Crowded = 12, MostCrowded = 0.3;

        private readonly List<PointD> points = [];
        private readonly List<double> along = [];

        public double Length => along[^1];

        public PointD From { get; private set; }

        public PointD To { get; private set; }

        public PointD Middle { get; private set; }

        public double Degrees { get; private set; }

        private int index;

        public void Load(ReadOnlySpan<PointD> line, int number)
        {
            index = number;
            points.Clear();
            along.Clear();
            double length = 0;
            for (int i = 0; i < line.Length; i++)
            {
                length += i == 0 ? 0 : Distance(line[i], line[i - 1]);
                points.Add(line[i]);
                along.Add(length);
            }
        }

        // How bad a label of that width is around a place; infinite where it cannot stand.
        [MethodImpl(Hot.Loop)]
        public double Cost(double place, double width)
        {
            PointD on = At(place);
            if (occupancy.At(on) > 0)
            {
                return double.PositiveInfinity;
            }

            (From, To) = (At(place - (width / 2)), At(place + (width / 2)));
            double dx = To.X - From.X, dy = To.Y - From.Y, chord = Math.Sqrt((dx * dx) + (dy * dy));
            Middle = new(From.X + (0.5 * dx), From.Y + (0.5 * dy));
            if (chord < 0.9 * width)
            {
                return double.PositiveInfinity;
            }

            if (dx < 0)
            {
                (dx, dy) = (-dx, -dy);
            }

            if (dy > Steep * dx)
            {
                (dx, dy) = (-dx, -dy);
            }

            Degrees = -Elementary.Atan2(dy, dx) * (180 / Math.PI);
            double bend = Math.Max(Distance(on, Middle), Math.Max(Off(At(place - (width / 4)), chord), Off(At(place + (width / 4)), chord)));
            if (bend > 1.6 || !IsFree(width))
            {
                return double.PositiveInfinity;
            }

            double crowded = CrowdedShare(width);
            if (crowded > MostCrowded)
            {
                return double.PositiveInfinity;
            }

            return bend + (Crowded * crowded) + (0.015 * Math.Abs(Degrees)) + (0.004 * Math.Abs(place - (0.5 * Length)) / Math.Max(1, Length) * 100);
        }

        // Goes to a place and tells whether a label can stand there now.
        public bool TryStand(double place, double width) => Cost(place, width) < double.PositiveInfinity;

        private double Off(PointD p, double chord) =>
            Math.Abs(((To.X - From.X) * (p.Y - From.Y)) - ((To.Y - From.Y) * (p.X - From.X))) / chord;

        [MethodImpl(Hot.Loop)]
        private bool IsFree(double width)
        {
            double ux = (To.X - From.X) / width, uy = (To.Y - From.Y) / width;
            for (double s = -1.5; s <= width + 1.5; s += 2)
            {
                for (int side = -1; side <= 1; side++)
                {
                    double off = side * ((height / 2) + 1);
                    if (occupancy.At(new(From.X + (ux * s) - (uy * off), From.Y + (uy * s) + (ux * off))) > 0)
                    {
                        return false;
                    }
                }
            }

            return true;
        }

        // The share of the number's place that other lines run through.
        [MethodImpl(Hot.Loop)]
        private double CrowdedShare(double width)
        {
            double ux = (To.X - From.X) / width, uy = (To.Y - From.Y) / width;
            (int taken, int all) = (0, 0);
            for (double s = 1; s <= width - 1; s += 2)
            {
                for (double off = -0.5 * height; off <= 0.5 * height; off += 1.75)
                {
                    all++;
                    taken += crowd.HasOther(new(From.X + (ux * s) - (uy * off), From.Y + (uy * s) + (ux * off)), index) ? 1 : 0;
                }
            }

            return (double)taken / Math.Max(1, all);
        }

        [MethodImpl(Hot.Loop)]
        private PointD At(double s)
        {
            int i = along.BinarySearch(s);
            i = Math.Clamp(i < 0 ? ~i : i, 1, along.Count - 1);
            double step = along[i] - along[i - 1], t = step > 0 ? Math.Clamp((s - along[i - 1]) / step, 0, 1) : 0;
            return new(points[i - 1].X + (t * (points[i].X - points[i - 1].X)), points[i - 1].Y + (t * (points[i].Y - points[i - 1].Y)));
        }

        private static double Distance(PointD a, PointD b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
    }
}
