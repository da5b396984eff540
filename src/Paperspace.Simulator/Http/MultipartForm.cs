namespace Paperspace.Simulator;

internal static class MultipartForm
{
    private const string Disposition = "Content-Disposition:";
    private const string EndOfHeaders = "\r\n\r\n";

    public static bool Is(SimulatedRequest request) =>
        request.ContentType.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the content of a part; null if there is none with the name.</summary>
    public static string? Read(SimulatedRequest request, string name)
    {
        if (Parameter(request.ContentType, "boundary") is not { Length: > 0 } boundary) return null;
        foreach (var part in request.Body.Split([$"--{boundary}"], StringSplitOptions.RemoveEmptyEntries))
        {
            var end = part.IndexOf(EndOfHeaders, StringComparison.Ordinal);
            if (end >= 0 && Name(part.Substring(0, end)) == name) return Content(part.Substring(end + EndOfHeaders.Length));
        }

        return null;
    }

    private static string? Name(string headers) => headers.Split(["\r\n"], StringSplitOptions.None)
        .Where(header => header.StartsWith(Disposition, StringComparison.OrdinalIgnoreCase))
        .Select(header => Parameter(header, "name"))
        .FirstOrDefault();

    // The line break before the next boundary belongs to the boundary.
    private static string Content(string part) =>
        part.EndsWith("\r\n", StringComparison.Ordinal) ? part.Substring(0, part.Length - 2) : part;

    private static string? Parameter(string header, string name) => header.Split(';').Select(part => part.Trim().Split(['='], 2))
        .FirstOrDefault(pair => pair.Length == 2 && string.Equals(pair[0], name, StringComparison.OrdinalIgnoreCase))?[1].Trim('"');
}
