namespace LandscapeOpt.Tests.Landscapes.Expressions;

/// <summary>A double with a bound of its rounding error, so that a comparison knows how close two right results must be.</summary>
internal readonly record struct Bounded(double Value, double Error)
{
    private const double Unit = 1.2e-15;

    public static implicit operator Bounded(double value) => new(value, 0);

    public static Bounded operator +(Bounded a, Bounded b) => Rounded(a.Value + b.Value, a.Error + b.Error);

    public static Bounded operator -(Bounded a, Bounded b) => Rounded(a.Value - b.Value, a.Error + b.Error);

    public static Bounded operator -(Bounded a) => a with { Value = -a.Value };

    public static Bounded operator *(Bounded a, Bounded b) => Rounded(
        a.Value * b.Value, (Math.Abs(a.Value) * b.Error) + (Math.Abs(b.Value) * a.Error) + (a.Error * b.Error));

    public static Bounded operator /(Bounded a, Bounded b)
    {
        double smallest = Math.Abs(b.Value) - b.Error, quotient = a.Value / b.Value;
        return Rounded(quotient, smallest > 0 ? (a.Error + (Math.Abs(quotient) * b.Error)) / smallest : double.PositiveInfinity);
    }

    /// <summary>f of the number, where |f'| nearby is at most the given slope.</summary>
    public Bounded Map(Func<double, double> f, Func<double, double> slope) => Rounded(
        f(Value), Error * Math.Max(Math.Abs(slope(Value)), Math.Max(Math.Abs(slope(Value - Error)), Math.Abs(slope(Value + Error)))));

    private static Bounded Rounded(double value, double error) => new(value, error + (Unit * Math.Abs(value)));
}
