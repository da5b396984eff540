namespace Paperspace.Simulator;

/// <summary>Reads the files of a multipart form.</summary>
internal static class MultipartForm
{
    private const string MediaType = "multipart/form-data";

    public static bool Is(SimulatedRequest request) => ContentType(request).StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Gives the content of a part; null when there is none of the name.</summary>
    public static string? Read(SimulatedRequest request, string name)
    {
        if (Boundary(ContentType(request)) is not { Length: > 0 } boundary)
            return null;
        foreach (var part in request.Body.Split([$"--{boundary}"], StringSplitOptions.RemoveEmptyEntries))
        {
            var headersEnd = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headersEnd < 0 || !part.Substring(0, headersEnd).Contains($"name=\"{name}\""))
                continue;
            var content = part.Substring(headersEnd + 4);
            return content.EndsWith("\r\n", StringComparison.Ordinal) ? content.Substring(0, content.Length - 2) : content;
        }

        return null;
    }

    private static string? Boundary(string contentType)
    {
        var parameter = contentType.Split(';').Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase));
        return parameter?.Substring("boundary=".Length).Trim('"');
    }

    private static string ContentType(SimulatedRequest request) =>
        request.Headers.TryGetValue("Content-Type", out var contentType) ? contentType : "";
}
