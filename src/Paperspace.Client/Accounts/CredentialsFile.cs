using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace Paperspace.Client;

/// <summary>
/// Reads the files of the V1 API's official client, <c>pspace</c>: <c>credentials.toml</c> with a key for each team,
/// and <c>config.toml</c> with the current team.
/// </summary>
public static class CredentialsFile
{
    /// <summary>Returns the keys by the namespace of their team; empty if there is no file.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read or is invalid.</exception>
    public static IReadOnlyDictionary<string, string> ReadKeys(string path)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Read(path) is not { } file || !file.TryGetValue("keys", out var value)) return keys;
        if (value is not TomlTable teams) throw InvalidFile(path, "'keys' is not a table.");
        foreach (var team in teams)
            keys[team.Key] =
                team.Value is string key && !string.IsNullOrWhiteSpace(key)
                    ? key
                    : throw InvalidFile(path, $"the key of team '{team.Key}' is not a string.");
        return keys;
    }

    /// <summary>Returns the namespace of the current team; null if there is no file, or no team in it.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read or is invalid.</exception>
    public static string? ReadCurrentTeam(string path)
    {
        if (Read(path) is not { } file || !file.TryGetValue("team", out var value)) return null;
        return value as string ?? throw InvalidFile(path, "'team' is not a string.");
    }

    private static TomlTable? Read(string path)
    {
        if (LocalFile.ReadText(path) is not { } text) return null;
        try
        {
            // The serializer alone accepts duplicate keys, and uses the last.
            SyntaxParser.ParseStrict(text, path, validate: true);
            return TomlSerializer.Deserialize<TomlTable>(text);
        }
        catch (TomlException)
        {
            // The exception message may quote the file, and with it a key.
            throw InvalidFile(path, "it is not TOML.");
        }
    }

    private static PaperspaceException InvalidFile(string path, string problem) =>
        PaperspaceException.InvalidRequest(
            TerminalText.Sanitize(
                $"The file '{path}' cannot be used: {problem} Fix it with pspace or delete it, or connect with Connect-PsAccount -ApiKey."));
}
