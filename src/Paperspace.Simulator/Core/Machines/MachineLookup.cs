namespace Paperspace.Simulator.Core;

/// <summary>Finds the machine that a request is about.</summary>
internal static class MachineLookup
{
    /// <summary>Returns the machine of a show or the like, which is named in the query.</summary>
    public static SimulatedMachine QueryMachine(this CoreRequest request) =>
        request.Account.Machines.Find(request.Query.Required("machineId"), request.Now) ?? throw CoreErrors.MachineNotFound();

    /// <summary>Returns the machine of an action, which is named in the path; one that is being destroyed takes no more actions.</summary>
    public static SimulatedMachine ActionMachine(this CoreRequest request) =>
        request.Account.Machines.Find(request.Id, request.Now) is { RemovedAt: null } machine ? machine : throw CoreErrors.NotFound();
}
