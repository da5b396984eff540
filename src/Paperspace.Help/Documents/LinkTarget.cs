namespace Paperspace.Help;

/// <summary>Tells where links of a page lead.</summary>
internal static class LinkTarget
{
    /// <summary>Returns whether it leads to the web.</summary>
    public static bool IsWeb(string? address) => address?.StartsWith("https://", StringComparison.Ordinal) == true;

    /// <summary>Refuses a link to a file that is not there.</summary>
    /// <param name="page">The page with the link.</param>
    /// <param name="address">Where it leads.</param>
    /// <param name="line">Where it stands.</param>
    /// <exception cref="HelpFormatException">There is no such file.</exception>
    public static void RequireFile(MarkdownPage page, string? address, int line)
    {
        if (IsWeb(address)) return;
        var file = address?.Split('#')[0];
        if (string.IsNullOrEmpty(file) || !File.Exists(Path.Combine(Path.GetDirectoryName(page.Path)!, file)))
            page.Fail(line, $"The link leads to '{address}', where no file is.");
    }
}
