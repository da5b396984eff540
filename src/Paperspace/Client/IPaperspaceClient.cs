namespace Paperspace;

/// <summary>The machines API: one method for each operation.</summary>
/// <remarks>
/// Each method throws <see cref="PaperspaceException"/>, or <see cref="OperationCanceledException"/> when its token says so,
/// and nothing else. Methods may be called from several threads at once.
/// </remarks>
public interface IPaperspaceClient : IDisposable
{
    /// <summary>The client's clock.</summary>
    DateTimeOffset Now { get; }

    /// <summary>What was sent and came back, for those who watch. Handlers may be called on any thread.</summary>
    event EventHandler<TrafficEventArgs>? Traffic;

    /// <summary>Creates a machine (operation create). Never repeated by itself.</summary>
    Task<Machine> CreateMachineAsync(MachineCreateRequest request, CancellationToken cancellationToken);

    /// <summary>Starts a machine (operation start); no-op where it runs.</summary>
    Task StartMachineAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Stops a machine (operation stop); no-op where it is off.</summary>
    Task StopMachineAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Restarts a machine (operation restart). Never repeated by itself.</summary>
    Task RestartMachineAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Destroys a machine and its snapshots (operation destroy).</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="releasePublicIp">Whether to release its static public IP address; null leaves that to the API, which keeps it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DestroyMachineAsync(string machineId, bool? releasePublicIp, CancellationToken cancellationToken);

    /// <summary>Changes a machine's settings (operation update).</summary>
    Task UpdateMachineAsync(string machineId, MachineUpdateRequest request, CancellationToken cancellationToken);

    /// <summary>Lists machines page by page (operation list), without events. Nothing is sent until the first batch is asked for.</summary>
    /// <param name="filter">Which machines; null for all.</param>
    /// <param name="limit">How many at the most; null for all.</param>
    /// <param name="skip">How many to pass over first.</param>
    IBatches<Machine> ListMachines(MachineFilter? filter = null, int? limit = null, int skip = 0);

    /// <summary>Reads a machine with its newest events (operation show).</summary>
    Task<Machine> ShowMachineAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Gives a user access to a machine, or takes it away (operation setAccessForUser).</summary>
    Task SetMachineAccessAsync(string machineId, string userId, bool enableAccess, CancellationToken cancellationToken);

    /// <summary>Reads a machine's use in a month (operation utilization).</summary>
    Task<MachineUtilization> GetUtilizationAsync(string machineId, BillingMonth month, CancellationToken cancellationToken);

    /// <summary>Asks whether a machine type can be had in a region (operation availability).</summary>
    Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken);

    /// <summary>Lists the templates that machines can be created from (operation list of templates). Kept for a minute.</summary>
    Task<IReadOnlyList<Template>> ListTemplatesAsync(CancellationToken cancellationToken);

    /// <summary>Notes where a machine stands before an action, so that a wait can tell what the action brought about.</summary>
    Task<MachineBaseline> NoteBaselineAsync(string machineId, CancellationToken cancellationToken);

    /// <summary>Waits for machines (operation waitFor): each batch holds those that arrived or failed since the last.</summary>
    IMachineWait WaitForMachines(IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions options);
}
