using System.Text;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Execute.Tables;

/// <summary>The values of a map's pixels in files.</summary>
public sealed class RawMapTests
{
    [Theory]
    [InlineData(new[] { 3, 4, 5 }, "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4, 5), }", 128)]
    [InlineData(new[] { 16384, 16384, 5 }, "{'descr': '<f8', 'fortran_order': False, 'shape': (16384, 16384, 5), }", 128)]
    [InlineData(new[] { 7 }, "{'descr': '<f8', 'fortran_order': False, 'shape': (7,), }", 128)]
    public void The_header_is_that_of_the_format(int[] shape, string dictionary, int length)
    {
        byte[] header = NumpyFile.Header(shape);
        Assert.Equal(length, header.Length);
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)(length - 10), 0], header[..10]);
        Assert.Equal(dictionary.PadRight(length - 11) + "\n", Encoding.ASCII.GetString(header[10..]));
    }

    [Fact]
    public void The_array_holds_what_the_runs_came_to()
    {
        MapGrid grid = new(Domain.Square(5), 6, 4);
        ComputedBasins map = BasinMaps.Compute(Model, grid, new(), keepsEnds: true);
        byte[] bytes = Written(map, RawFormat.Npy);
        Assert.Equal(128 + (6 * 4 * 5 * 8), bytes.Length);
        for (int row = 0; row < 4; row++)
        {
            for (int column = 0; column < 6; column++)
            {
                RunResult run = Engine.Execute(Model with { Start = grid[column, row] }, CancellationToken.None);
                double[] cells = [.. Enumerable.Range(0, 5).Select(i => BitConverter.ToDouble(bytes, 128 + (8 * ((((row * 6) + column) * 5) + i))))];
                Assert.Equal([run.End.X, run.End.Y, run.Loss, run.Outcome.Step], cells[..4]);
                Assert.InRange((map.Minima[(int)cells[4]].At - run.End).Norm, 0, BasinMaps.Tolerance);
            }
        }
    }

    [Fact]
    public void A_table_holds_the_same_numbers()
    {
        ComputedBasins map = BasinMaps.Compute(Model, new(Domain.Square(5), 6, 4), new(), keepsEnds: true);
        byte[] array = Written(map, RawFormat.Npy);
        string[] lines = Encoding.UTF8.GetString(Written(map, RawFormat.Csv)).TrimEnd('\n').Split('\n');
        Assert.Equal("column,row,x,y,loss,steps,label", lines[0]);
        Assert.Equal(25, lines.Length);
        string[] cells = lines[1 + (2 * 6) + 5].Split(',');
        Assert.Equal(["5", "2"], cells[..2]);
        double[] numbers = [.. cells[2..].Select(c => double.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(Enumerable.Range(0, 5).Select(i => BitConverter.ToDouble(array, 128 + (8 * ((((2 * 6) + 5) * 5) + i)))), numbers);
    }

    [Fact]
    public void A_map_in_a_file_is_the_map_in_memory()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "rows");
        MapGrid grid = new(Domain.Square(5), 300, 500);
        ComputedBasins inMemory = BasinMaps.Compute(Model, grid, new(), smooth: 2, keepsEnds: true);
        FileStore? store = null;
        ComputedBasins inFile = BasinMaps.Compute(Model, grid, new() { Store = (length, _) => store = new(file, length) }, smooth: 2, keepsEnds: true);
        Assert.True(File.Exists(file));
        Assert.Equal(Written(inMemory, RawFormat.Npy), Written(inFile, RawFormat.Npy));
        Assert.Equal(Enumerable.Range(0, 500).Sum(r => inMemory.Edges(r).Count), Enumerable.Range(0, 500).Sum(r => inFile.Edges(r).Count));
        store!.Dispose();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void Values_that_were_not_kept_are_refused()
    {
        ComputedBasins map = BasinMaps.Compute(Model, new(Domain.Square(5), 3, 3), new());
        Assert.Throws<InvalidOperationException>(() => map.ReadEnds(0, new Point[3], new double[3]));
    }

    private static Run Model => new() { Name = "model", Landscape = default(Himmelblau), Start = default, Optimizer = new GradientDescent(0.01), Steps = 600 };

    private static byte[] Written(ComputedBasins map, RawFormat format)
    {
        using var stream = new MemoryStream();
        new RawMap(map).Write(stream, format, CancellationToken.None);
        return stream.ToArray();
    }
}
