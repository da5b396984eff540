using Paperspace.Client.Http;

namespace Paperspace.Client.V1.Machines;

/// <summary>Starts, stops and restarts machines through the V1 API.</summary>
internal sealed class MachinePower
{
    private readonly MachineRequests _requests;
    private readonly TimeProvider _time;

    /// <summary>Creates the actions over the requests.</summary>
    public MachinePower(MachineRequests requests, TimeProvider time)
    {
        _requests = requests;
        _time = time;
    }

    /// <summary>Starts a machine; nothing happens to one that runs, or is about to.</summary>
    public Task<ResourceOperation> StartAsync(string machineId, CancellationToken cancellationToken) => ActAsync(
        machineId,
        MachineEventNames.Start,
        MachineStates.Ready,
        state => MachineStates.IsRunning(state) || MachineStates.Is(state, MachineStates.Starting),
        cancellationToken);

    /// <summary>Stops a machine; nothing happens to one that is off, or is about to be.</summary>
    public Task<ResourceOperation> StopAsync(string machineId, CancellationToken cancellationToken) => ActAsync(
        machineId,
        MachineEventNames.Stop,
        MachineStates.Off,
        state => MachineStates.Is(state, MachineStates.Off) || MachineStates.Is(state, MachineStates.Stopping),
        cancellationToken);

    /// <summary>Restarts a machine.</summary>
    public async Task<ResourceOperation> RestartAsync(string machineId, CancellationToken cancellationToken)
    {
        var response = await _requests
            .ActAsync(
                ResourceId.Require(machineId, nameof(machineId)),
                MachineEventNames.Restart,
                Repeatability.IfUnhandled,
                cancellationToken)
            .ConfigureAwait(false);
        return NewOperation(response, MachineEventNames.Restart, MachineStates.Ready);
    }

    /// <summary>Describes an action that was accepted.</summary>
    /// <param name="response">The response to it.</param>
    /// <param name="action">The action, by the name of its event.</param>
    /// <param name="targetState">The state the machine is in once it succeeded; null where no state tells.</param>
    public ResourceOperation NewOperation(MachineResponse response, string action, string? targetState) => new()
    {
        ResourceKind = ResourceKinds.Machine,
        ResourceId = response.Machine.Id,
        MachineId = response.Machine.Id,
        Action = action,
        TargetState = targetState,
        EventIds = response.EventIds,
        StartedAt = _time.GetUtcNow(),
        Machine = response.Machine,
    };

    private async Task<ResourceOperation> ActAsync(
        string machineId, string action, string targetState, Func<string?, bool> isNeedless, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        try
        {
            return NewOperation(
                await _requests.ActAsync(id, action, Repeatability.Always, cancellationToken).ConfigureAwait(false),
                action,
                targetState);
        }
        catch (PaperspaceException refusal) when (refusal is { Status: 409 or 412, Reason: PaperspaceErrorReason.RequestRejected })
        {
            // The API refuses what has nothing to do, the second attempt at what the first one did too.
            var machine = await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false);
            if (!isNeedless(machine.State)) throw;
            return NewOperation(new MachineResponse(machine, []), action, targetState);
        }
    }
}
