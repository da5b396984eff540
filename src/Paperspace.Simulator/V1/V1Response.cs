using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1Response
{
    public static SimulatedResponse Null { get; } = JsonResponse.Create("null");

    public static SimulatedResponse Create<T>(ResourceWriter<V1Item<T>> resource, T value, V1Request request) =>
        resource.ToResponse(new V1Item<T>(value, request));

    /// <summary>Creates the response to an action: the resource, and the action's event if there is one.</summary>
    public static SimulatedResponse CreateAction<T>(
        ResourceWriter<V1Item<T>> resource, T value, V1Request request, SimulatedMachine machine, SimulatedMachineEvent? machineEvent) =>
        JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            if (machineEvent is not null)
            {
                writer.WritePropertyName("event");
                V1MachineEventRoutes.Writer.Write(writer, new(new(machine, machineEvent, request.Now), request));
            }

            writer.WritePropertyName("data");
            resource.Write(writer, new V1Item<T>(value, request));
            writer.WriteEndObject();
        });

    public static SimulatedResponse CreateValue(string name, string value) => JsonResponse.Create(new JObject { [name] = value });
}

internal readonly record struct V1Item<T>(T Value, V1Request Request)
{
    public DateTimeOffset Now => Request.Now;

    public string Region(string code) => V1Spellings.Region(code, Request.Options);

    public string Size(long bytes)
    {
        var number = bytes.ToString(CultureInfo.InvariantCulture);
        return Request.Options.SizesAreNumbers ? number : $"\"{number}\"";
    }
}
