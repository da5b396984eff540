using System.Diagnostics;
using System.Globalization;

namespace Paperspace.Bench;

/// <summary>The simulated account on loopback, in a process of its own.</summary>
internal sealed class SimulatorServer : IDisposable
{
    private readonly Process _process;

    public SimulatorServer(int machines, int port, int latency)
    {
        Uri = $"http://127.0.0.1:{port}";
        _process = Process.Start(new ProcessStartInfo("dotnet",
        [
            Repository.In("src/Paperspace.Simulator.Server/bin/Release/net10.0/Paperspace.Simulator.Server.dll"),
            "--machines", machines.ToString(CultureInfo.InvariantCulture),
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--latency", latency.ToString(CultureInfo.InvariantCulture),
        ])
        { RedirectStandardOutput = true })!;
        _process.StandardOutput.ReadLine();
    }

    public string Uri { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
