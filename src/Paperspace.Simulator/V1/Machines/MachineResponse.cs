namespace Paperspace.Simulator.V1;

/// <summary>Makes the response of an action on a machine.</summary>
internal static class MachineResponse
{
    public static SimulatedResponse Of(V1Request request, SimulatedMachine machine, SimulatedMachineEvent? machineEvent) =>
        V1Response.Of(MachineJson.Map, request.View(machine), request, machine, machineEvent);
}
