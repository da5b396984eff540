using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>Parses the bodies of error responses.</summary>
internal static class ErrorBody
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>Returns the JSON of a body; null if it is not JSON, or too long for an error.</summary>
    public static JToken? Parse(ResponseBody body)
    {
        if (body.Length > MaxBytes) return null;
        try
        {
            using var reader = JsonContext.Open(body.OpenText());
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
