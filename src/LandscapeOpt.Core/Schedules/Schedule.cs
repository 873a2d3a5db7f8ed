using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate as a function of the step.</summary>
public abstract record Schedule
{
    /// <summary>The learning rate of step <paramref name="step"/>, counted from 0.</summary>
    /// <param name="step">The step that uses it.</param>
    /// <param name="span">What the run says: its initial rate and number of steps.</param>
    public abstract double At(int step, in Span span);

    /// <summary>What a schedule knows of the run.</summary>
    /// <param name="LearningRate">The optimizer's learning rate, which the schedule starts from or scales.</param>
    /// <param name="Steps">The run's number of steps.</param>
    public readonly record struct Span(double LearningRate, int Steps);

    /// <summary>A per-run reader of the schedule. Schedules that watch the loss override this; the others are pure functions of the step.</summary>
    public virtual Pace Start(in Span span) => new PurePace(this, span);

    private sealed class PurePace(Schedule schedule, Span span) : Pace
    {
        public override double At(int step, double loss) => schedule.At(step, span);
    }
}

/// <summary>Gives the learning rates of one run, step by step.</summary>
public abstract class Pace
{
    /// <summary>The learning rate of the step; steps are asked in order, once each, with the objective's loss before the step.</summary>
    public abstract double At(int step, double loss);

    /// <summary>Whether what is asked depends on the losses seen, so that later rates are not known yet.</summary>
    public virtual bool WatchesLoss => false;
}

/// <summary>All schedules, by name. Each registers itself at the end of its own file.</summary>
public static partial class ScheduleCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static ScheduleCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<Schedule> Catalogue => Holder.List;

    private static Member<Schedule> Add(string name, Schedule prototype, About about, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => about, parameters);

    private static class Holder
    {
        internal static readonly Catalogue<Schedule> List = new("schedule", "schedules");
    }
}
