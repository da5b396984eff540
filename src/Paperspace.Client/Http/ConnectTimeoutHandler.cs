#if NETSTANDARD
using System.Net;
using System.Net.Sockets;

namespace Paperspace.Client;

/// <summary>
/// Limits the time to connect to a host. The handler of .NET Framework has no such limit, so this opens a test
/// connection before a request, unless the host replied within the last minute.
/// </summary>
internal sealed class ConnectTimeoutHandler : DelegatingHandler
{
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromMinutes(1);

    private readonly PaperspaceClientOptions _options;
    private readonly ProxySettings _proxy;
    private long _repliedAt;

    public ConnectTimeoutHandler(PaperspaceClientOptions options, ProxySettings proxy, HttpMessageHandler inner)
        : base(inner)
    {
        _options = options;
        _proxy = proxy;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var repliedAt = Volatile.Read(ref _repliedAt);
        if (repliedAt == 0 || _options.TimeProvider.GetElapsedTime(repliedAt) > ProbeInterval)
            await TryConnectAsync(FindPeer(request.RequestUri!), cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        Volatile.Write(ref _repliedAt, _options.TimeProvider.GetTimestamp());
        return response;
    }

    /// <summary>Returns the host to connect to: the proxy, if there is one.</summary>
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
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = _options.TimeProvider.Delay(_options.ConnectTimeout, end.Token);
        if (await Task.WhenAny(ended, limit).ConfigureAwait(false) == ended)
        {
            end.Cancel();
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
