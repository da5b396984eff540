namespace Paperspace;

/// <summary>Provides access to the machines of an account.</summary>
public interface IMachineClient
{
    /// <summary>Lists machines page by page, without events. Nothing is sent until the first page is requested.</summary>
    /// <param name="filter">The machines to list; null for all.</param>
    /// <param name="limit">The maximum number of machines; null for all.</param>
    /// <param name="skip">The number of matching machines to skip.</param>
    IPager<Machine> List(MachineFilter? filter = null, int? limit = null, int skip = 0);

    /// <summary>Returns a machine with its most recent events.</summary>
    Task<Machine> GetAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Checks the options for a new machine. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid or not supported by the API; the error names the parameters.</exception>
    void Validate(MachineCreateOptions options);

    /// <summary>Checks the options for an update. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid or not supported by the API; the error names the parameters.</exception>
    void Validate(MachineUpdateOptions options);

    /// <summary>Creates a machine. The operation's <see cref="Operation.Machine"/> is the new machine.</summary>
    Task<Operation> CreateAsync(MachineCreateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>
    /// Finds the machines that a create with an unknown outcome may have created: those with the name, created since
    /// then. Reads the list repeatedly for several seconds, because a new machine may appear late.
    /// </summary>
    /// <param name="name">The name of the new machine.</param>
    /// <param name="since">The time when the create was sent.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The machines; empty if none was found.</returns>
    Task<IReadOnlyList<Machine>> FindCreatedAsync(string name, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Starts a machine. Does nothing if it is running.</summary>
    Task<Operation> StartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Stops a machine. Does nothing if it is off.</summary>
    Task<Operation> StopAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Restarts a machine.</summary>
    Task<Operation> RestartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Updates a machine's settings.</summary>
    Task<Operation> UpdateAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Deletes a machine with its disk and snapshots.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="releasePublicIp">Whether to release the static public IP address; null for the API's default, which
    /// keeps it.</param>
    /// <param name="waitUntil">Whether the caller will wait for completion.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    Task<Operation> DeleteAsync(string machineId, bool? releasePublicIp, WaitUntil waitUntil, CancellationToken cancellationToken);

    /// <summary>Lists the events of a machine, newest first. Nothing is sent until the first page is requested.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="limit">The maximum number of events; null for all.</param>
    IPager<MachineEvent> ListEvents(string machineId, int? limit = null);

    /// <summary>Returns the connections to a machine's desktop; empty if it is reachable by SSH only.</summary>
    Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Lists the users who have access to a machine. Nothing is sent until the first page is requested.</summary>
    /// <exception cref="PaperspaceException">The API cannot list access.</exception>
    IPager<MachineAccess> ListAccess(string machineId);

    /// <summary>Grants a user access to a machine.</summary>
    Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken);

    /// <summary>Revokes a user's access to a machine.</summary>
    Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken);

    /// <summary>Returns the utilization of a machine for each month. If the API does not return it, the result is an estimate.</summary>
    /// <param name="machineId">The machine's id.</param>
    /// <param name="machine">The machine, whose rates are used for an estimate; null to read it.</param>
    /// <param name="months">The months.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>One utilization for each month, in the same order.</returns>
    Task<IReadOnlyList<MachineUtilization>> GetUtilizationAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken);

    /// <summary>Gets the known machine types whose availability the API reports.</summary>
    IReadOnlyList<string> AvailabilityTypes { get; }

    /// <summary>Returns whether a machine type is available in a region.</summary>
    Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken);

    /// <summary>Waits until each operation has completed. Nothing is sent until the first page is requested.</summary>
    /// <exception cref="ArgumentException">An operation is on a resource other than a machine, and names no machine
    /// whose events track it.</exception>
    IMachineWaiter WaitFor(IReadOnlyCollection<Operation> operations, MachineWaitOptions options);
}
