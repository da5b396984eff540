using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>The configuration file that the official clients write: <c>{"apiKey":"…"}</c>.</summary>
public static class ConfigurationFile
{
    /// <summary>The key in the file; null where there is no file, or no key in it.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read, or is not JSON.</exception>
    public static string? ReadApiKey(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;
            var key = (JToken.Parse(File.ReadAllText(path)) as JObject)?["apiKey"];
            return key is JValue { Type: JTokenType.String } text && !string.IsNullOrWhiteSpace((string?)text) ? (string?)text : null;
        }
        catch (JsonException)
        {
            // Its message may quote the file, and with it the key.
            throw PaperspaceException.InvalidRequest($"The configuration file '{path}' is not JSON. Mend or remove it, or connect with Connect-PsAccount.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidRequest, $"The configuration file '{path}' cannot be read: {failure.Message}", failure);
        }
    }
}
