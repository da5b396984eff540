using Paperspace.Client.Operations;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Operations;

namespace Paperspace.Client.V1.Machines;

/// <summary>Reads a machine that is waited for: its events first, so that its state is not older than they are.</summary>
internal sealed class TrackedMachineReader
{
    private readonly MachineRequests _requests;
    private readonly ResourceExistence _lookup;

    /// <summary>Creates a reader over the requests.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="lookup">Looks at other resources than machines where no event tells what became of them.</param>
    public TrackedMachineReader(MachineRequests requests, ResourceExistence lookup)
    {
        _requests = requests;
        _lookup = lookup;
    }

    /// <summary>Reads the machine with its events, newest first.</summary>
    public async Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machine.Id, "machineId");
        // A machine that is to be gone mostly is: one request tells.
        var shown = machine.Open.All(condition => condition.IsRemoval)
            ? await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false)
            : null;
        var events = await ReadEventsAsync(id, cancellationToken).ConfigureAwait(false);
        foreach (var missing in EventIds(machine).Where(eventId => !events.Exists(item => item.Handle == eventId)).ToArray())
            if (await FindEventAsync(missing, cancellationToken).ConfigureAwait(false) is { } found)
                events.Add(found);
        foreach (
            var unclear in machine
                .Open.Where(condition => ResourceOperationEvaluator.FindUnclearEnd(condition, events) is not null)
                .ToArray())
            await _lookup.LookAsync(unclear.Operation!, cancellationToken).ConfigureAwait(false);
        var read = shown ?? await ShowAsync(id, machine, cancellationToken).ConfigureAwait(false);
        read.Events = events;
        return read;
    }

    private static IEnumerable<string> EventIds(TrackedMachine machine) =>
        machine.Open.SelectMany(condition => condition.Operation?.EventIds ?? []).Distinct(StringComparer.Ordinal);

    private async Task<Machine> ShowAsync(string id, TrackedMachine machine, CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
            when (failure.Reason == PaperspaceErrorReason.MachineNotFound && machine.Open.All(condition => !condition.IsOfMachine))
        {
            // What became of another resource is told by the events of a machine that is gone, too.
            return new Machine
            {
                Id = id,
                Name = machine.Last?.Machine.Name,
                DtDeleted = _requests.Now,
            };
        }
    }

    private async Task<List<MachineEvent>> ReadEventsAsync(string machineId, CancellationToken cancellationToken)
    {
        try
        {
            return (
                await _requests
                    .ListEventsAsync(machineId, new CursorPageRequest(null, V1Lists.PageSize), cancellationToken)
                    .ConfigureAwait(false))
                .Items!;
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
