using System.Net.Sockets;
using System.Text;

namespace Paperspace.Testing;

/// <summary>Represents a connection that a <see cref="ScriptedServer"/> accepted.</summary>
public sealed class ServerConnection : IDisposable
{
    private const int LargestHead = 1024 * 1024;

    private readonly Socket _socket;
    private readonly BufferedStream _input;
    private readonly NetworkStream _stream;

    public ServerConnection(Socket socket, CancellationToken closing)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _input = new BufferedStream(_stream);
        Closing = closing;
    }

    /// <summary>Gets a token that is cancelled when the server is closed.</summary>
    public CancellationToken Closing { get; }

    /// <summary>Gets how much was sent.</summary>
    public long BytesSent { get; private set; }

    /// <summary>Reads the next request; null when the client has closed the connection.</summary>
    public async Task<SeenRequest?> ReadAsync()
    {
        if (await ReadHeadAsync() is not { Length: > 0 } head) return null;
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .ToDictionary(header => header[0], header => header[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[
            headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : 0
        ];
        await _input.ReadExactlyAsync(body, Closing);
        return new SeenRequest(start[0], start[1], headers, body);
    }

    public async Task SendAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes, Closing);
        BytesSent += bytes.Length;
    }

    /// <summary>Waits until the client closes the connection.</summary>
    public async Task ClientLeftAsync()
    {
        var rest = new byte[1];
        try
        {
            while (await _input.ReadAsync(rest, Closing) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Breaks the connection, so that the other side sees a reset.</summary>
    public bool Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
        return false;
    }

    public void Dispose()
    {
        _input.Dispose();
        _stream.Dispose();
    }

    private async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (await _input.ReadAsync(next, Closing) > 0)
        {
            head.Append((char)next[0]);
            if (head.Length > LargestHead) throw new InvalidDataException("The head of a request has no end.");
            if (next[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n") return head.ToString();
        }

        return "";
    }
}
