using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Landscapes;

/// <summary>
/// Critical points that were computed elsewhere by Newton's method with 30 digits, rounded to 16 significant ones: each is stated, to the last
/// digit. That the stated ones are what they are said to be is tested over the catalogue.
/// </summary>
public sealed class PublishedPointsTests
{
    private const CriticalKind Min = CriticalKind.Minimum, Max = CriticalKind.Maximum, Saddle = CriticalKind.Saddle, Degenerate = CriticalKind.Degenerate;

    // Which other points follow from the one printed.
    private enum Mirror
    {
        None,
        Point,
        Signs,
        SignsAndSwap,
    }

    public static TheoryData<string> Names => [.. Table.Select(r => r.Name).Distinct()];

    private static (string Name, CriticalKind Kind, double X, double Y, double Loss, Mirror Mirror)[] Table =>
    [
        ("rosenbrock", Min, 1, 1, 0, Mirror.None),
        ("himmelblau", Min, 3, 2, 0, Mirror.None),
        ("himmelblau", Min, 3.584428340330492, -1.848126526964404, 0, Mirror.None),
        ("himmelblau", Min, -3.779310253377747, -3.283185991286169, 0, Mirror.None),
        ("himmelblau", Min, -2.805118086952745, 3.131312518250573, 0, Mirror.None),
        ("himmelblau", Saddle, 3.385154183607021, .07385187983774929, 13.31192627040559, Mirror.None),
        ("himmelblau", Saddle, .08667750455539635, 2.884254701174776, 67.71915008752614, Mirror.None),
        ("himmelblau", Saddle, -3.07302575076439, -.08135304428796751, 104.0151629175581, Mirror.None),
        ("himmelblau", Saddle, -.1279613467306801, -1.953714980244576, 178.3372392019275, Mirror.None),
        ("himmelblau", Max, -.2708445906673476, -.9230385564799815, 181.6165215225827, Mirror.None),
        ("beale", Min, 3, .5, 0, Mirror.None),
        ("beale", Saddle, 0, 1, 14.203125, Mirror.None),
        ("beale", Saddle, .1005379373241584, -2.644513585023125, 9.86451228475556, Mirror.None),
        ("booth", Min, 1, 3, 0, Mirror.None),
        ("matyas", Min, 0, 0, 0, Mirror.None),
        ("three-hump-camel", Min, 0, 0, 0, Mirror.None),
        ("three-hump-camel", Min, 1.747552345830289, -.8737761729151444, .2986384422368598, Mirror.Point),
        ("three-hump-camel", Saddle, 1.07054229182366, -.53527114591183, .8773615577631402, Mirror.Point),
        ("six-hump-camel", Min, .08984201310031806, -.7126564030207396, -1.031628453489877, Mirror.Point),
        ("six-hump-camel", Min, 1.703606714969981, -.7960835686726251, -.2154638243837176, Mirror.Point),
        ("six-hump-camel", Min, 1.607104752920197, .5686514548841314, 2.104250310311258, Mirror.Point),
        ("six-hump-camel", Saddle, 0, 0, 0, Mirror.None),
        ("six-hump-camel", Saddle, 1.109205336804786, -.7682680925095398, .5437186009781851, Mirror.Point),
        ("six-hump-camel", Saddle, 1.638067984189779, .2286740690443941, 2.229357197530715, Mirror.Point),
        ("six-hump-camel", Saddle, 1.296070267167109, .6050843880386585, 2.22947081802986, Mirror.Point),
        ("six-hump-camel", Max, 1.230229876516653, .162334584458995, 2.496295351023577, Mirror.Point),
        ("goldstein-price", Min, 0, -1, 3, Mirror.None),
        ("goldstein-price", Min, -.6, -.4, 30, Mirror.None),
        ("goldstein-price", Min, 1.8, .2, 84, Mirror.None),
        ("goldstein-price", Min, 1.2, .8, 840, Mirror.None),
        ("goldstein-price", Saddle, -.4, -.6, 35, Mirror.None),
        ("goldstein-price", Saddle, 1.2, -.2, 99, Mirror.None),
        ("goldstein-price", Saddle, 1.4, .6, 980, Mirror.None),
        ("goldstein-price", Saddle, .6, .4, 990, Mirror.None),
        ("goldstein-price", Max, .8, .2, 1155, Mirror.None),
        ("ackley", Min, 0, 0, 0, Mirror.None),
        ("ackley", Min, .9521665459501717, 0, 2.579927557029872, Mirror.SignsAndSwap),
        ("ackley", Min, .9684776587077244, .9684776587077244, 3.57445187725768, Mirror.Signs),
        ("ackley", Min, 1.974451986484117, 1.974451986484117, 6.559645375627878, Mirror.None),
        ("ackley", Saddle, .6257806168564638, 0, 3.25246924511318, Mirror.None),
        ("rastrigin", Min, 0, 0, 0, Mirror.None),
        ("rastrigin", Min, .9949586376523348, 0, .9949590570932914, Mirror.Signs),
        ("rastrigin", Min, .9949586376523348, .9949586376523348, 1.989918114186583, Mirror.Signs),
        ("rastrigin", Min, 1.98991223370855, 0, 3.979831190554087, Mirror.None),
        ("rastrigin", Saddle, .5025460365546746, 0, 20.25127299099011, Mirror.None),
        ("rastrigin", Max, .5025460365546746, .5025460365546746, 40.50254598198023, Mirror.None),
        ("styblinski-tang", Min, -2.9035340277711771, -2.9035340277711771, -78.33233140754283, Mirror.None),
        ("styblinski-tang", Min, -2.9035340277711771, 2.746802770990837, -64.19561235905536, Mirror.None),
        ("styblinski-tang", Min, 2.746802770990837, -2.9035340277711771, -64.19561235905536, Mirror.None),
        ("styblinski-tang", Min, 2.746802770990837, 2.746802770990837, -50.05889331056789, Mirror.None),
        ("styblinski-tang", Saddle, -2.9035340277711771, .1567312567803401, -38.97055334471606, Mirror.None),
        ("styblinski-tang", Saddle, 2.746802770990837, .1567312567803401, -24.83383429622858, Mirror.None),
        ("styblinski-tang", Max, .1567312567803401, .1567312567803401, .3912247181107161, Mirror.None),
        ("griewank", Min, 0, 0, 0, Mirror.None),
        ("griewank", Min, 3.14002263389554, 4.438444480920714, .007396040334115083, Mirror.Signs),
        ("griewank", Min, 6.280045279379905, 0, .009864672061006213, Mirror.Signs),
        ("griewank", Min, 0, 8.876888929095656, .0197194892481848, Mirror.Signs),
        ("griewank", Saddle, 1.572367910439322, 2.222553302578754, 1.001851785452283, Mirror.Signs),
        ("levy-13", Min, 1, 1, 0, Mirror.None),
        ("levy-13", Min, .6703805254516863, 1, .1098736583588379, Mirror.None),
        ("levy-13", Min, 1.329619474548314, 1, .1098736583588379, Mirror.None),
        ("levy-13", Saddle, .8314352416485596, 1, 1.028094092257297, Mirror.None),
        ("mccormick", Min, -.54719755119659775, -1.5471975511965977, -1.9132229549810364, Mirror.None),
        ("mccormick", Min, 2.594395102393195, 1.594395102393195, 1.228369698608757, Mirror.None),
        ("mccormick", Saddle, 1.547197551196598, .5471975511965977, 1.913222954981036, Mirror.None),
        ("easom", Min, 3.141592653589793, 3.141592653589793, -1, Mirror.None),
        ("easom", Min, 1.304995450437668, 1.304995450437668, -8.110223891570066e-05, Mirror.None),
        ("easom", Max, 1.304995450437668, 3.141592653589793, .009005678148573857, Mirror.None),
        ("bohachevsky-1", Min, 0, 0, 0, Mirror.None),
        ("bohachevsky-1", Min, .6186120678279501, 0, .4129268302758151, Mirror.Signs),
        ("bohachevsky-1", Min, 0, .4695275456684923, .469882414921396, Mirror.Signs),
        ("bohachevsky-1", Min, .6186120678279501, .4695275456684923, .882809245197211, Mirror.Signs),
        ("bohachevsky-1", Saddle, .3607081555517536, 0, .7201809112284155, Mirror.Signs),
        ("bohachevsky-1", Saddle, 0, .2670404674810485, .9334852966930434, Mirror.Signs),
        ("cross-in-tray", Min, 1.3494066171539108, 1.3494066171539108, -2.0626118708227369, Mirror.Signs),
        ("quadratic", Min, 0, 0, 0, Mirror.None),
        ("monkey-saddle", Degenerate, 0, 0, 0, Mirror.None),
        ("scalar-factorization", Saddle, 0, 0, .5, Mirror.None),
        ("sharp-flat", Min, 1, 0, 0, Mirror.None),
        ("sharp-flat", Min, -1, 0, 0, Mirror.None),
        ("sharp-flat", Saddle, .248306437567298, 0, 1.644735626510065, Mirror.None),
        ("sin-cos", Min, -1.306440008369511, -2.688543872446505, -.2397267142333103, Mirror.None),
        ("sin-cos", Min, -1.306440008369511, 2.498473192148209, .2792728806980372, Mirror.None),
        ("sin-cos", Min, 3.837467106499049, -2.688543872446505, 1.386414181275964, Mirror.None),
        ("sin-cos", Min, 3.837467106499049, 2.498473192148209, 1.905413776207311, Mirror.None),
        ("sin-cos", Saddle, -1.306440008369511, .1254106009766615, 1.211677896444475, Mirror.None),
        ("sin-cos", Saddle, 3.837467106499049, .1254106009766615, 2.837818791953749, Mirror.None),
        ("sin-cos", Saddle, 1.977383029328841, -2.688543872446505, 1.864336037681282, Mirror.None),
        ("sin-cos", Saddle, 1.977383029328841, 2.498473192148209, 2.383335632612629, Mirror.None),
        ("sin-cos", Max, 1.977383029328841, .1254106009766615, 3.315740648359067, Mirror.None),
        ("averaged", Min, 2.147855119942794, 2.015011201381378, .1437220247078894, Mirror.None),
        ("easy-hard", Min, 2.147855119942794, 2.015011201381378, .1437220247078894, Mirror.None),
        ("hard", Min, 2.100354434861176, 2.077390602152709, .2004037577216168, Mirror.None),
        ("easy", Min, 1.875, 1.5, 0, Mirror.None),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_published_point_is_stated(string name)
    {
        IReadOnlyList<CriticalPoint> stated = Named(name).Info.CriticalPoints;
        foreach ((_, CriticalKind kind, double x, double y, double loss, Mirror mirror) in Table.Where(r => r.Name == name))
        {
            foreach (Point at in Mirrored(new(x, y), mirror))
            {
                Assert.True(
                    stated.Any(p => p.Kind == kind && IsPrinted(at.X, p.At.X) && IsPrinted(at.Y, p.At.Y) && IsPrinted(loss, p.Loss)),
                    Invariant($"{name}: {kind} at {at} with loss {loss} is not stated."));
            }
        }
    }

    [Fact]
    public void The_lowest_of_them_is_the_target_that_minimum_means()
    {
        foreach (IGrouping<string, (string Name, CriticalKind Kind, double X, double Y, double Loss, Mirror Mirror)> rows in Table.GroupBy(r => r.Name))
        {
            if (rows.Where(r => r.Kind == Min).ToList() is { Count: > 0 } minima)
            {
                Assert.True(IsPrinted(minima.Min(r => r.Loss), Named(rows.Key).Info.GlobalMinimum!.Loss), rows.Key);
            }
        }
    }

    /// <summary>Printed with fewer digits.</summary>
    [Fact]
    public void Levys_diagonal_minima_are_stated()
    {
        foreach ((double x, double y) in ((double, double)[])[(.671666, .733893), (2 - .671666, .733893), (.671666, 2 - .733893), (2 - .671666, 2 - .733893)])
        {
            CriticalPoint point = Assert.Single(Named("levy-13").Info.CriticalPoints, p => (p.At - new Point(x, y)).Norm < 1e-6);
            Assert.Equal((Min, .28871153), (point.Kind, Math.Round(point.Loss, 8)));
        }
    }

    // Half a unit of the 16th digit, and the rounding to a double.
    private static bool IsPrinted(double printed, double stated) =>
        Math.Abs(printed - stated) <= 6e-16 * Math.Pow(10, Math.Ceiling(Math.Log10(Math.Abs(printed) + 1e-300)));

    private static IEnumerable<Point> Mirrored(Point p, Mirror mirror) => mirror switch
    {
        Mirror.Point => [p, -1 * p],
        Mirror.Signs => [p, new(-p.X, p.Y), new(p.X, -p.Y), -1 * p],
        Mirror.SignsAndSwap => [.. Mirrored(p, Mirror.Signs), .. Mirrored(new(p.Y, p.X), Mirror.Signs)],
        _ => [p],
    };

    private static ILandscape Named(string name) => (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
}
