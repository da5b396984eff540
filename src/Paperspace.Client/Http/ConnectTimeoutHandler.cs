#if NETSTANDARD
using System.Net;
using System.Net.Sockets;

namespace Paperspace.Client;

/// <summary>
/// Ends requests to a host that cannot be connected to in time. The handler of .NET Framework knows no such limit, so that a connection
/// is tried before a request, unless the host has replied a short while ago.
/// </summary>
internal sealed class ConnectTimeoutHandler : DelegatingHandler
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly PaperspaceClientOptions _options;
    private readonly ProxySettings _proxy;
    private long _repliedAt;

    /// <param name="inner">The handler that talks to the network.</param>
    public ConnectTimeoutHandler(PaperspaceClientOptions options, ProxySettings proxy, HttpMessageHandler inner)
        : base(inner)
    {
        _options = options;
        _proxy = proxy;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var repliedAt = Volatile.Read(ref _repliedAt);
        if (repliedAt == 0 || _options.TimeProvider.GetElapsedTime(repliedAt) > KnownFor)
            await TryConnectAsync(FindPeer(request.RequestUri!), cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _repliedAt, _options.TimeProvider.GetTimestamp());
        return response;
    }

    /// <summary>Returns the host that the connection goes to: the proxy, if there is one.</summary>
    private Uri FindPeer(Uri target)
    {
        var proxy = _proxy.IsUsed ? _proxy.Proxy ?? WebRequest.DefaultWebProxy : null;
        return proxy is null || proxy.IsBypassed(target) ? target : proxy.GetProxy(target) ?? target;
    }

    private async Task TryConnectAsync(Uri peer, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var connecting = Task.Factory.FromAsync(
            (callback, state) => socket.BeginConnect(peer.DnsSafeHost, peer.Port, callback, state), socket.EndConnect, null);
        // Non-timeout connect errors surface in the request.
        var ended = connecting.ContinueWith(
            static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = _options.TimeProvider.Delay(_options.ConnectTimeout, over.Token);
        if (await Task.WhenAny(ended, limit).ConfigureAwait(false) == ended)
        {
            over.Cancel();
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new HttpRequestException(
            "The connection was not established in time.",
            new WebException(
                FormattableString.Invariant($"no connection within {_options.ConnectTimeout.TotalSeconds} s"),
                WebExceptionStatus.ConnectFailure));
    }
}
#endif
