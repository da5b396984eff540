namespace Paperspace.PowerShell;

/// <summary>Keeps the machines of accounts for completion and for errors that name similar ones.</summary>
internal static class MachineCache
{
    /// <summary>Gets the cache, which has the first page of machines.</summary>
    public static ResourceCache<Machine> Instance { get; } = new(async (client, token) =>
    {
        using var pager = client.Machines.List();
        return (await pager.NextAsync(token).ConfigureAwait(false)) as IReadOnlyList<Machine> ?? [];
    });
}
