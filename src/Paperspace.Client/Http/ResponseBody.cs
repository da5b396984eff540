using System.Buffers;
using System.Text;

namespace Paperspace.Client;

/// <summary>
/// Represents the body of a response in a pooled buffer, so that a page of a list allocates neither a string nor an
/// array.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxFirstBuffer = 1024 * 1024;
    private const int MaxTextLength = 16 * 1024;

    private byte[]? _buffer;

    private ResponseBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        Length = length;
    }

    public int Length { get; }

    /// <summary>Gets whether the body contains only white space.</summary>
    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Length; i++)
                if (Bytes[i] > ' ')
                    return false;
            return true;
        }
    }

    /// <summary>Gets whether <see cref="Beginning"/> omits part of the body.</summary>
    public bool IsLongerThanText => Length > MaxTextLength;

    public ReadOnlySpan<byte> Span => Bytes.AsSpan(0, Length);

    private byte[] Bytes => _buffer ?? throw new ObjectDisposedException(nameof(ResponseBody));

    /// <exception cref="ResponseTooLargeException">The body is longer than <paramref name="limit"/> bytes, decompressed.</exception>
    public static async Task<ResponseBody> ReadAsync(HttpContent? content, int limit, CancellationToken cancellationToken)
    {
        if (content is null) return new ResponseBody([], 0);
        var announced = content.Headers.ContentLength;
        if (announced > limit) throw new ResponseTooLargeException(limit);

#if NETSTANDARD
        using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#else
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        // One byte more than announced lets the last read detect the end without growing. The announced length may be
        // wrong.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced + 1 ?? FirstBuffer, MaxFirstBuffer));
        var length = 0;
        // A read on .NET Framework checks the token only at its start, so disposing the stream ends one that hangs. It
        // is still awaited: nothing may write to the buffer after it was returned.
        using var disposal = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), stream);
        try
        {
            while (true)
            {
                if (length == buffer.Length) buffer = Grow(buffer, length);
#if NETSTANDARD
                var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return new ResponseBody(buffer, length);
                }

                length += read;
                if (length > limit) throw new ResponseTooLargeException(limit);
            }
        }
        catch (Exception exception)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (exception is ObjectDisposedException or IOException or NotSupportedException)
                cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Opens a reader of the body's characters, without the byte order mark.</summary>
    public StreamReader OpenText() => new(new MemoryStream(Bytes, 0, Length, writable: false), Encoding.UTF8, true, FirstBuffer);

    /// <summary>Overwrites the secrets in the body.</summary>
    public void Redact(SecretRedactor redactor) => redactor.Redact(Bytes.AsSpan(0, Length));

    /// <summary>Returns the beginning of the body as a string.</summary>
    public string Beginning()
    {
        using var reader = new StreamReader(new MemoryStream(Bytes, 0, Math.Min(Length, MaxTextLength), writable: false), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { Length: > 0 } buffer) ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
