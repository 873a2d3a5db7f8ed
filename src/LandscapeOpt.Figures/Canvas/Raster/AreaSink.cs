namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Hands the lines of an area to a rasterizer; every subpath is closed.</summary>
internal ref struct AreaSink(Rasterizer target) : ILineSink
{
    private PointD start, current;

    public void Move(PointD p)
    {
        Close();
        (start, current) = (p, p);
    }

    public void Line(PointD p)
    {
        target.Add(current, p);
        current = p;
    }

    public void Close()
    {
        target.Add(current, start);
        current = start;
    }
}
