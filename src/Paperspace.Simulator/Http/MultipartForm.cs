namespace Paperspace.Simulator;

/// <summary>Reads the parts of a multipart form.</summary>
internal static class MultipartForm
{
    private const string MediaType = "multipart/form-data";
    private const string Disposition = "Content-Disposition:";
    private const string EndOfHeaders = "\r\n\r\n";

    public static bool Is(SimulatedRequest request) => ContentType(request).StartsWith(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the content of a part; null when there is none of the name.</summary>
    public static string? Read(SimulatedRequest request, string name)
    {
        if (Parameter(ContentType(request), "boundary") is not { Length: > 0 } boundary)
            return null;
        foreach (var part in request.Body.Split([$"--{boundary}"], StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf(EndOfHeaders, StringComparison.Ordinal);
            if (end >= 0 && Name(part.Substring(0, end)) == name)
                return Content(part.Substring(end + EndOfHeaders.Length));
        }

        return null;
    }

    private static string? Name(string headers) => headers.Split(["\r\n"], StringSplitOptions.None)
        .Where(header => header.StartsWith(Disposition, StringComparison.OrdinalIgnoreCase))
        .Select(header => Parameter(header, "name"))
        .FirstOrDefault();

    // The line break before the next boundary belongs to the boundary.
    private static string Content(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text.Substring(0, text.Length - 2) : text;

    private static string? Parameter(string header, string name) => header.Split(';').Select(part => part.Trim().Split(['='], 2))
        .FirstOrDefault(pair => pair.Length == 2 && string.Equals(pair[0], name, StringComparison.OrdinalIgnoreCase))?[1].Trim('"');

    private static string ContentType(SimulatedRequest request) =>
        request.Headers.TryGetValue("Content-Type", out var contentType) ? contentType : "";
}
