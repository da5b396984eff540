using System.Net;
using System.Text;

namespace Paperspace.Simulator;

/// <summary>Serves an <see cref="HttpClient"/> from a simulated account, in-process and without sockets.</summary>
/// <param name="paperspace">The account that serves the requests.</param>
/// <param name="time">The clock for <see cref="SimulatorOptions.Latency"/>; null for the account's.</param>
public sealed class SimulatorHandler(SimulatedPaperspace paperspace, TimeProvider? time = null) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var simulated = await Read(request, cancellationToken).ConfigureAwait(false);
        var response = await paperspace.RespondAsync(simulated, time ?? paperspace.Time, cancellationToken).ConfigureAwait(false);
        if (response.Dropped)
            throw new HttpRequestException("The simulated connection was dropped.", new IOException("Connection reset by peer"));
        return Write(response, request);
    }

    private static async Task<SimulatedRequest> Read(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = "";
        var headers = request.Headers.AsEnumerable();
        if (request.Content is { } content)
        {
            headers = headers.Concat(content.Headers);
#if NET
            body = await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
#else
            cancellationToken.ThrowIfCancellationRequested();
            body = await content.ReadAsStringAsync().ConfigureAwait(false);
#endif
        }

        var target = request.RequestUri is { IsAbsoluteUri: true } uri ? uri.PathAndQuery : request.RequestUri?.OriginalString ?? "";
        return new SimulatedRequest(
            request.Method.Method,
            target,
            headers.Select(header => new KeyValuePair<string, string>(header.Key, string.Join(", ", header.Value))),
            body);
    }

    private static HttpResponseMessage Write(SimulatedResponse response, HttpRequestMessage request)
    {
        var body = Encoding.UTF8.GetBytes(response.Body ?? "");
        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Content = response.IsCut ? new StreamContent(new CutStream(body)) : new ByteArrayContent(body),
        };
        message.Content.Headers.ContentLength = body.Length;
        if (response.ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        foreach (var header in response.Headers)
            if (!message.Headers.TryAddWithoutValidation(header.Key, header.Value))
                message.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return message;
    }

    /// <summary>Throws after half of the content.</summary>
    private sealed class CutStream(byte[] content) : MemoryStream(content, 0, content.Length / 2)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read
            ? read
            : throw new IOException("The simulated connection was dropped.");
    }
}
