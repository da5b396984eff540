namespace Paperspace;

/// <summary>Reaches the machines of an account.</summary>
public interface IMachineClient
{
    /// <summary>Lists machines page by page, without events. Nothing is sent until the first page is asked for.</summary>
    /// <param name="filter">Which machines; null for all.</param>
    /// <param name="limit">The greatest number of machines; null for all.</param>
    /// <param name="skip">The number of machines to pass over first.</param>
    IPager<Machine> List(MachineFilter? filter = null, int? limit = null, int skip = 0);

    /// <summary>Reads a machine with its newest events.</summary>
    Task<Machine> GetAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Checks options for a new machine, without a request.</summary>
    /// <exception cref="PaperspaceException">A rule is broken, or the API lacks an option; the error names the parameters.</exception>
    void Validate(MachineCreateOptions options);

    /// <summary>Checks options for an update, without a request.</summary>
    /// <exception cref="PaperspaceException">A rule is broken, or the API lacks an option; the error names the parameters.</exception>
    void Validate(MachineUpdateOptions options);

    /// <summary>Creates a machine. The operation's <see cref="Operation.Machine"/> is the new machine.</summary>
    Task<Operation> CreateAsync(MachineCreateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Finds the machines that a create with an unknown outcome may have created: those with the name, created since. Reads the list
    /// again for some seconds, since a new machine may appear late.</summary>
    /// <param name="name">The name of the new machine.</param>
    /// <param name="since">When the create was sent.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The machines; empty if none appeared.</returns>
    Task<IReadOnlyList<Machine>> FindCreatedAsync(string name, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Starts a machine; nothing happens to one that runs.</summary>
    Task<Operation> StartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Stops a machine; nothing happens to one that is off.</summary>
    Task<Operation> StopAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Restarts a machine.</summary>
    Task<Operation> RestartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Updates a machine's settings.</summary>
    Task<Operation> UpdateAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Deletes a machine with its disk and snapshots.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="releasePublicIp">Whether to release its static public address; null leaves that to the API, which keeps it.</param>
    /// <param name="waitUntil">Whether the end will be awaited.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<Operation> DeleteAsync(string machineId, bool? releasePublicIp, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Lists what happened to a machine, newest first. Nothing is sent until the first page is asked for.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="limit">The greatest number of events; null for all that the API has.</param>
    IPager<MachineEvent> ListEvents(string machineId, int? limit = null);

    /// <summary>Reads the ways to see a machine's desktop; none for a machine that is reached by SSH alone.</summary>
    Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Lists who has access to a machine. Nothing is sent until the first page is asked for.</summary>
    /// <exception cref="PaperspaceException">The API has no such list.</exception>
    IPager<MachineAccess> ListAccess(string machineId);

    /// <summary>Grants a user access to a machine.</summary>
    Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken);

    /// <summary>Revokes a user's access to a machine.</summary>
    Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken);

    /// <summary>Reads a machine's use in months: what the API tells, or an estimate where it tells none.</summary>
    /// <param name="machineId">The machine's id.</param>
    /// <param name="machine">The machine as it was read, whose rates an estimate uses; null to read it.</param>
    /// <param name="months">The months.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The use of each month, in the order of the months.</returns>
    Task<IReadOnlyList<MachineUtilization>> GetUtilizationAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken);

    /// <summary>Gets the known machine types that the API tells the availability of.</summary>
    IReadOnlyList<string> AvailabilityTypes { get; }

    /// <summary>Reads whether a machine type can be had in a region.</summary>
    Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken);

    /// <summary>Waits until each of the operations has ended. Nothing is sent until the first page is requested.</summary>
    /// <exception cref="ArgumentException">An operation is on another resource than a machine, and names no machine whose events report on
    /// it.</exception>
    IMachineWaiter WaitFor(IReadOnlyCollection<Operation> operations, MachineWaitOptions options);
}
