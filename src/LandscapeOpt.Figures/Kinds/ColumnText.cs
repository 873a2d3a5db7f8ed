using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Names of columns as figures write them.</summary>
internal static class ColumnText
{
    public static RichText Of(string column) => column switch
    {
        "gap" => "loss above minimum",
        "x" => RichText.Parse("*x*"),
        "y" => RichText.Parse("*y*"),
        "gradient_norm" => "gradient norm",
        "lambda_max" => RichText.Parse("λ_{max}"),
        "lambda_min" => RichText.Parse("λ_{min}"),
        "learning_rate" => "learning rate",
        "distance_to_target" => "distance to target",
        "off_line" => "distance from the line",
        _ => column.Replace('_', ' '),
    };
}
