namespace LandscapeOpt.Experiments.Store;

/// <summary>A results folder holds something that is not replaced, or not unasked.</summary>
/// <param name="message">The folder, what it holds, and what can be done.</param>
internal sealed class OccupiedException(string message) : IOException(message);
