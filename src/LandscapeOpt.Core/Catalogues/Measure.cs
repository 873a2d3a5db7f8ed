namespace LandscapeOpt.Catalogues;

/// <summary>What people should know about a measure before they read a number of it.</summary>
/// <param name="Name">The name in files.</param>
/// <param name="Formula">How it is computed.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Large">What a large value means, in a sentence.</param>
/// <param name="Caution">What it does not mean, in a sentence.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Measure(string Name, string Formula, string Unit, string Large, string Caution, string Source);
