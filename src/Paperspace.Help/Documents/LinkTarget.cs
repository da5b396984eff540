namespace Paperspace.Help;

/// <summary>Checks the targets of links.</summary>
internal static class LinkTarget
{
    public static bool IsWeb(string? address) => address?.StartsWith("https://", StringComparison.Ordinal) == true;

    /// <exception cref="HelpFormatException">The address is not on the web, and not a file beside the page.</exception>
    public static void RequireFile(MarkdownPage page, string? address, int line)
    {
        if (IsWeb(address)) return;
        var file = address?.Split('#')[0];
        if (string.IsNullOrEmpty(file) || !File.Exists(Path.Combine(Path.GetDirectoryName(page.Path)!, file)))
            page.Fail(line, $"The target of the link, '{address}', does not exist.");
    }
}
