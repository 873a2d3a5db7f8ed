namespace LandscapeOpt.Experiments.Format;

/// <summary>The most characters of the texts that an experiment and its figures say in words; those of kinds have their own.</summary>
internal static class TextLimits
{
    internal const int Title = 500;

    internal const int Subtitle = 1000;

    internal const int Description = 10_000;

    /// <summary>Whatever has no narrower limit.</summary>
    internal const int Any = JsonText.LongestText;
}
