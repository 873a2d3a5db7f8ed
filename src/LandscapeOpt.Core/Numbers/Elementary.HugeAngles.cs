using System.Numerics;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    // The binary digits of 1/π after the point, 1280 of them, behind 64 zeros.
    private static ReadOnlySpan<ulong> InversePiDigits =>
    [
        0,
        0x517CC1B727220A94, 0xFE13ABE8FA9A6EE0, 0x6DB14ACC9E21C820, 0xFF28B1D5EF5DE2B0,
        0xDB92371D2126E970, 0x0324977504E8C90E, 0x7F0EF58E5894D39F, 0x74411AFA975DA242,
        0x74CE38135A2FBF20, 0x9CC8EB1CC1A99CFA, 0x4E422FC5DEFC941D, 0x8FFC4BFFEF02CC07,
        0xF79788C5AD05368F, 0xB69B3F6793E584DB, 0xA7A31FB34F2FF516, 0xBA93DD63F5F2F8BD,
        0x9E839CFBC5294975, 0x35FDAFD88FC6AE84, 0x2B0198237E3DB5D5, 0xF867DE104D7A1B0E,
    ];

    /// <summary>sin(x + quarterTurns π/2) for a finite |x| ≥ 1, reduced with as many digits of 1/π as it takes (Payne and Hanek's method).</summary>
    private static double SinOfHugeAngle(double x, int quarterTurns)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        ulong mantissa = (bits & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000;
        int exponent = (int)(bits >> 52 & 0x7FF) - 1075;

        // |x| / π modulo 2, as a fixed-point number of 192 bits of which the highest is worth 1. Digits before the window are worth whole
        // turns. Those behind it are worth less than 2^-138, and no double is within 2^-62 of a multiple of π/2.
        int first = exponent + 63, word = first >> 6, offset = first & 63;
        ulong d0 = Digits(word, offset), d1 = Digits(word + 1, offset), d2 = Digits(word + 2, offset);
        ulong high = mantissa * d0, carry = Math.BigMul(mantissa, d2, out ulong low);
        ulong middleHigh = Math.BigMul(mantissa, d1, out ulong middle);
        middle += carry;
        high += middleHigh + (middle < carry ? 1UL : 0UL);

        // sin(-x + π/2) = sin(x + π/2), so only the sine takes the sign of x.
        bool negative = quarterTurns == 0 && double.IsNegative(x);
        high += (ulong)quarterTurns << 62;

        // sin((n + f)π) = (-1)^n sin(f π) = (-1)^n sin((1 - f)π), of which the one with at most 1/2 is taken.
        if ((high >> 63) != 0) negative = !negative;
        bool above = (high >> 62 & 1) != 0;
        high = high << 1 | middle >> 63;
        middle = middle << 1 | low >> 63;
        low <<= 1;
        if (above) (high, middle, low) = (~high, ~middle, ~low);

        double r = TimesPi(high, middle, low);
        return SinPolynomial<Real>(negative ? -r : r);
    }

    private static ulong Digits(int word, int offset) =>
        offset == 0 ? InversePiDigits[word] : InversePiDigits[word] << offset | InversePiDigits[word + 1] >> (64 - offset);

    /// <summary>π times the binary fraction 0.(high)(middle)(low) between 2^-64 and 1/2.</summary>
    private static double TimesPi(ulong high, ulong middle, ulong low)
    {
        int zeros = BitOperations.LeadingZeroCount(high);
        high = high << zeros | middle >> (64 - zeros);
        middle = middle << zeros | low >> (64 - zeros);

        // 53 bits and the next 63, each of which a double holds or rounds exactly.
        double lead = (double)(long)(high >> 11), rest = (double)(long)(((high & 0x7FF) << 52) | middle >> 12) * Power(-63);
        double product = lead * Pi1, error = Math.FusedMultiplyAdd(lead, Pi1, -product);
        return (product + Math.FusedMultiplyAdd(lead, Pi2, Math.FusedMultiplyAdd(rest, Pi1, error))) * Power(-53 - zeros);
    }

    /// <summary>2ⁿ, n from -1022 to 1023.</summary>
    private static double Power(int n) => BitConverter.Int64BitsToDouble((n + 1023L) << 52);
}
