namespace Paperspace.Client.V1.Machines;

/// <summary>Deletes machines through the V1 API, which leaves their static public addresses with the account.</summary>
internal sealed class MachineRemover
{
    private readonly MachineRequests _requests;
    private readonly IPublicIpClient _publicIps;
    private readonly TimeProvider _time;

    /// <summary>Creates the action over the requests.</summary>
    public MachineRemover(MachineRequests requests, IPublicIpClient publicIps, TimeProvider time)
    {
        _requests = requests;
        _publicIps = publicIps;
        _time = time;
    }

    /// <summary>Deletes a machine.</summary>
    /// <param name="machineId">The machine.</param>
    /// <param name="releasesPublicIp">Whether to release its static public address; that this failed is a warning, since the machine is
    /// deleted.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task<ResourceOperation> DeleteAsync(string machineId, bool releasesPublicIp, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        var before = releasesPublicIp ? await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var response = await _requests.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        var operation = new ResourceOperation
        {
            ResourceKind = ResourceKinds.Machine,
            ResourceId = id,
            MachineId = id,
            Action = MachineEventNames.Deactivate,
            EventIds = response.EventIds,
            StartedAt = _time.GetUtcNow(),
            Machine = response.Machine,
        };
        if (
            before is not null
            && MachineStates.Is(before.PublicIpType, PublicIpTypes.Static)
            && before.PublicIpAddress is { Length: > 0 } address)
            operation.Warnings = await ReleaseAsync(address, cancellationToken).ConfigureAwait(false);
        return operation;
    }

    private async Task<IReadOnlyList<string>> ReleaseAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            await _publicIps.ReleaseAsync(address, cancellationToken).ConfigureAwait(false);
            return [];
        }
        catch (PaperspaceException failure)
        {
            return [Warn(address, failure.Message)];
        }
        catch (OperationCanceledException)
        {
            // What was accepted must not go untold.
            return [Warn(address, "the request was cancelled.")];
        }
    }

    private static string Warn(string address, string why) =>
        $"The machine is being deleted, but its static public address {TerminalText.Sanitize(address)} was not released and goes on "
            + $"costing: {why}";
}
