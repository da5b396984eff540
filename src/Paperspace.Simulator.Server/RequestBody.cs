using System.Text;

namespace Paperspace.Simulator.Server;

/// <summary>Reads request bodies up to a bound.</summary>
internal static class RequestBody
{
    /// <summary>How many bytes of a body are read; the connection of a client that sends more is closed.</summary>
    public const int MaxRead = 16 * MaxKept;

    private const int MaxKept = 1024 * 1024;

    /// <summary>Reads the body as text.</summary>
    /// <exception cref="BadHttpRequestException">It is too large. It has then been read all the same.</exception>
    // A client that is still sending when it is refused sees a broken pipe and not the response, so the rest is read and thrown away.
    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        var isTooLarge = false;
        int length;
        while ((length = await request.Body.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
        {
            isTooLarge |= kept.Length + length > MaxKept;
            if (!isTooLarge)
                kept.Write(piece, 0, length);
        }

        return isTooLarge
            ? throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge)
            : Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
