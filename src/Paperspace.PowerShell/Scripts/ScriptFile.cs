using System.Management.Automation;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Reads the texts of scripts from files.</summary>
internal static class ScriptFile
{
    /// <summary>A file that is longer than this in any encoding is no script.</summary>
    private const long LongestFile = 4L * ScriptText.MaximumBytes;

    /// <summary>Returns the files that a path names.</summary>
    /// <param name="cmdlet">The cmdlet, whose location a relative path starts from.</param>
    /// <param name="path">The path.</param>
    /// <param name="isLiteral">Whether it has no wildcards.</param>
    /// <exception cref="PaperspaceException">It names none.</exception>
    public static IReadOnlyList<string> Find(PSCmdlet cmdlet, string path, bool isLiteral)
    {
        try
        {
            if (isLiteral) return [cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)];
            var files = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(path, out var provider);
            if (provider.Name != "FileSystem") throw Unreadable(path, $"it is a path of the provider {provider.Name}, not of a file.");
            return files.Count > 0 ? files : throw Unreadable(path, "there is no such file.");
        }
        catch (Exception failure) when (failure is RuntimeException or ArgumentException)
        {
            throw Unreadable(path, failure.Message);
        }
    }

    /// <summary>Returns the text of a file, in UTF-8 unless it begins with the byte order mark of another encoding.</summary>
    /// <exception cref="PaperspaceException">It cannot be read, is in another encoding, or is far too long.</exception>
    public static string Read(string file)
    {
        try
        {
            var length = new FileInfo(file).Length;
            return length <= LongestFile
                ? ReadText(file)
                : throw Unreadable(
                    file, FormattableString.Invariant($"it has {length} bytes; a script can have at most {ScriptText.MaximumBytes}."));
        }
        catch (DecoderFallbackException failure)
        {
            throw Unreadable(
                file,
                $"it is not in UTF-8 (byte {(failure.BytesUnknown is { Length: > 0 } bytes ? $"0x{bytes[0]:X2}" : "")}), as if it were "
                    + "saved in a code page such as Windows-1252. Save it in UTF-8.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw Unreadable(file, failure.Message);
        }
    }

    /// <summary>Reads with decoders that fail on a byte that is not theirs: the API would be sent U+FFFD in its place.</summary>
    private static string ReadText(string file)
    {
        using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static PaperspaceException Unreadable(string path, string why) =>
        PaperspaceException.InvalidRequest($"The script cannot be read from '{path}': {why}", "Path");
}
