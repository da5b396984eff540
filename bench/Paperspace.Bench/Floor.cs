using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Paperspace.Bench;

/// <summary>The same as the program in peers/floor, in this process: HttpClient and System.Text.Json, typed, page after page.</summary>
internal static class Floor
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Walks the cursors of the V1 API.</summary>
    public static async Task<TimeSpan> RunV1Async(string uri)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "bench");
        var clock = Stopwatch.StartNew();
        string? cursor = null;
        do
        {
            var after = cursor is null ? "" : "&after=" + Uri.EscapeDataString(cursor);
            using var response = await client.GetAsync(
                new Uri($"{uri}/v1/machines?limit=120{after}"),
                HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            using var body = await response.Content.ReadAsStreamAsync();
            var page = await JsonSerializer.DeserializeAsync<FloorV1Page>(body, Options);
            GC.KeepAlive(page);
            cursor = page!.NextPage;
        }
        while (!string.IsNullOrEmpty(cursor));

        return clock.Elapsed;
    }

    /// <summary>Reads the pages of the Core API.</summary>
    /// <param name="uri">The address of the API.</param>
    /// <param name="keep">Takes each machine.</param>
    public static async Task<TimeSpan> RunAsync(string uri, Action<FloorMachine> keep)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", "bench");
        var clock = Stopwatch.StartNew();
        for (var skip = 0; ; skip += 1000)
        {
            using var response = await client.GetAsync(
                new Uri($"{uri}/machines/getMachines?limit=1000&skip={skip}"),
                HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
            using var body = await response.Content.ReadAsStreamAsync();
            var count = 0;
            await foreach (var machine in JsonSerializer.DeserializeAsyncEnumerable<FloorMachine>(body, Options))
            {
                count++;
                keep(machine!);
            }

            if (count < 1000) return clock.Elapsed;
        }
    }
}
