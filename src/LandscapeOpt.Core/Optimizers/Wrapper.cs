namespace LandscapeOpt.Optimizers;

/// <summary>The settings of a rule around another rule. Its learning rate is the inner rule's, unless it is given one itself.</summary>
public abstract record Wrapper : Optimizer
{
    private readonly Optimizer inner = new GradientDescent();
    private readonly double? rate;

    /// <summary>The rule inside, with the learning rate that counts.</summary>
    public Optimizer Base
    {
        get => rate is { } given ? inner with { LearningRate = given } : inner;
        init => inner = value;
    }

    /// <inheritdoc/>
    public sealed override double LearningRate
    {
        get => rate ?? inner.LearningRate;
        init => rate = value;
    }

    /// <inheritdoc/>
    public sealed override bool RunsInLanes => inner.RunsInLanes;

    /// <inheritdoc/>
    public sealed override bool NeedsResiduals => inner.NeedsResiduals;

    /// <summary>Equal where both do the same; it does not matter how the learning rate was given.</summary>
    public virtual bool Equals(Wrapper? other) => base.Equals(other) && Base.Equals(other.Base);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Base);
}
