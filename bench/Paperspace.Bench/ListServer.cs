using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Paperspace.Bench;

/// <summary>The plain server with prepared pages, in a process of its own.</summary>
internal sealed class ListServer : IDisposable
{
    /// <summary>As long as a real key: each response is searched for it.</summary>
    public const string Key = "1f0a9c3b7e5d2846a1f0b9c3d7e5f2";

    private readonly Process _process;

    public ListServer(int count, int port, int latency = 0)
    {
        Uri = $"http://127.0.0.1:{port}";
        _process = Process.Start(new ProcessStartInfo("node",
        [
            Repository.In("bench/list-server.js"),
            "--count", count.ToString(CultureInfo.InvariantCulture),
            "--port", port.ToString(CultureInfo.InvariantCulture),
            "--latency", latency.ToString(CultureInfo.InvariantCulture),
        ])
        { RedirectStandardOutput = true })!;
        _process.StandardOutput.ReadLine();
    }

    public string Uri { get; }

    /// <summary>The most requests that were in flight at once.</summary>
    public int MostInFlight()
    {
        using var client = new HttpClient();
        using var stats = JsonDocument.Parse(client.GetStringAsync(new Uri(Uri + "/_stats")).Result);
        return stats.RootElement.GetProperty("mostInFlight").GetInt32();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
