using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>The machines of an account as they were a moment ago, for completions and hints.</summary>
internal sealed class MachineDirectory
{
    private static readonly ConditionalWeakTable<IPaperspaceClient, MachineDirectory> Directories = new();
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private volatile Snapshot? _snapshot;

    /// <summary>The directory of this client's account.</summary>
    public static MachineDirectory Of(IPaperspaceClient client) => Directories.GetValue(client, static _ => new MachineDirectory());

    /// <summary>The first page of machines, read anew when it is older than a moment.</summary>
    public async Task<IReadOnlyList<Machine>> ReadAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        if (_snapshot is { } known && client.Now - known.ReadAt < Kept) return known.Machines;
        using var listing = client.ListMachines();
        var machines = await listing.NextAsync(cancellationToken).ConfigureAwait(false) ?? [];
        _snapshot = new Snapshot(machines, client.Now);
        return machines;
    }

    private sealed record Snapshot(IReadOnlyList<Machine> Machines, DateTimeOffset ReadAt);
}
