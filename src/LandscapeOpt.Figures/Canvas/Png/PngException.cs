namespace LandscapeOpt.Figures.Canvas;

/// <summary>A file is no PNG, is damaged, or is of a kind that is not read here.</summary>
public sealed class PngException : Exception
{
    /// <summary>An error without details.</summary>
    public PngException()
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What is wrong.</param>
    public PngException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">Why.</param>
    public PngException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
