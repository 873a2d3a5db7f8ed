namespace LandscapeOpt.Maps;

/// <summary>How closely the runs of a block are watched. Struct types, so that a kernel is compiled without what it does not need.</summary>
internal interface IWatch
{
    /// <summary>Whether runs end early.</summary>
    static abstract bool Retires { get; }

    /// <summary>
    /// Whether each step looks at loss and gradient, and not only at the point: because a stop rule asks for it, or because they may overflow
    /// while the point is still near.
    /// </summary>
    static abstract bool LooksAtLoss { get; }
}

/// <summary>Every run does all its steps.</summary>
internal readonly struct NoWatch : IWatch
{
    public static bool Retires => false;

    public static bool LooksAtLoss => false;
}

/// <summary>Runs end where the point runs away or comes to rest.</summary>
internal readonly struct PointWatch : IWatch
{
    public static bool Retires => true;

    public static bool LooksAtLoss => false;
}

/// <summary>Runs end by any rule.</summary>
internal readonly struct LossWatch : IWatch
{
    public static bool Retires => true;

    public static bool LooksAtLoss => true;
}
