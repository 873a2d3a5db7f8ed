using System.Globalization;
using CsvHelper;
using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Execute.Tables;

namespace LandscapeOpt.Experiments.Inspection;

/// <summary>The tables of inspections as CSV: UTF-8, comma, \n, a header, shortest round-trip numbers.</summary>
public static class InspectionCsv
{
    /// <summary>critical.csv: one row per critical point or set.</summary>
    public static InspectionTable Of(CriticalReport report) => Table(
        "critical.csv",
        ["kind", "x", "y", "loss", "lambda_min", "lambda_max", "gradient_norm", "index", "condition", "flat_directions", "description"],
        report.Points.Select(object[] (p) =>
        [
            Kebab.Of(p.Kind), p.At.X, p.At.Y, p.Loss, p.Spectrum.Low, p.Spectrum.High, p.GradientNorm,
            p.Spectrum.Index, p.Spectrum.Condition, p.Spectrum.FlatDirections, p.Description,
        ]));

    /// <summary>line.csv: one row per sample.</summary>
    public static InspectionTable Of(LineProfile line)
    {
        bool hasComponents = line.ComponentNames.Count > 1;
        return Table(
            "line.csv",
            ["t", "x", "y", "loss", "slope", "curvature", .. hasComponents ? line.ComponentNames.Select(n => "loss_" + n) : []],
            line.Samples.Select(object[] (s) =>
                [s.T, s.At.X, s.At.Y, s.Loss, s.Slope, s.Curvature, .. hasComponents ? s.Components.Select(c => (object)c) : []]));
    }

    /// <summary>curve.csv: the points of each curve.</summary>
    public static InspectionTable Of(IReadOnlyList<ModeCurve> curves) => Table(
        "curve.csv",
        ["curve", "point", "x", "y", "loss"],
        curves.SelectMany(c => c.Points.Select(object[] (p, i) => [Kebab.Of(c.Kind), i, p.X, p.Y, c.Losses[i]])));

    /// <summary>sharpness.csv: one row per point, a step's number first where the points are a trace's.</summary>
    public static InspectionTable Of(IReadOnlyList<(int? Step, Sharpness Sharpness)> rows)
    {
        bool hasSteps = rows.Any(r => r.Step is not null);
        return Table(
            "sharpness.csv",
            [.. hasSteps ? (string[])["step"] : [], "x", "y", .. rows[0].Sharpness.Values.Select(v => v.Name)],
            rows.Select(object[] (r) =>
                [.. hasSteps ? (object[])[r.Step ?? 0] : [], r.Sharpness.At.X, r.Sharpness.At.Y, .. r.Sharpness.Values.Select(v => (object)v.Value)]));
    }

    /// <summary>A table of texts and numbers.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="columns">The header.</param>
    /// <param name="rows">Texts, ints and doubles; null leaves a cell empty.</param>
    public static InspectionTable Table(string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        using (CsvWriter csv = CsvWriter.Create(stream, TraceCsv.Options, leaveOpen: true))
        {
            csv.WriteHeader([.. columns]);
            foreach (IReadOnlyList<object?> row in rows)
            {
                foreach (object? cell in row)
                {
                    Cell(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return new(name, stream.ToArray());
    }

    private static void Cell(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case double number:
                TraceCsv.Cell(csv, number);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            default:
                csv.WriteField(cell as string ?? "");
                break;
        }
    }
}
