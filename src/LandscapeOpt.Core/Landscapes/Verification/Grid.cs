using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Loss and gradient on a regular grid over the domain, borders included.</summary>
internal sealed class Grid
{
    /// <summary>The number of nodes along each side.</summary>
    public const int Side = 201;

    private readonly Domain domain;

    public Grid(ILandscape landscape, Domain domain)
    {
        this.domain = domain;
        Values = new Dual<Real>[Side * Side];
        for (int k = 0; k < Values.Length; k++)
        {
            Values[k] = landscape.Gradient(At(k));
        }
    }

    /// <summary>Loss and gradient by node, row by row from the lowest y.</summary>
    public Dual<Real>[] Values { get; }

    /// <summary>The point of a node.</summary>
    public Point At(int node) => new(
        domain.X0 + (domain.Width * (node % Side) / (Side - 1)), domain.Y0 + (domain.Height * (node / Side) / (Side - 1)));

    /// <summary>Some nodes in words: their share and the rectangle that holds them.</summary>
    public string Describe(IReadOnlyCollection<int> nodes)
    {
        List<Point> points = [.. nodes.Select(At)];
        (double x0, double x1) = (points.Min(p => p.X), points.Max(p => p.X));
        (double y0, double y1) = (points.Min(p => p.Y), points.Max(p => p.Y));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{100.0 * nodes.Count / Values.Length:0.##} % of the domain, within [{x0:0.###}, {x1:0.###}] x [{y0:0.###}, {y1:0.###}]");
    }
}
