using Newtonsoft.Json;

namespace Paperspace.Simulator.V1;

/// <summary>Makes the responses of the V1 API.</summary>
internal static class V1Response
{
    public static SimulatedResponse Null { get; } = JsonResponse.Create("null");

    public static SimulatedResponse Of<T>(JsonMap<V1Item<T>> map, T value, V1Request request) =>
        JsonResponse.Create(writer => map.Write(writer, new V1Item<T>(value, request)));

    /// <summary>Makes the response of an action: what it is about, and the event that tells what becomes of it.</summary>
    public static SimulatedResponse Of<T>(
        JsonMap<V1Item<T>> map, T value, V1Request request, SimulatedMachine machine, SimulatedMachineEvent? machineEvent) =>
        JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            if (machineEvent is not null)
            {
                writer.WritePropertyName("event");
                MachineEventJson.Map.Write(writer, new(new LoggedEvent(machine, machineEvent), request));
            }

            writer.WritePropertyName("data");
            map.Write(writer, new V1Item<T>(value, request));
            writer.WriteEndObject();
        });

    /// <summary>Makes a response that has one text.</summary>
    public static SimulatedResponse Of(string name, string value) => JsonResponse.Create(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        writer.WriteValue(value);
        writer.WriteEndObject();
    });
}
