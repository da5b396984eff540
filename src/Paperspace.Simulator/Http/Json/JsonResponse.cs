using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Makes responses with a JSON body.</summary>
internal static class JsonResponse
{
    private const string MediaType = "application/json; charset=utf-8";

    public static SimulatedResponse Create(Action<JsonTextWriter> write, int status = 200) => Create(JsonText.Create(write), status);

    public static SimulatedResponse Create(string json, int status = 200) =>
        new() { Status = status, Body = json, ContentType = MediaType };
}
