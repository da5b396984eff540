using Paperspace.Client.Operations;

namespace Paperspace.Client.V1.Machines;

/// <summary>Reads a machine that is waited for: its events first, so that its state is not older than they are.</summary>
internal sealed class TrackedMachineReader
{
    private readonly MachineRequests _requests;

    /// <summary>Creates a reader over the requests.</summary>
    public TrackedMachineReader(MachineRequests requests)
    {
        _requests = requests;
    }

    /// <summary>Reads the machine with its events, newest first.</summary>
    public async Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machine.Id, "machineId");
        // A machine that is to be gone mostly is: one request tells.
        var shown = machine.Open.All(condition => condition.IsRemoval) ? await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var events = await ReadEventsAsync(id, cancellationToken).ConfigureAwait(false);
        foreach (var missing in EventIds(machine).Where(eventId => !events.Exists(item => item.Handle == eventId)).ToArray())
            if (await FindEventAsync(missing, cancellationToken).ConfigureAwait(false) is { } found)
                events.Add(found);
        var read = shown ?? await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false);
        read.Events = events;
        return read;
    }

    private static IEnumerable<string> EventIds(TrackedMachine machine) =>
        machine.Open.SelectMany(condition => condition.Operation?.EventIds ?? []).Distinct(StringComparer.Ordinal);

    private async Task<List<MachineEvent>> ReadEventsAsync(string machineId, CancellationToken cancellationToken)
    {
        try
        {
            return (await _requests.ListEventsAsync(machineId, null, V1Lists.PageSize, cancellationToken).ConfigureAwait(false)).Items!;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            // Whether the machine is gone is for itself to say.
            return [];
        }
    }

    private async Task<MachineEvent?> FindEventAsync(string eventId, CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.ShowEventAsync(eventId, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotFound && failure.ApiMessage is not null)
        {
            return null;
        }
    }
}
