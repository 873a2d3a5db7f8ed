using System.Numerics;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>
/// A real number as an integer times 2^-Digits, with enough digits that its error does not show: the independent judge of the elementary functions. It shares
/// nothing with them: integer arithmetic, Taylor series, and π and log 2 from their own series.
/// </summary>
internal readonly record struct Exact(BigInteger Scaled)
{
    /// <summary>Binary digits behind the point: those of the largest double times π, and 200 more than the smallest reduced angle needs.</summary>
    internal const int Digits = 1400;

    internal static Exact One { get; } = new(BigInteger.One << Digits);

    /// <summary>Machin's formula: π = 16 atan(1/5) - 4 atan(1/239).</summary>
    internal static Exact Pi { get; } = new((16 * AtanOfInverse(5)) - (4 * AtanOfInverse(239)));

    /// <summary>log 2 = 2 atanh(1/3).</summary>
    internal static Exact Ln2 { get; } = new(2 * InverseSeries(3, alternating: false));

    internal static Exact Of(double x)
    {
        (BigInteger mantissa, int exponent) = Parts(x);
        return new(Shift(mantissa, exponent + Digits));
    }

    public static Exact operator +(Exact a, Exact b) => new(a.Scaled + b.Scaled);

    public static Exact operator -(Exact a, Exact b) => new(a.Scaled - b.Scaled);

    public static Exact operator *(Exact a, Exact b) => new((a.Scaled * b.Scaled) >> Digits);

    public static Exact operator /(Exact a, Exact b) => new((a.Scaled << Digits) / b.Scaled);

    /// <summary>This number times 2ⁿ.</summary>
    internal Exact Times2(int n) => new(Shift(Scaled, n));

    /// <summary>sin(x + quarterTurns π/2).</summary>
    internal static Exact Sin(double x, int quarterTurns)
    {
        Exact half = Pi.Times2(-1), angle = Of(x) + new Exact(half.Scaled * quarterTurns);
        BigInteger quarters = Round(angle, half);
        Exact r = angle - new Exact(quarters * half.Scaled);
        bool odd = !quarters.IsEven, negative = !(quarters >> 1).IsEven;
        Exact result = odd ? Series(One, r, 0) : Series(r, r, 1);
        return negative ? new(-result.Scaled) : result;
    }

    /// <summary>eˣ as a number near 1 and a power of 2.</summary>
    internal static (Exact Value, int Power) Exp(Exact x)
    {
        BigInteger n = Round(x, Ln2);
        Exact r = (x - new Exact(n * Ln2.Scaled)).Times2(-16), term = One, sum = One;
        for (int k = 1; !term.Scaled.IsZero && !term.Scaled.Equals(BigInteger.MinusOne); k++)
        {
            term = new((term * r).Scaled / k);
            sum += term;
        }

        for (int i = 0; i < 16; i++) sum *= sum;
        return (sum, (int)n);
    }

    /// <summary>log x, x &gt; 0, by 2 atanh((m - 1) / (m + 1)).</summary>
    internal static Exact Log(double x)
    {
        (BigInteger mantissa, int exponent) = Parts(x);
        int bits = (int)mantissa.GetBitLength();
        Exact m = new(mantissa << (Digits - bits)), s = (m - One) / (m + One), square = s * s, power = s, sum = s;
        for (int k = 3; BigInteger.Abs(power.Scaled) > 1; k += 2)
        {
            power *= square;
            sum += new Exact(power.Scaled / k);
        }

        return sum.Times2(1) + new Exact((exponent + bits) * Ln2.Scaled);
    }

    /// <summary>The angle of (x, y), y and x &gt; 0, by halving the angle until its series is short.</summary>
    internal static Exact Atan2(Exact y, Exact x)
    {
        const int Halvings = 12;
        for (int i = 0; i < Halvings; i++)
        {
            BigInteger length = Root((x.Scaled * x.Scaled) + (y.Scaled * y.Scaled));
            x = new(x.Scaled + length);
        }

        Exact t = y / x, square = t * t, power = t, sum = t;
        for (int k = 3; BigInteger.Abs(power.Scaled) > 1; k += 2)
        {
            power = new(-(power * square).Scaled);
            sum += new Exact(power.Scaled / k);
        }

        return sum.Times2(Halvings);
    }

    /// <summary>√(x² + y²).</summary>
    internal static Exact Length(Exact x, Exact y) => new(Root((x.Scaled * x.Scaled) + (y.Scaled * y.Scaled)));

    /// <summary>How far a double is from this number times 2^power, in units in the last place of the double nearest to it.</summary>
    internal double UlpsFrom(double actual, int power = 0)
    {
        BigInteger magnitude = BigInteger.Abs(Scaled);
        int unit = Math.Max((int)magnitude.GetBitLength() - Digits + power - 53, -1074);
        const int Fine = 40;
        BigInteger own = Shift(Scaled, power - Digits - unit + Fine);
        (BigInteger mantissa, int exponent) = Parts(actual);
        return (double)BigInteger.Abs(own - Shift(mantissa, exponent - unit + Fine)) / (1L << Fine);
    }

    private static (BigInteger Mantissa, int Exponent) Parts(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x), fraction = bits & 0xF_FFFF_FFFF_FFFF;
        int exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = exponent == 0 ? fraction : fraction | 1L << 52;
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    private static BigInteger Shift(BigInteger a, int n) => n >= 0 ? a << n : a >> -n;

    private static BigInteger Round(Exact a, Exact unit) => BigInteger.Divide(
        (a.Scaled << 1) + (a.Scaled.Sign < 0 ? -unit.Scaled : unit.Scaled), unit.Scaled << 1);

    // first - first r² / ((k + 1)(k + 2)) + …
    private static Exact Series(Exact first, Exact r, int k)
    {
        Exact square = r * r, term = first, sum = first;
        for (; BigInteger.Abs(term.Scaled) > 1; k += 2)
        {
            term = new(-(term * square).Scaled / ((k + 1) * (k + 2)));
            sum += term;
        }

        return sum;
    }

    private static BigInteger AtanOfInverse(int n) => InverseSeries(n, alternating: true);

    // Σ (±1)^k / ((2k + 1) n^(2k + 1)).
    private static BigInteger InverseSeries(int n, bool alternating)
    {
        BigInteger power = (BigInteger.One << Digits) / n, sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power /= alternating ? -n * n : n * n;
            sum += power / k;
        }

        return sum;
    }

    private static BigInteger Root(BigInteger a)
    {
        BigInteger root = BigInteger.One << ((int)(a.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + (a / root)) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
