using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Responds for an account as a bad network and a bad proxy do: by turns right, late, wrong, cut, lost, or not at all. Which
/// request fares how follows from a seed and the order of arrival.</summary>
/// <param name="seed">The seed.</param>
/// <param name="percent">How many of a hundred requests fare badly.</param>
internal sealed class ChaoticAccount(int seed, int percent)
{
    private const string Html = "<html><body><h1>Bad Gateway</h1></body></html>";

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly ConcurrentDictionary<string, int> _carriedOut = new(StringComparer.Ordinal);

    /// <summary>Gets how often each changing request was carried out, by its path and body.</summary>
    public IReadOnlyDictionary<string, int> CarriedOut => _carriedOut;

    /// <summary>Gets how many kinds of faults there are.</summary>
    public const int Kinds = 14;

    /// <summary>Handles a request.</summary>
    public async Task<HttpResponseMessage> HandleAsync(
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        int kind;
        lock (_lock) kind = _random.Next(100) < percent ? _random.Next(Kinds) : -1;
        await Task.Yield();
        return kind switch
        {
            0 => Text(502, Html, "text/html"),
            1 => Text(404, Html, "text/html"),
            2 => Text(429, "", "text/plain"),
            3 => Text(503, "", "text/plain"),
            4 => Text(500, """{"error":{"name":"Error","status":500,"message":"no"}}""", "application/json"),
            5 => Text(400, """{"error":{"name":"Error","status":400,"message":"not now"}}""", "application/json"),
            6 => Text(302, "", "text/plain", "https://elsewhere.example/"),
            7 => Text(403, """{"error":{"name":"Error","status":403,"message":"forbidden"}}""", "application/json"),
            8 => throw new HttpRequestException("lost", new IOException("Connection reset by peer")),
            9 => Text(200, """{"id":""", "application/json"),
            10 => Text(200, "[]", "application/json"),
            11 => throw await CarriedOutButLostAsync(request, send, token),
            12 => Replace(await CarryOutAsync(request, send, token), 502, Html),
            13 => Replace(await CarryOutAsync(request, send, token), 200, "{\"id\":\"ps"),
            _ => await CarryOutAsync(request, send, token),
        };
    }

    private static HttpResponseMessage Text(int status, string body, string type, string? location = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (location is not null) response.Headers.Location = new Uri(location);
        return response;
    }

    private static HttpResponseMessage Replace(HttpResponseMessage response, int status, string body)
    {
        response.Dispose();
        return Text(status, body, "text/html");
    }

    private async Task<Exception> CarriedOutButLostAsync(
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        (await CarryOutAsync(request, send, token)).Dispose();
        return new HttpRequestException("lost", new IOException("Connection reset by peer"));
    }

    private async Task<HttpResponseMessage> CarryOutAsync(
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        var key = request.RequestUri!.AbsolutePath + (request.Content is null ? "" : await request.Content.ReadAsStringAsync(token));
        var response = await send();
        if (request.Method != HttpMethod.Get && response.IsSuccessStatusCode)
            _carriedOut.AddOrUpdate(key, 1, static (_, count) => count + 1);
        return response;
    }
}
