namespace Paperspace.PowerShell;

/// <summary>Knows paths that are not for PowerShell to interpret.</summary>
internal static class LocalPath
{
    /// <summary>Returns whether a full path exists exactly as it is: PowerShell takes a backslash for a separator, which on Unix may be
    /// part of a name.</summary>
    public static bool IsExact(string path) =>
        path.StartsWith("/", StringComparison.Ordinal) && (File.Exists(path) || Directory.Exists(path));
}
