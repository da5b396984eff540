using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class JsonBody
{
    private const int MaxDepth = 64;

    /// <summary>Parses a body. An empty one is an empty object.</summary>
    /// <exception cref="RequestRejectedException">The body is not a single JSON object.</exception>
    public static JObject Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json)) return [];
        try
        {
            using var reader = new JsonTextReader(new StringReader(json))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = MaxDepth,
            };
            var body = JToken.ReadFrom(reader) as JObject;
            while (reader.Read())
                if (reader.TokenType != JsonToken.Comment)
                    throw new RequestRejectedException(400, "Unexpected text after the JSON of the body");
            return body ?? throw new RequestRejectedException(400, "The body is not a JSON object");
        }
        catch (Exception exception) when (exception is JsonException or OverflowException or FormatException)
        {
            throw new RequestRejectedException(400, "The body is not valid JSON");
        }
    }
}
