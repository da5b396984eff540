using System.Text;

namespace Paperspace.Client;

/// <summary>Finds the cursor of the next page in the JSON of a list, without parsing its items.</summary>
/// <remarks>The result is a hint for prefetching; the parsed page is authoritative.</remarks>
internal static class V1NextPageFinder
{
    /// <summary>Returns the cursor; null if none is found or if it is escaped.</summary>
    /// <param name="json">The JSON of the page.</param>
    public static string? Find(ReadOnlySpan<byte> json)
    {
        var field = "\"nextPage\""u8;
        var at = json.LastIndexOf(field);
        if (at < 0) return null;
        var rest = SkipSpace(json.Slice(at + field.Length));
        if (rest.IsEmpty || rest[0] != ':') return null;
        rest = SkipSpace(rest.Slice(1));
        if (rest.IsEmpty || rest[0] != '"') return null;
        rest = rest.Slice(1);
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        return end < 0 || rest[end] == '\\' ? null : Encoding.UTF8.GetString(rest.Slice(0, end).ToArray());
    }

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && text[length] <= ' ') length++;
        return text.Slice(length);
    }
}
