namespace LandscapeOpt.Numbers;

/// <summary>Elementary functions with the same bits on every machine.</summary>
public static class Elementary
{
    /// <summary>Sine, x in radians.</summary>
    public static double Sin(double x) => Math.Sin(x);

    /// <summary>Cosine, x in radians.</summary>
    public static double Cos(double x) => Math.Cos(x);

    /// <summary>eˣ.</summary>
    public static double Exp(double x) => Math.Exp(x);

    /// <summary>Natural logarithm.</summary>
    public static double Log(double x) => Math.Log(x);

    /// <summary>Hyperbolic tangent.</summary>
    public static double Tanh(double x) => Math.Tanh(x);

    /// <summary>xʸ.</summary>
    public static double Pow(double x, double y) => Math.Pow(x, y);

    /// <summary>Angle of (x, y).</summary>
    public static double Atan2(double y, double x) => Math.Atan2(y, x);
}
