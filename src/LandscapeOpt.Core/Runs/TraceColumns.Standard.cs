using LandscapeOpt.Numbers;
using static LandscapeOpt.Runs.ColumnPresence;

namespace LandscapeOpt.Runs;

public static partial class TraceColumns
{
    private static IReadOnlyList<ColumnFamily> Standard { get; } =
    [
        Single("step", "1", "t, from 0", Always, v => v.Step),
        Single("x", "length", "first coordinate of w_t", Always, v => v.W.X),
        Single("y", "length", "second coordinate of w_t", Always, v => v.W.Y),
        Single("loss", "loss", "the objective at w_t", Always, v => v.Loss),
        Single("gradient_x", "loss/length", "first coordinate of the objective's gradient at w_t", Always, v => v.Gradient.X),
        Single("gradient_y", "loss/length", "second coordinate of the objective's gradient at w_t", Always, v => v.Gradient.Y),
        Single("gradient_norm", "loss/length", "norm of the objective's gradient at w_t", Always, v => v.GradientNorm),
        Single("learning_rate", "1", "learning rate of step t", Always, v => v.LearningRate, isOfStep: true),
        Single("update_x", "length", "first coordinate of w_{t+1} − w_t", Always, v => v.Update.X, isOfStep: true),
        Single("update_y", "length", "second coordinate of w_{t+1} − w_t", Always, v => v.Update.Y, isOfStep: true),
        Single("update_norm", "length", "length of w_{t+1} − w_t", Always, v => v.Update.Norm, isOfStep: true),
        Each("loss_NAME", "loss", "the component's loss at w_t", PerComponent, (v, k) => v.ComponentLosses[k]),
        Each("weight_NAME", "1", "the component's weight in step t", PerComponent, (v, k) => v.Weights[k], isOfStep: true),
        Single("distance_to_target", "length", "|w_t − w*|", WithTarget, v => (v.W - Target(v)).Norm),
        Single("progress", "1", "share of the start-target line that the projection of w_t has covered", WithTarget, Progress),
        Single("off_line", "length", "distance of w_t from the start-target line", WithTarget, OffLine),
        Each(
            "cosine_NAME",
            "1",
            "cosine of minus the component's gradient with the direction to the target",
            PerComponentWithTarget,
            (v, k) => Point.Cosine(-1 * v.ComponentGradients[k], Target(v) - v.W)),
        Single("average_x", "length", "first coordinate of the averaged point", WithAveraging, v => v.Average?.X ?? Trace.Empty),
        Single("average_y", "length", "second coordinate of the averaged point", WithAveraging, v => v.Average?.Y ?? Trace.Empty),
        Single("average_loss", "loss", "the objective at the averaged point", WithAveraging, v => v.Average is { } a ? v.Run.Landscape.Loss(a) : Trace.Empty),
    ];

    private static Point Target(StepView view) => view.Run.Target ?? new(double.NaN, double.NaN);

    private static double Progress(StepView view)
    {
        Point line = Target(view) - view.Run.Start;
        double square = Point.Dot(line, line);
        return square == 0 ? 1 : Point.Dot(view.W - view.Run.Start, line) / square;
    }

    private static double OffLine(StepView view)
    {
        Point line = Target(view) - view.Run.Start, along = view.W - view.Run.Start;
        double length = line.Norm;
        return length == 0 ? along.Norm : Math.Abs((line.X * along.Y) - (line.Y * along.X)) / length;
    }
}
