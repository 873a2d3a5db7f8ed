namespace LandscapeOpt.Experiments.Inspection;

/// <summary>A table that an inspection writes.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">CSV: UTF-8, comma, \n, a header.</param>
public sealed record InspectionTable(string Name, byte[] Content);
