namespace LandscapeOpt.Experiments.Results;

/// <summary>A results folder holds something else, which is not replaced unasked.</summary>
/// <param name="path">The folder.</param>
/// <param name="occupant">What it holds, in words.</param>
internal sealed class OccupiedException(string path, string occupant)
    : IOException($"{path}: {occupant}: choose another --name or --out, or replace it with --force");
