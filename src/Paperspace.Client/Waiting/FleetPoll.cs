namespace Paperspace.Client.Waiting;

/// <summary>Reads the states of many machines in few requests.</summary>
internal sealed class FleetPoll
{
    /// <summary>The API's own most machines a page.</summary>
    private const int MachinesPerPage = 1000;

    /// <summary>The fewest pages that a listing is made for. The second is asked for only when the first is full, but any more would
    /// be read ahead.</summary>
    private const int FewestPages = 2;

    private readonly IPaperspaceClient _client;
    private readonly TimeLimit _limit;
    private int _pages = 1;

    /// <summary>Polls through this client, within this time limit.</summary>
    public FleetPoll(IPaperspaceClient client, TimeLimit limit)
    {
        _client = client;
        _limit = limit;
    }

    /// <summary>Reads the states and plans the looks that they call for. What was read before a failure counts.</summary>
    public async Task PollAsync(IReadOnlyCollection<AwaitedMachine> machines, LookPlan plan, CancellationToken cancellationToken)
    {
        if (machines.Count > _pages)
        {
            await ListAsync(machines, plan, cancellationToken).ConfigureAwait(false);
            return;
        }

        // The list has at least as many pages as these are machines.
        foreach (var machine in machines) plan.Add(machine, Interest.Certain);
    }

    private async Task ListAsync(IReadOnlyCollection<AwaitedMachine> machines, LookPlan plan, CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var read = 0;
        var mayGoOn = true;
        while (missing.Count > 0 && mayGoOn && read < machines.Count)
        {
            // As many again each time, so that a list that does not end is noticed as one.
            var most = Math.Min(Math.Max(read > 0 ? read : _pages, FewestPages), machines.Count - read);
            var pages = await ReadAsync(read, most, missing, plan, cancellationToken).ConfigureAwait(false);
            read += pages;
            mayGoOn = pages == most;
        }

        _pages = Math.Max(read, 1);
        foreach (var machine in missing.Values) plan.Add(machine, machine.SeeUnlisted(_limit.Elapsed));
    }

    /// <summary>Reads pages after those that were read, until all machines are found, and says how many it were.</summary>
    private async Task<int> ReadAsync(
        int after, int most, Dictionary<string, AwaitedMachine> missing, LookPlan plan, CancellationToken cancellationToken)
    {
        var pages = 0;
        using var listing = _client.ListMachines(limit: most * MachinesPerPage, skip: after * MachinesPerPage);
        while (missing.Count > 0 && await listing.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            See(page, missing, plan);
        }

        return pages;
    }

    private void See(IReadOnlyList<Machine> page, Dictionary<string, AwaitedMachine> missing, LookPlan plan)
    {
        foreach (var listed in page)
        {
            if (!missing.TryGetValue(listed.Id, out var machine)) continue;
            missing.Remove(listed.Id);
            plan.Add(machine, machine.SeeListed(listed, _limit.Elapsed));
        }
    }
}
