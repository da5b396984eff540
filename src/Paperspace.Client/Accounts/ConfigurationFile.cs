using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>Reads the configuration file of the Core API's official clients: <c>{"apiKey":"…"}</c>.</summary>
public static class ConfigurationFile
{
    /// <summary>Returns the key in the file; null if there is no file, or no key in it.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read or is invalid.</exception>
    public static string? ReadApiKey(string path)
    {
        if (LocalFile.ReadText(path) is not { } text) return null;
        try
        {
            if (JToken.Parse(text, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore }) is not JObject settings)
                throw PaperspaceException.InvalidRequest(
                    $"The configuration file '{path}' is not a JSON object. Fix or delete it, or connect with Connect-PsAccount.");
            return settings["apiKey"] switch
            {
                null or JValue { Type: JTokenType.Null } => null,
                JValue { Type: JTokenType.String } key => string.IsNullOrWhiteSpace((string?)key) ? null : (string?)key,
                _ => throw PaperspaceException.InvalidRequest(
                    $"apiKey in the configuration file '{path}' is not a string. Fix or delete it, or connect with Connect-PsAccount."),
            };
        }
        catch (JsonException)
        {
            // The exception message may quote the file, and with it the key.
            throw PaperspaceException.InvalidRequest(
                $"The configuration file '{path}' is not JSON. Fix or delete it, or connect with Connect-PsAccount.");
        }
    }
}
