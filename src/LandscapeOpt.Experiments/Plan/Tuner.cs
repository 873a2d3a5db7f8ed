using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>Chooses the parameters that are to be tuned.</summary>
public static class Tuner
{
    /// <summary>
    /// The experiment with every value chosen: in the tuning of each run, and in the run itself where it is the only one made from it. The
    /// same on every machine and for every number of threads.
    /// </summary>
    /// <param name="experiment">The experiment; the same object comes back where nothing is left to choose.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Experiment Tune(Experiment experiment, CancellationToken cancellation = default)
    {
        if (experiment.Tunings.Values.All(t => t.Chosen is not null))
        {
            return experiment;
        }

        var plan = new RunPlan(experiment);
        var tunings = new Dictionary<string, Tuning>(experiment.Tunings, StringComparer.Ordinal);
        var runs = new List<Run>(experiment.Runs);
        foreach ((string name, int first, int count) in plan.Blocks)
        {
            if (!tunings.TryGetValue(name, out Tuning? tuning) || tuning.Chosen is not null)
            {
                continue;
            }

            double[] chosen = Choose(tuning, plan, first, count, cancellation);
            tunings[name] = tuning with { Chosen = new(chosen) };
            if (!experiment.Sweep.Concerns(name))
            {
                int place = runs.FindIndex(r => r.Name == name);
                runs[place] = tuning.With(runs[place], chosen[0]);
            }
        }

        return experiment with { Runs = runs, Tunings = tunings };
    }

    // One value for each group of runs that differ in the seed alone.
    private static double[] Choose(Tuning tuning, RunPlan plan, int first, int count, CancellationToken cancellation)
    {
        int size = plan.GroupSize;
        double[][] grids = [.. Enumerable.Range(0, count / size).Select(g => tuning.Grid(plan[first + (g * size)]).ToArray())];
        (int Group, int Place)[] candidates = [.. grids.SelectMany((grid, g) => grid.Select((_, place) => (g, place)))];
        var scores = new Score[candidates.Length];
        Parallel.For(0, candidates.Length, new() { CancellationToken = cancellation }, i =>
        {
            (int group, int place) = candidates[i];
            scores[i] = Score.Of(tuning, Enumerable.Range(first + (group * size), size).Select(r => tuning.With(plan[r], grids[group][place])), cancellation);
        });

        // MinBy takes the first of equal ones, which is the smallest value.
        return [.. candidates.Zip(scores).GroupBy(c => c.First.Group).Select(g => grids[g.Key][g.MinBy(c => c.Second).First.Place])];
    }

    /// <summary>How good a value is; the lowest is the best. Infinite where the run diverged or never came near enough.</summary>
    private readonly record struct Score(double Steps, double Loss) : IComparable<Score>
    {
        public int CompareTo(Score other) => Steps.CompareTo(other.Steps) is not 0 and var order ? order : Loss.CompareTo(other.Loss);

        internal static Score Of(Tuning tuning, IEnumerable<Run> seeds, CancellationToken cancellation)
        {
            Score[] scores = [.. seeds.Select(run => Of(tuning, run, cancellation))];
            return new(Median(scores.Select(s => s.Steps)), Median(scores.Select(s => s.Loss)));
        }

        private static Score Of(Tuning tuning, Run run, CancellationToken cancellation)
        {
            var nearness = new Nearness((run.Landscape.Info.GlobalMinimum?.Loss ?? 0) + (tuning.Tolerance ?? 0));
            RunResult result = Engine.Execute(run, cancellation, nearness);
            double loss = BestRule.Count(result.Loss, result.Outcome.Kind is OutcomeKind.Diverged);
            return new(tuning.By is TuningRule.FinalLoss ? 0 : loss < double.PositiveInfinity ? nearness.Step : double.PositiveInfinity, loss);
        }

        private static double Median(IEnumerable<double> values) => Quantiles.Of([.. values.Order()], 0.5);
    }

    /// <summary>Notes the first step at which the loss is low enough.</summary>
    private sealed class Nearness(double loss) : IRunObserver
    {
        internal double Step { get; private set; } = double.PositiveInfinity;

        public void Row(StepView view)
        {
            if (view.Loss <= loss && view.Step < Step)
            {
                Step = view.Step;
            }
        }
    }
}
