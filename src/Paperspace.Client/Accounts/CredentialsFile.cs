using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;

namespace Paperspace.Client;

/// <summary>Reads the files that the V1 API's client <c>pspace</c> writes: <c>credentials.toml</c> with a key for each team, and
/// <c>config.toml</c>
/// with the team in use.</summary>
public static class CredentialsFile
{
    /// <summary>Returns the keys, each by the namespace of its team; empty if there is no file.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read, or is not what such a file is.</exception>
    public static IReadOnlyDictionary<string, string> ReadKeys(string path)
    {
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Read(path) is not { } file || !file.TryGetValue("keys", out var value)) return keys;
        if (value is not TomlTable teams) throw Broken(path, "'keys' is no table.");
        foreach (var team in teams)
            keys[team.Key] =
                team.Value is string key && !string.IsNullOrWhiteSpace(key)
                    ? key
                    : throw Broken(path, $"the key of team '{team.Key}' is no text.");
        return keys;
    }

    /// <summary>Returns the namespace of the team in use; null if there is no file, or no team in it.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read, or is not what such a file is.</exception>
    public static string? ReadCurrentTeam(string path)
    {
        if (Read(path) is not { } file || !file.TryGetValue("team", out var value)) return null;
        return value as string ?? throw Broken(path, "'team' is no text.");
    }

    private static TomlTable? Read(string path)
    {
        if (LocalFile.ReadText(path) is not { } text) return null;
        try
        {
            // The serializer alone would take the last of two keys of one name.
            SyntaxParser.ParseStrict(text, path, validate: true);
            return TomlSerializer.Deserialize<TomlTable>(text);
        }
        catch (TomlException)
        {
            // Its message may quote the file, and with it a key.
            throw Broken(path, "it is not TOML.");
        }
    }

    private static PaperspaceException Broken(string path, string why) =>
        PaperspaceException.InvalidRequest(
            TerminalText.Sanitize(
                $"The file '{path}' cannot be used: {why} Fix it with pspace or delete it, or connect with Connect-PsAccount -ApiKey."));
}
