using System.Text;

namespace Paperspace.Client;

/// <summary>Reads small text files that a user may have edited.</summary>
public static class LocalFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Returns the text of a file; null if it does not exist.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="name">A name for the file in errors, if its path must not be shown; null for the path.</param>
    /// <exception cref="PaperspaceException">The file cannot be read, or is not a small text file.</exception>
    public static string? ReadText(string path, string? name = null)
    {
        var shown = name ?? $"'{path}'";
        try
        {
            var file = new FileInfo(FollowLinks(path));
            if (!file.Exists)
                return Directory.Exists(path)
                    ? throw PaperspaceException.InvalidRequest($"{shown} is a directory, not a file. Fix or delete it.")
                    : null;
            // A pipe or a device has no length, and reading it might never end.
            if (file.Length == 0)
                throw PaperspaceException.InvalidRequest($"The file {shown} is empty or not a regular file. Fix or delete it.");
            if (file.Length > MaxBytes)
                throw PaperspaceException.InvalidRequest(
                    $"The file {shown} is larger than {MaxBytes / 1024 / 1024} MB, so it is not a file of keys or settings. "
                        + "Fix or delete it.");
            return Decode(File.ReadAllBytes(file.FullName));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidRequest,
                name is null ? $"The file {shown} cannot be read: {failure.Message}" : $"The file {shown} cannot be read.",
                name is null ? failure : null);
        }
    }

    private static string FollowLinks(string path)
    {
#if NETSTANDARD
        return path;
#else
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
#endif
    }

    private static string Decode(byte[] bytes)
    {
        var assumed = bytes.Length < 2 ? Encoding.UTF8
            : bytes[1] == 0 ? Encoding.Unicode
            : bytes[0] == 0 ? Encoding.BigEndianUnicode
            : Encoding.UTF8;
        using var reader = new StreamReader(new MemoryStream(bytes), assumed, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
