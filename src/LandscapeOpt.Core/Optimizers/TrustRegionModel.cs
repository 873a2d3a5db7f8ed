using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>The quadratic model of a trust-region step, minimised exactly in the plane.</summary>
internal static class TrustRegionModel
{
    /// <summary>The p with |p| ≤ radius that minimises ⟨g, p⟩ + ½ ⟨p, h p⟩.</summary>
    internal static Vec2<Real> Minimum(Vec2<Real> g, Symmetric<Real> h, double radius)
    {
        (Vec2<Real> v1, Vec2<Real> v2) = Eigenvectors(h);
        (Real low, Real high) = h.Eigenvalues();
        double c1 = Vec2<Real>.Dot(v1, g), c2 = Vec2<Real>.Dot(v2, g), gap = high - low;
        if (low > 0 && Length(c1, c2, low, gap) <= radius)
        {
            return At(low);
        }

        if (low <= 0 && c1 == 0 && (gap > 0 ? Math.Abs(c2) / gap < radius : c2 == 0))
        {
            double across = gap > 0 ? -c2 / gap : 0;
            return ((Real)across * v2) + ((Real)Math.Sqrt((radius * radius) - (across * across)) * v1);
        }

        return At(Root(c1, c2, Math.Max(0, low), gap, radius));

        // With the multiplier λ = mu − low.
        Vec2<Real> At(double mu) => -(((Real)(c1 / mu) * v1) + ((Real)(c2 / (gap + mu)) * v2));
    }

    /// <summary>
    /// The mu = low + λ where |p| = radius: Newton's method on 1/|p| − 1/radius, which is nearly linear, kept between bounds. In terms of mu no
    /// digits are lost where λ is close to −low.
    /// </summary>
    private static double Root(double c1, double c2, double least, double gap, double radius)
    {
        double from = Math.Max(Math.Max(least, Math.Abs(c1) / radius), (Math.Abs(c2) / radius) - gap);
        double to = Math.Max(from, Math.Sqrt((c1 * c1) + (c2 * c2)) / radius), mu = from;
        for (int i = 0; i < 100 && from < to; i++)
        {
            double length = Length(c1, c2, mu, gap);
            if (length > radius)
            {
                from = Math.Max(from, mu);
            }
            else
            {
                to = Math.Min(to, mu);
            }

            // d(1/|p|)/d mu = Σ c_i²/(λ_i + λ)³ / |p|³.
            double slope = ((c1 * c1 / (mu * mu * mu)) + (c2 * c2 / Cube(gap + mu))) / Cube(length);
            double next = mu - (((1 / length) - (1 / radius)) / slope);
            if (next == mu || Math.Abs(length - radius) <= 1e-15 * radius)
            {
                break;
            }

            mu = next >= from && next <= to ? next : 0.5 * (from + to);
        }

        return mu;
    }

    private static double Length(double c1, double c2, double mu, double gap)
    {
        double p1 = c1 / mu, p2 = c2 / (gap + mu);
        return Math.Sqrt((p1 * p1) + (p2 * p2));
    }

    private static double Cube(double a) => a * a * a;

    /// <summary>Unit eigenvectors of the lower and the higher eigenvalue; the first non-zero entry of the lower one's is positive.</summary>
    private static (Vec2<Real> Low, Vec2<Real> High) Eigenvectors(Symmetric<Real> h)
    {
        double difference = 0.5 * (h.XX - h.YY), xy = h.XY, half = Math.Sqrt((difference * difference) + (xy * xy));
        Vec2<Real> high = half == 0 ? new(0, 1) : difference >= 0 ? new(difference + half, xy) : new(xy, half - difference);
        high /= Vec2<Real>.Norm(high);
        Vec2<Real> low = new(high.Y, -high.X);
        return low.X < 0 || (low.X == 0 && low.Y < 0) ? (-low, high) : (low, high);
    }
}
