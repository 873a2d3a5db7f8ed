using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.OdeSolvers;

namespace LandscapeOpt.Analyses;

/// <summary>The path dw/ds = −∇f(w): what gradient descent would do with infinitely small steps.</summary>
public static class GradientFlow
{
    private const int FewestSteps = 400, MostSteps = 100_000, Shown = 400;

    /// <summary>Follows the flow by Runge and Kutta's method of fourth order.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="time">For how long: a run's time is the sum of its learning rates; at least 0.</param>
    /// <param name="curvature">The largest curvature to be expected, which bounds the step; at least 0.</param>
    /// <returns>About 400 points from start to end; fewer where the flow leaves all numbers.</returns>
    public static IReadOnlyList<Point> From(ILandscape landscape, Point start, double time, double curvature)
    {
        if (!(time > 0) || !double.IsFinite(time))
        {
            return [start];
        }

        // Half the step that the curvature allows: the error is then far below what a picture shows.
        int steps = (int)Math.Clamp(time * curvature, FewestSteps, MostSteps);
        Vector<double> first = Vector<double>.Build.Dense([start.X, start.Y]);
        Vector<double>[] path = RungeKutta.FourthOrder(first, 0, time, steps + 1, (_, w) =>
        {
            Point g = landscape.Gradient(new(w[0], w[1])).Gradient;
            return Vector<double>.Build.Dense([-g.X, -g.Y]);
        });
        int stride = Math.Max(1, path.Length / Shown);
        return [.. path.Where((_, i) => i % stride == 0 || i == path.Length - 1).Select(w => new Point(w[0], w[1])).TakeWhile(p => p.IsFinite)];
    }

    /// <summary>The flow beside a run: from the same start, for the sum of the run's learning rates.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="path">The run's path.</param>
    public static IReadOnlyList<Point> Beside(ILandscape landscape, PathRecord path)
    {
        double time = path.LearningRates.Take(path.Steps).Where(double.IsFinite).Sum();
        double curvature = path.Points.Select(p => Spectrum.Of(landscape.Hessian(p))).Max(s => Math.Max(Math.Abs(s.Low), Math.Abs(s.High)));
        return From(landscape, path.Points[0], time, curvature);
    }
}
