using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Builds responses in the API's own shapes.</summary>
internal static class Answers
{
    private const string JsonType = "application/json; charset=utf-8";

    public static SimulatedResponse NoContent { get; } = new() { Status = 204 };

    /// <summary>The one error that is not wrapped; a bad key is 400, not 401.</summary>
    public static SimulatedResponse InvalidApiToken { get; } =
        new() { Status = 400, Body = """{"status":400,"message":"Invalid API token"}""", ContentType = JsonType };

    public static SimulatedResponse Json(Action<JsonTextWriter> write, int status = 200)
    {
        var text = new StringBuilder(1024);
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture)))
            write(writer);
        return new() { Status = status, Body = text.ToString(), ContentType = JsonType };
    }

    public static SimulatedResponse Error(int status, string message) => Json(
        writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            writer.WriteStartObject();
            writer.WritePropertyName("name");
            writer.WriteValue("Error");
            writer.WritePropertyName("status");
            writer.WriteValue(status);
            writer.WritePropertyName("message");
            writer.WriteValue(message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        },
        status);
}
