using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Represents a public key of SSH, as one line of authorized_keys.</summary>
internal static class SshKey
{
    private const long MaxFileBytes = 64 * 1024;
    private const int CipherOffset = 19;
    private const string UnencryptedCipher = "none";

    private static readonly Regex Line = new(@"^([a-z0-9@.-]+)\s+([A-Za-z0-9+/]+={0,2})(?:\s+(.*))?$", RegexOptions.CultureInvariant);

    /// <summary>Returns the keys that a text holds, or the file that it names.</summary>
    /// <param name="given">One or more lines with keys, or a path.</param>
    /// <param name="findPath">Returns the full path of a file.</param>
    /// <exception cref="PaperspaceException">There is no key. The error never shows what was read.</exception>
    public static IReadOnlyList<string> Read(string given, Func<string, string> findPath)
    {
        if (TryParse(given) is { Count: > 0 } keys) return keys;
        if (IsPrivate(given)) throw Private();
        var path = LocalPath.IsExact(given) ? given : findPath(given);
        string text;
        try
        {
            if (!File.Exists(path))
                throw Invalid($"'{TerminalText.Sanitize(path)}' is neither a public key nor a file.");
            text = new FileInfo(path).Length <= MaxFileBytes ? File.ReadAllText(path) : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Invalid($"'{path}' cannot be read: {failure.Message}");
        }

        if (IsPrivate(text)) throw Private();
        return TryParse(text) is { Count: > 0 } read ? read : throw Invalid($"'{path}' does not contain public keys of SSH.");
    }

    /// <summary>Returns whether a private key cannot be used without a passphrase.</summary>
    /// <param name="path">Its file; null for none.</param>
    public static bool HasPassphrase(string? path)
    {
        if (path is null) return false;
        try
        {
            if (new FileInfo(path).Length > MaxFileBytes) return false;
            var lines = File.ReadAllLines(path);
            if (lines.Any(line => line.Contains("ENCRYPTED"))) return true;
            if (lines.Length == 0 || !lines[0].Contains("OPENSSH PRIVATE KEY")) return false;
            var data = Convert.FromBase64String(string.Concat(lines.Where(line => line.IndexOf('-') < 0)));
            // What follows the magic text is the name of the cipher, with its length before it.
            return Encoding.ASCII.GetString(data, CipherOffset, UnencryptedCipher.Length) != UnencryptedCipher;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static List<string>? TryParse(string text)
    {
        var keys = new List<string>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (Line.Match(line) is not { Success: true } match || !IsOfType(match.Groups[2].Value, match.Groups[1].Value)) return null;
            var comment = TerminalText.Sanitize(match.Groups[3].Value);
            keys.Add($"{match.Groups[1].Value} {match.Groups[2].Value} {comment}".TrimEnd());
        }

        return keys;
    }

    /// <summary>Returns whether the data of a key begins with its type.</summary>
    private static bool IsOfType(string data, string type)
    {
        try
        {
            var bytes = Convert.FromBase64String(data);
            return bytes.Length > type.Length + 4
                && bytes[3] == type.Length
                && Encoding.ASCII.GetString(bytes, 4, type.Length) == type;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPrivate(string text) => text.IndexOf("PRIVATE KEY", StringComparison.Ordinal) >= 0;

    private static PaperspaceException Private() =>
        Invalid("What was specified is a private key, which must not leave this computer. Specify the file that ends in .pub.");

    private static PaperspaceException Invalid(string message) => PaperspaceException.InvalidRequest(message, "SshPublicKey");
}
