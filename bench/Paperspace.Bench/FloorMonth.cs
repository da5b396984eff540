using System.Diagnostics;
using System.Text.Json;

namespace Paperspace.Bench;

/// <summary>The requests of a month's cost, with HttpClient alone: the list of machines, then one request for each at the limit.</summary>
internal static class FloorMonth
{
    public static async Task<TimeSpan> RunAsync(string uri, string api, int limit)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = limit });
        client.DefaultRequestHeaders.Authorization = new("Bearer", "bench");
        client.DefaultRequestHeaders.Add("X-Api-Key", "bench");
        var clock = Stopwatch.StartNew();
        var ids = api == "V1" ? await ListV1Async(client, uri) : await ListCoreAsync(client, uri);
        var month = DateTime.UtcNow.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = limit }, async (id, token) =>
            await client.GetByteArrayAsync(
                new Uri(
                    api == "V1"
                        ? $"{uri}/v1/machine-events?limit=120&orderBy=dtCreated&machineId={id}"
                        : $"{uri}/machines/getUtilization?machineId={id}&billingMonth={month}"),
                token));
        return clock.Elapsed;
    }

    private static async Task<List<string>> ListV1Async(HttpClient client, string uri)
    {
        List<string> ids = [];
        string? cursor = null;
        do
        {
            var after = cursor is null ? "" : "&after=" + Uri.EscapeDataString(cursor);
            using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri($"{uri}/v1/machines?limit=120{after}")));
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.RootElement.TryGetProperty("nextPage", out var next) ? next.GetString() : null;
        }
        while (!string.IsNullOrEmpty(cursor));

        return ids;
    }

    private static async Task<List<string>> ListCoreAsync(HttpClient client, string uri)
    {
        List<string> ids = [];
        while (true)
        {
            using var page = JsonDocument.Parse(
                await client.GetByteArrayAsync(new Uri($"{uri}/machines/getMachines?limit=1000&skip={ids.Count}")));
            ids.AddRange(page.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (page.RootElement.GetArrayLength() < 1000) return ids;
        }
    }
}
