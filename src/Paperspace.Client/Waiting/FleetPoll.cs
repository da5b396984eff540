namespace Paperspace.Client.Waiting;

/// <summary>Reads the states of many machines in few requests.</summary>
internal sealed class FleetPoll
{
    /// <summary>The API's own most machines a page.</summary>
    private const int MachinesPerPage = 1000;

    private readonly IPaperspaceClient _client;
    private int _pages = 1;

    /// <summary>Polls through this client.</summary>
    public FleetPoll(IPaperspaceClient client)
    {
        _client = client;
    }

    /// <summary>Reads the states and plans the looks that they call for. What was read before a failure counts.</summary>
    public async Task PollAsync(IReadOnlyCollection<AwaitedMachine> machines, LookPlan plan, CancellationToken cancellationToken)
    {
        if (machines.Count > _pages)
        {
            await ListAsync(machines, plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The list of a large account has more pages than these are machines.
        foreach (var machine in machines) plan.Add(machine, Interest.Certain);
    }

    private async Task ListAsync(IReadOnlyCollection<AwaitedMachine> machines, LookPlan plan, CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var pages = 0;
        using (var listing = _client.ListMachines(limit: (int)Math.Min((long)machines.Count * MachinesPerPage, int.MaxValue)))
        {
            while (missing.Count > 0 && await listing.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                pages++;
                foreach (var listed in page)
                {
                    if (!missing.TryGetValue(listed.Id, out var machine)) continue;
                    missing.Remove(listed.Id);
                    plan.Add(machine, machine.SeeListed(listed, _client.Now));
                }
            }
        }

        _pages = Math.Max(pages, 1);
        foreach (var machine in missing.Values) plan.Add(machine, machine.SeeUnlisted(_client.Now));
    }
}
