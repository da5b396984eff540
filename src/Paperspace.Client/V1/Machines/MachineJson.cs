using Newtonsoft.Json;
using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Machines;

/// <summary>Holds a machine as the V1 API returns it, until all of its fields are read.</summary>
internal sealed class MachineJson
{
    /// <summary>Gets the machine.</summary>
    public Machine Machine { get; } = new();

    /// <summary>Gets or sets whether it is shut down after a timeout.</summary>
    public bool? AutoShutdownEnabled { get; set; }

    /// <summary>Completes the machine with what follows from several fields.</summary>
    /// <param name="json">Shares strings.</param>
    /// <param name="now">The time at which it was read.</param>
    public Machine ToMachine(JsonContext json, DateTimeOffset now)
    {
        if (Machine.Id.Length == 0) throw new JsonReaderException("a machine without an id came.");
        Machine.ReadAt = now;
        // What is switched off may still have the timeout of before.
        if (AutoShutdownEnabled == false) Machine.ShutdownTimeoutInHours = null;
        if (Machine.PublicIpType is { } type) Machine.DynamicPublicIp = MachineStates.Is(type, PublicIpTypes.Dynamic);
        if (Machine.Accelerators is { Count: > 0 } accelerators) Machine.Gpu = json.Strings.Share(string.Join(", ", accelerators));
        return Machine;
    }
}
