using static LandscapeOpt.Cli.Tests.Hostile.HostileInput;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Numbers, points, sizes and windows of command lines.</summary>
internal static class HostileNumbers
{
    internal static HostileInput[] All =>
    [
        Line("run --landscape booth --lr 1,5", "write a decimal point, not a comma", "greater than 0"),
        Line("run --landscape booth --lr NaN", "'NaN' is not a number"),
        Line("run --landscape booth --lr Infinity", "'Infinity' is not a number"),
        Line("run --landscape booth --lr 1e400", "too large for a double"),
        Line("run --landscape booth --lr 0", "greater than 0"),
        Line("run --landscape booth --lr -0.1", "greater than 0"),
        Line("run --landscape booth --lr ''", "is empty"),
        Line("run --landscape booth --lr 0x10", "'0x10' is not a number"),
        Line("run --landscape booth --steps -3", "from 0 to 10000000"),
        Line("run --landscape booth --steps 10000001", "from 0 to 10000000"),
        Line("run --landscape booth --steps 2.5", "whole number"),
        Line("run --landscape booth --steps 99999999999999999999", "whole number"),
        Line("run --landscape booth --steps 1e300", "whole number"),
        Line("run --landscape booth --seed -1", "at least 0"),
        Line("run --landscape booth --start 1", "'1' is not two numbers: expected a point written x,y"),
        Line("run --landscape booth --start 1,2,3", "expected a point written x,y"),
        Line("run --landscape booth --start 1,nan", "'nan' is not a number: expected a point written x,y"),
        Line("run --landscape booth --start ,", "expected a point written x,y"),
        Line("run --landscape booth --size 8in", "'8in' is not a number: expected a size in points written WxH"),
        Line("run --landscape booth --size 800", "'800' is not two numbers: expected a size in points written WxH"),
        Line("run --landscape booth --size 800x600x3", "expected a size in points written WxH"),
        Line("run --landscape booth --size 0x600", "a number from 100 to 5000"),
        Line("run --landscape booth --size 800x1e9", "a number from 100 to 5000"),
        Line("run --landscape booth --scale 0", "from 0.5 to 16"),
        Line("run --landscape booth --scale 1e300", "from 0.5 to 16"),
        Line("map basins --landscape booth --pixels 0x0", "from 1 to 16384"),
        Line("map basins --landscape booth --pixels 99999x9", "from 1 to 16384"),
        Line("map basins --landscape booth --pixels 4x4x4", "expected WxH"),
        Line("map basins --landscape booth --pixels 4 --threads 0", "from 1 to 1024"),
        Line("map basins --landscape booth --pixels 4 --supersample 99", "from 1 to"),
        Line("map basins --landscape booth --pixels 16384 --supersample 2", "at most"),
        Line("map basins --landscape quadratic --pixels 4x4 --window=-1e308,1e308,-1e308,1e308", "x0 < x1", "1e100"),
        Line("map basins --landscape booth --pixels 4 --window 0,1", "expected four numbers x0,x1,y0,y1"),
        Line("map basins --landscape booth --pixels 4 --window 1,0,0,1", "x0 < x1"),
        Line("map basins --landscape booth --pixels 4 --window 0,nan,0,1", "expected four numbers"),
        Line("run --landscape transformed:of=booth,shift=1e308;1e308", "its domain is too far out", "1e100"),
        Line("run --landscape quadratic:centerX=1e300", "its domain is too far out", "1e100"),
        Line("run --landscape easy-hard --mixing fixed:weights=1;2;3", "fixed has 3 weights, the landscape has 2 components"),
        Line("inspect critical --landscape booth --window 0,0,0,0", "x0 < x1"),
        Line("inspect critical --landscape booth --window=-1e300,1e300,-1e300,1e300", "1e100"),
        Line("inspect line --landscape booth --to 1,1 --from 1", "expected two numbers X,Y"),
        Line("inspect line --landscape booth --from 0,0 --to 1,1 --points 1", "from"),
        Line("inspect line --landscape booth --from 0,0 --to 1,1 --points 1e9", "to 100000"),
        Line("inspect curve --landscape himmelblau --from 3,2 --to 3.58,-1.85 --bends 0", "from 1 to 20"),
        Line("inspect sharpness --landscape booth --at 1,1 --rho 0", "greater than 0"),
        Line("inspect sharpness --landscape booth --at 1,1 --epsilon x", "greater than 0"),
        Line("inspect homotopy --landscape easy-hard --alphas 1", "from 2 to 10000"),
        Line("inspect homotopy --landscape easy-hard --axis z", "expected one of x, y, loss"),
    ];
}
