using System.Net.Http.Headers;

namespace Paperspace.Client.Http;

/// <summary>Headers as text for those who watch.</summary>
internal static class HeaderText
{
    private static IReadOnlyList<string> Secret { get; } = ["X-Api-Key", "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"];

    /// <summary>The headers, a line each, with the values of secret ones masked.</summary>
    public static string Of(params HttpHeaders?[] headers) => string.Join(
        "\n",
        from group_ in headers
        where group_ is not null
        from header in group_
        select $"{header.Key}: {(Secret.Contains(header.Key, StringComparer.OrdinalIgnoreCase) ? SecretMask.Mask : string.Join(", ", header.Value))}");
}
