using System.Collections.Concurrent;
using System.Text.Json;
using PuppeteerSharp;

namespace Paperspace.Report.Tests.Support;

/// <summary>Holds a page that is open in the browser, with what it asked for and said meanwhile.</summary>
internal sealed class OpenReport : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _messages = new();

    public OpenReport(IPage page)
    {
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Request.Url);
        page.Console += (_, message) => _messages.Enqueue(message.Message.Text);
        page.PageError += (_, error) => _messages.Enqueue(error.Message);
    }

    public IPage Page { get; }

    /// <summary>What was asked for so far.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>What was said on the console so far.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>Evaluates an expression in the page.</summary>
    public async Task<T> EvaluateAsync<T>(string expression)
    {
        var json = await Page.EvaluateExpressionAsync<string>($"JSON.stringify({expression})");
        return JsonSerializer.Deserialize<T>(json)!;
    }

    public ValueTask DisposeAsync() => Page.DisposeAsync();
}
