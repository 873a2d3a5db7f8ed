namespace LandscapeOpt.Analyses;

/// <summary>
/// A question about a landscape, a path or a grid of runs, whose answer is an immutable value. Questions are records: equal ones have the
/// same answer.
/// </summary>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IAnalysis<out TResult>
    where TResult : class
{
    /// <summary>Computes the answer.</summary>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    TResult Compute(CancellationToken cancellation);
}

/// <summary>
/// The answers of one piece of work: each question is computed once, whoever asks for it, be it a table or a figure. Not for several threads at a time.
/// </summary>
/// <param name="cancellation">Stops the computations.</param>
public sealed class Answers(CancellationToken cancellation)
{
    private readonly Dictionary<object, object> known = [];

    /// <summary>The answer to a question.</summary>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public TResult Of<TResult>(IAnalysis<TResult> question)
        where TResult : class
    {
        if (!known.TryGetValue(question, out object? answer))
        {
            known.Add(question, answer = question.Compute(cancellation));
        }

        return (TResult)answer;
    }

    /// <summary>Takes an answer that was computed in a way of its own: with other threads, with progress, to another store.</summary>
    public void Add<TResult>(IAnalysis<TResult> question, TResult answer)
        where TResult : class => known.Add(question, answer);
}
