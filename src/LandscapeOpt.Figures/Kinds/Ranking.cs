using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Rules compared over several landscapes and starts: one row per rule, best first, a dot per case, a bar over the quartiles.</summary>
public sealed record Ranking : FigureKind
{
    private const double Margin = 14, Row = 21, NameGap = 10, PanelGap = 18, MedianWidth = 44, HeadingHeight = 18, LongestName = 150;

    /// <summary>Loss gaps up to this count as equal, greater than 0.</summary>
    public double Floor { get; init; } = 1e-12;

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input)
    {
        RankingTable table = RankingTable.Of(input, Floor);
        double header = Header(input, table, Theme.Light).Height(700 - (2 * Margin), Theme.Light);
        return new(700, Math.Clamp(Math.Ceiling(header + HeadingHeight + (table.Rules.Count * Row) + Frame.BelowName + Margin), 160, 3000));
    }

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        RankingTable table = RankingTable.Of(input, Floor);
        PageHeader header = Header(input, table, theme);
        double inner = canvas.Width - (2 * Margin);
        header.Draw(canvas, Margin, inner, theme);
        var nameStyle = new TextStyle(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Right, VerticalAlign: VerticalAlign.Middle);
        double names = Math.Min(
            Math.Min(LongestName, 0.3 * canvas.Width), table.Rules.Select(r => Typography.Width(r.Name, nameStyle)).DefaultIfEmpty(0).Max() + 1);
        double left = Margin + names + NameGap, top = header.Height(inner, theme) + HeadingHeight;
        double height = Math.Max(12, canvas.Height - top - Frame.BelowName - Margin);
        double width = Math.Max(12, (canvas.Width - left - Margin - (2 * MedianWidth) - PanelGap) / 2);
        var rows = new RankingRows(canvas, table, theme, height / Math.Max(1, table.Rules.Count));
        for (int r = 0; r < table.Rules.Count; r++)
        {
            canvas.Text(Typography.Fit(table.Rules[r].Name, nameStyle, names), new(left - NameGap, rows.MiddleOf(r, top)), nameStyle);
        }

        double[] gaps = [.. table.Rules.SelectMany(r => r.Cases.Select(c => c.Gap)).Where(double.IsFinite)];
        (double low, double high) = (gaps.DefaultIfEmpty(Floor).Min(), gaps.DefaultIfEmpty(1).Max());
        Scale ranks = Scale.Linear(0.5, Math.Max(1, table.Rules.Count) + 0.5, whole: true), losses = Scale.Log(low / 2, Math.Max(high, 10 * low) * 2);
        rows.Draw(new(left, top, width, height), ranks, "rank in each case (1 is best)", r => r.Rank, c => c.Rank, q => NumberText.Short(q, 3));
        rows.Draw(
            new(left + width + MedianWidth + PanelGap, top, width, height),
            losses,
            low <= Floor ? $"final loss above the minimum ({NumberText.Short(Floor)} or less: solved)" : "final loss above the minimum",
            r => r.Gap,
            c => c.Gap,
            q => double.IsInfinity(q) ? "diverged" : q <= Floor * 1.000001 ? "solved" : NumberText.Short(q, 2));
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input)
    {
        RankingTable table = RankingTable.Of(input, Floor);
        IEnumerable<string> rules = table.Rules.Take(40).Select(r =>
            $"{r.Name} {NumberText.Short(r.Rank.Median)} (quartiles {NumberText.Short(r.Rank.Low)} to {NumberText.Short(r.Rank.High)}), "
                + $"loss above the minimum {NumberText.Short(r.Gap.Median)}");
        return $"Ranking of {NumberText.Count(table.Rules.Count)} rules by their final losses in {NumberText.Count(table.CaseCount)} cases"
            + (table.Rules.Count == 0 ? "." : $", medians, best first: {string.Join("; ", rules)}.");
    }

    private static PageHeader Header(FigureInput input, RankingTable table, Theme theme)
    {
        bool hasDiverged = table.Rules.Any(r => r.Cases.Any(c => double.IsInfinity(c.Gap)));
        string cases = $"Dot: one of {NumberText.Count(table.CaseCount)} cases (landscape and start); bar: quartiles; line: median"
            + (hasDiverged ? "; cross: diverged." : ".");
        KeyEntry[] key = [.. table.Landscapes.Select((l, i) => new KeyEntry(l.Info.Title, theme.Categories[i]))];
        return new(input.Title, FigureText.Append(input.Subtitle, cases), "", key.Length > 1 ? key : null);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Ranking = Add(
        "ranking",
        new Ranking(),
        "Ranking over cases",
        "One row per rule, best first: rank and final loss in every case of landscape and start, with quartiles. Runs of one name up to the @ are one rule.",
        Parameters.Number<Ranking>(
            "floor", f => f.Floor, (f, v) => f with { Floor = v }, NumberRange.Positive, "loss gaps up to this count as equal: the problem is solved"));
}
