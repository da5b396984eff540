namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Lets a test do something before and after each request to a simulated account.</summary>
/// <param name="inner">The simulated account.</param>
/// <param name="hook">Handles a request: it sends it on, or not, and gives the response.</param>
internal sealed class HookedHandler(
    HttpMessageHandler inner,
    Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> hook) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        hook(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
