namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that read a list of each machine: of those that are given, or of all.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class MachineReadCmdlet<T> : MachineSelectionCmdlet
{
    private ReadProgress? _progress;

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Given is not { } given)
        {
            await ReadAllAsync(cancellationToken);
            return;
        }

        foreach (var machine in await Targets.FindAllAsync(Client, given, cancellationToken)) await SubmitAsync(machine, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        _progress?.Dispose();
    }

    /// <summary>Gets the activity for progress.</summary>
    private protected abstract string Activity { get; }

    /// <summary>Gets whether the API returns an empty list for a machine that does not exist.</summary>
    private protected virtual bool IsEmptyForUnknown => false;

    /// <summary>Reads the items of a machine.</summary>
    private protected abstract Task<IReadOnlyList<T>> ReadAsync(
        IPaperspaceClient client, string machineId, ICollection<string> warnings, CancellationToken cancellationToken);

    /// <summary>Writes the items of a machine.</summary>
    private protected virtual void Write(ResourceIdentity<Machine> machine, IReadOnlyList<T> items) =>
        WriteObject(items, enumerateCollection: true);

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        _progress = new ReadProgress(this, Activity);
        using var pager = Client.Machines.List();
        while (await pager.NextAsync(cancellationToken) is { } page)
        {
            _progress.Add(page.Count);
            foreach (var machine in page) await SubmitAsync(MachineDescriptor.Instance.Identify(machine), cancellationToken);
            if (page.Warning is { } warning) WriteWarning(warning);
        }
    }

    private Task SubmitAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        return SubmitAsync(
            (client, token) => ReadAsync(client, machine, warnings, token),
            machine.Target,
            read =>
            {
                _progress?.Advance();
                Write(read.Machine, read.Items);
                foreach (var warning in warnings) WriteWarning(warning);
            },
            cancellationToken);
    }

    private async Task<(ResourceIdentity<Machine> Machine, IReadOnlyList<T> Items)> ReadAsync(
        IPaperspaceClient client, ResourceIdentity<Machine> machine, List<string> warnings, CancellationToken cancellationToken)
    {
        var read = await Targets.SendAsync(client, machine, ReadItemsAsync, cancellationToken).ConfigureAwait(false);
        if (!IsEmptyForUnknown || read.Items.Count > 0 || machine.Resource is not null) return read;
        var existing = await Targets.ReadAsync(client, machine, isOnly: true, cancellationToken).ConfigureAwait(false);
        return existing.Id == machine.Id ? read : await ReadItemsAsync(existing).ConfigureAwait(false);

        async Task<(ResourceIdentity<Machine> Machine, IReadOnlyList<T> Items)> ReadItemsAsync(ResourceIdentity<Machine> found) =>
            (found, await ReadAsync(client, found.Id, warnings, cancellationToken).ConfigureAwait(false));
    }
}
