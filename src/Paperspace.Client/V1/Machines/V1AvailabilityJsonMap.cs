namespace Paperspace.Client;

internal static class V1AvailabilityJsonMap
{
    public static JsonMap<MachineAvailability> Map { get; } = new JsonMap<MachineAvailability>((it, others) => it.AdditionalData = others)
        .Boolean("available", (it, value) => it.Available = value);
}
