using BenchmarkDotNet.Running;
using LandscapeOpt.Benchmarks.Timing;

if (args is ["time", .. var work])
{
    return Timings.Run(work);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
