namespace LandscapeOpt.Catalogues;

/// <summary>The ways in which a table is shown.</summary>
[Flags]
public enum TableViews
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>A file for other programs.</summary>
    Csv = 1,

    /// <summary>JSON on the standard output.</summary>
    Json = 2,

    /// <summary>Aligned text for people.</summary>
    Text = 4,

    /// <summary>In those for programs.</summary>
    Data = Csv | Json,

    /// <summary>In all.</summary>
    All = Csv | Json | Text,
}

/// <summary>A column of a table.</summary>
/// <param name="Name">The name in CSV and JSON.</param>
/// <param name="Unit">What it is measured in: "loss", "length", "1", …; empty for words.</param>
/// <param name="Meaning">What it says, in a phrase.</param>
/// <param name="Value">Its value in a row: a text, an int, a double, a bool or points; null for none.</param>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed record Column<TRow>(string Name, string Unit, string Meaning, Func<TRow, object?> Value)
{
    /// <summary>Where the column is shown.</summary>
    public TableViews Views { get; init; } = TableViews.All;

    /// <summary>The name in the text for people.</summary>
    public string Heading
    {
        get => field ?? Name;
        init;
    }

    /// <summary>A value in the text for people; null for six significant digits.</summary>
    public Func<TRow, string>? Text { get; init; }

    /// <summary>Where it stands in the text for people: columns of a lower place come first, those of one place in the table's order.</summary>
    public int Place { get; init; }

    /// <summary>Whether JSON leaves the member out of a row that has no value.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The same column of rows that contain this one's.</summary>
    /// <param name="part">The part that this column is made from.</param>
    /// <typeparam name="TWhole">What such a row is made from.</typeparam>
    public Column<TWhole> Of<TWhole>(Func<TWhole, TRow> part) => new(Name, Unit, Meaning, row => Value(part(row)))
    {
        Views = Views,
        Heading = Heading,
        Text = Text is { } text ? row => text(part(row)) : null,
        Place = Place,
        IsOptional = IsOptional,
    };
}

/// <summary>A table whose columns are described once: CSV, JSON and the text for people are views of it.</summary>
/// <param name="Name">The name of the file that holds it, without an ending.</param>
/// <param name="Columns">The columns in the files' order.</param>
/// <param name="Rows">What the rows are made from.</param>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public sealed record Table<TRow>(string Name, IReadOnlyList<Column<TRow>> Columns, IReadOnlyList<TRow> Rows)
{
    /// <summary>The columns that a view shows, in its order.</summary>
    public IReadOnlyList<Column<TRow>> In(TableViews view) =>
        [.. Columns.Where(c => c.Views.HasFlag(view)).OrderBy(c => view == TableViews.Text ? c.Place : 0)];
}
