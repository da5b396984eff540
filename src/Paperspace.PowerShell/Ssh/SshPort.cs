using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Waits until the port of a machine answers as SSH does.</summary>
internal static class SshPort
{
    private const int MaxBannerBytes = 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TryTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>Tries until it answers or the time is over.</summary>
    /// <param name="client">The client, for its clock.</param>
    /// <param name="host">The host.</param>
    /// <param name="port">The port.</param>
    /// <param name="timeout">How long to try.</param>
    /// <param name="show">Takes why a try failed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Why it did not answer; null if it did.</returns>
    public static async Task<string?> WaitAsync(
        IPaperspaceClient client, string host, int port, TimeSpan timeout, Action<string> show, CancellationToken cancellationToken)
    {
        var until = client.Now + timeout;
        while (true)
        {
            var left = until - client.Now;
            using var limit = client.CreateTimeLimit(left < TryTimeLimit ? left : TryTimeLimit);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var failure = await TryAsync(host, port, either.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (failure is null || until - client.Now <= Pause) return failure;
            show(failure);
            await client.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<string?> TryAsync(string host, int port, CancellationToken cancellationToken)
    {
        string? failure = null;
        var isConnected = false;
        try
        {
            foreach (var address in await Dns.GetHostAddressesAsync(host).ConfigureAwait(false))
            {
                using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                // Nothing else cancels the work of a socket on .NET Framework.
                using var registration = cancellationToken.Register(socket.Dispose);
                try
                {
                    await socket.ConnectAsync(new IPEndPoint(address, port)).ConfigureAwait(false);
                    isConnected = true;
                    using var stream = new NetworkStream(socket);
                    return await ReadBannerAsync(stream).ConfigureAwait(false);
                }
                catch (Exception broken) when (broken is SocketException or IOException && !cancellationToken.IsCancellationRequested)
                {
                    failure = broken.Message;
                }
            }
        }
        catch (SocketException unknown) when (!cancellationToken.IsCancellationRequested)
        {
            return unknown.Message;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            return isConnected ? "it accepts connections, but sends nothing" : "there was no answer";
        }

        return failure ?? "its name has no address";
    }

    private static async Task<string?> ReadBannerAsync(NetworkStream stream)
    {
        var (buffer, used) = (new byte[MaxBannerBytes], 0);
        int read;
        while (used < buffer.Length && (read = await stream.ReadAsync(buffer, used, buffer.Length - used).ConfigureAwait(false)) > 0)
        {
            used += read;
            // A server may send other lines first.
            if (("\n" + Encoding.ASCII.GetString(buffer, 0, used)).IndexOf("\nSSH-", StringComparison.Ordinal) >= 0) return null;
        }

        return used == 0 ? "it closed the connection" : "what answers is not SSH";
    }
}
