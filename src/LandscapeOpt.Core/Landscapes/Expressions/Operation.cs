using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>An operation of <see cref="IReal{T}"/>, a leaf, or two operations that programs do in one step.</summary>
internal enum Operation : byte
{
    Constant,
    X,
    Y,
    Add,
    Subtract,
    Negate,
    Multiply,
    Divide,
    Square,
    Sqrt,
    Exp,
    Log,
    Sin,
    Cos,
    Tanh,
    Pow,
    Atan2,
    Hypot,
    Abs,
    Max,
    Min,
    IfPositive,

    /// <summary>a·b + c, rounded twice.</summary>
    MultiplyAdd,

    /// <summary>a·b - c, rounded twice.</summary>
    MultiplySubtract,

    /// <summary>c - a·b, rounded twice.</summary>
    SubtractProduct,

    /// <summary>a·b + c·d, each rounded.</summary>
    AddProducts,

    /// <summary>a·b - c·d, each rounded.</summary>
    SubtractProducts,

    /// <summary>(a·b)·c.</summary>
    MultiplyThree,

    /// <summary>(a + b) + c.</summary>
    AddThree,

    /// <summary>a / b for a constant b; only in block programs, like those that follow.</summary>
    DivideByConstant,

    /// <summary>The sine of an angle that is proved to be of usual size.</summary>
    UnguardedSin,

    /// <summary>The cosine of such an angle.</summary>
    UnguardedCos,

    /// <summary>eᵃ for an exponent that is proved to be of usual size.</summary>
    UnguardedExp,
}
