using System.Text;

namespace Paperspace.Simulator.Server;

/// <summary>Reads request bodies up to a maximum size.</summary>
internal static class RequestBody
{
    /// <summary>The maximum number of bytes to read. The connection of a client that sends more is closed.</summary>
    public const int MaxRead = 16 * MaxKept;

    private const int MaxKept = 1024 * 1024;

    /// <summary>Reads the body as a string.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large.</exception>
    // If the rest were not read, a client that is still sending would see a broken pipe instead of the response.
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
