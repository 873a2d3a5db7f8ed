using LandscapeOpt.Analyses;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The size of a page in points.</summary>
/// <param name="Width">To the right.</param>
/// <param name="Height">Downward.</param>
public readonly record struct PageSize(double Width, double Height);

/// <summary>A way of showing runs or landscapes. The settings are immutable; drawing depends on them and on the input alone.</summary>
public abstract record FigureKind
{
    /// <summary>The trace columns that the figure shows beside those that it draws where they are there: the setting that names one, and the column.</summary>
    public virtual IEnumerable<(string Key, string Column)> NamedColumns => [];

    /// <summary>Asks for what the figure needs beside traces, before it is measured, drawn and described. A figure computes nothing itself.</summary>
    /// <param name="input">What will be drawn.</param>
    /// <param name="answers">Whom to ask.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public virtual FigureInput Prepare(FigureInput input, Answers answers) => input;

    /// <summary>The page on which the figure looks its best.</summary>
    /// <param name="input">What will be drawn.</param>
    public abstract PageSize SizeFor(FigureInput input);

    /// <summary>Pixels per point at which the page of <see cref="SizeFor"/> shows everything that the figure has; below, large maps are thinned.</summary>
    public virtual double FinestScale => 2;

    /// <summary>Draws the figure so that it fills the page; the page's background is the canvas's.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="input">What is drawn.</param>
    /// <param name="theme">The colours.</param>
    public abstract void Draw(ICanvas canvas, FigureInput input, Theme theme);

    /// <summary>What the figure shows, for readers who cannot see it: a sentence or two made from the data.</summary>
    /// <param name="input">What is drawn.</param>
    public abstract string Describe(FigureInput input);
}

/// <summary>A way of showing the result of an analysis.</summary>
/// <typeparam name="TResult">The result.</typeparam>
public abstract record FigureKind<TResult> : FigureKind
    where TResult : class
{
    private const double Margin = 24;

    /// <summary>Why there may be nothing to show, as a sentence.</summary>
    protected virtual string Nothing => "What this figure shows has not been computed.";

    /// <inheritdoc/>
    public sealed override FigureInput Prepare(FigureInput input, Answers answers)
    {
        TResult? result = Ask(input, answers);
        string? words = result is null || input.HasOwnSubtitle ? null : SubtitleOf(result);
        return input with { Result = result, Subtitle = words ?? input.Subtitle };
    }

    /// <inheritdoc/>
    public sealed override PageSize SizeFor(FigureInput input) => input.Result is TResult result ? SizeFor(input, result) : new(480, 240);

    /// <inheritdoc/>
    public sealed override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        if (input.Result is TResult result)
        {
            Draw(canvas, input, result, theme);
        }
        else
        {
            new PageHeader(input.Title, Nothing).Draw(canvas, Margin, canvas.Width - (2 * Margin), theme);
        }
    }

    /// <inheritdoc/>
    public sealed override string Describe(FigureInput input) => input.Result is TResult result ? Describe(input, result) : Nothing;

    /// <summary>Asks for the result; null where these runs have none.</summary>
    /// <param name="input">What will be drawn.</param>
    /// <param name="answers">Whom to ask.</param>
    protected abstract TResult? Ask(FigureInput input, Answers answers);

    /// <summary>What was computed, in the figure's own words; null where the words for runs say it.</summary>
    /// <param name="result">The result.</param>
    protected virtual string? SubtitleOf(TResult result) => null;

    /// <summary>The page on which the result looks its best.</summary>
    /// <param name="input">What will be drawn.</param>
    /// <param name="result">The result.</param>
    protected abstract PageSize SizeFor(FigureInput input, TResult result);

    /// <summary>Draws the result so that it fills the page.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="input">What is drawn.</param>
    /// <param name="result">The result.</param>
    /// <param name="theme">The colours.</param>
    protected abstract void Draw(ICanvas canvas, FigureInput input, TResult result, Theme theme);

    /// <summary>What the result shows, in a sentence or two.</summary>
    /// <param name="input">What is drawn.</param>
    /// <param name="result">The result.</param>
    protected abstract string Describe(FigureInput input, TResult result);
}
