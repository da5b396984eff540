using System.Collections.Concurrent;
using System.Text.Json;
using PuppeteerSharp;

namespace Paperspace.Report.Browser.Tests.Support;

/// <summary>Holds a page that is open in the browser, with its requests and console messages.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _messages = new();

    public OpenReport(IPage page, string path)
    {
        Page = page;
        Address = new Uri(path).AbsoluteUri;
        page.Request += (_, request) => _requests.Enqueue(request.Request.Url);
        page.Console += (_, message) => _messages.Enqueue(message.Message.Text);
        page.PageError += (_, error) => _messages.Enqueue(error.Message);
    }

    public IPage Page { get; }

    public string Address { get; }

    public IReadOnlyCollection<string> Requests => _requests;

    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>Evaluates an expression in the page.</summary>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var json = await Page.EvaluateExpressionAsync<string>($"(async () => JSON.stringify(await {expression}))()");
        return JsonSerializer.Deserialize<T>(json, Json)!;
    }

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
