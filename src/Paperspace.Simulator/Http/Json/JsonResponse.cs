using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class JsonResponse
{
    public static SimulatedResponse Create(string json, int status = 200) =>
        new() { Status = status, Body = json, ContentType = "application/json; charset=utf-8" };

    public static SimulatedResponse Create(JToken json, int status = 200) => Create(json.ToString(Formatting.None), status);

    public static SimulatedResponse Create(Action<JsonTextWriter> write, int status = 200) => Create(Write(write), status);

    public static string Write(Action<JsonTextWriter> write)
    {
        var json = new StringBuilder(1024);
        using (var writer = new JsonTextWriter(new StringWriter(json, CultureInfo.InvariantCulture))) write(writer);
        return json.ToString();
    }
}
