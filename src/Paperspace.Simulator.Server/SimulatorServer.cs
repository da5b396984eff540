using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Paperspace.Simulator.Server;

/// <summary>Serves a simulated account over HTTP, on the loopback address only. Disposing closes the port.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SimulatorServer(WebApplication application)
    {
        _application = application;
        BaseUri = new Uri(application.Urls.First());
    }

    /// <summary>Gets the base address of the Core API, with the actual port.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the base address of the V1 API.</summary>
    public Uri V1BaseUri => new(BaseUri, "/v1");

    /// <summary>Starts a server. It accepts requests when the task completes.</summary>
    /// <param name="paperspace">The account that serves the requests.</param>
    /// <param name="port">The port; 0 to select a free one.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<SimulatorServer> StartAsync(
        SimulatedPaperspace paperspace,
        int port = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paperspace);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, DetachedLifetime>();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBody.MaxRead;
            // On loopback, a slow client is a busy machine, not an attacker.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        application.Run(context => RespondAsync(context, paperspace));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return new SimulatorServer(application);
    }

    /// <summary>Closes the port and cancels the requests in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        // Stop at once: kept-alive connections would delay the shutdown, and no client needs its response any longer.
        using var immediately = new CancellationTokenSource();
        await immediately.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync(immediately.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task RespondAsync(HttpContext context, SimulatedPaperspace paperspace)
    {
        try
        {
            var request = await Read(context).ConfigureAwait(false);
            var response = await paperspace.RespondAsync(request, context.RequestAborted).ConfigureAwait(false);
            await Write(context, response).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            context.Response.StatusCode = exception.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private static async Task<SimulatedRequest> Read(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        // The decoded path would hide how a client encodes it.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));
        return new SimulatedRequest(context.Request.Method, target, headers, body);
    }

    private static async Task Write(HttpContext context, SimulatedResponse response)
    {
        if (response.Dropped || (response.IsCut && response.Body is null))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var header in response.Headers)
            context.Response.Headers[header.Key] = header.Value;
        if (response.Body is null)
            return;
        context.Response.ContentType = response.ContentType;
        var body = Encoding.UTF8.GetBytes(response.Body);
        context.Response.ContentLength = body.Length;
        var sent = response.IsCut ? body.AsMemory(0, body.Length / 2) : body;
        // Kestrel closes the connection after a body that is shorter than its length; aborting it would lose what was sent.
        await context.Response.Body.WriteAsync(sent, context.RequestAborted).ConfigureAwait(false);
    }
}
