using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>Keeps a list of an account's resources for a short while, for completion and for errors that name similar ones. Callers who come
/// together share one request.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal sealed class ResourceCache<T>
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(15);

    private readonly ConditionalWeakTable<PaperspaceAccount, Entry> _entries = new();
    private readonly Func<IPaperspaceClient, CancellationToken, Task<IReadOnlyList<T>>> _list;

    /// <summary>Creates a cache.</summary>
    /// <param name="list">Lists the resources.</param>
    public ResourceCache(Func<IPaperspaceClient, CancellationToken, Task<IReadOnlyList<T>>> list)
    {
        _list = list;
    }

    /// <summary>Returns the resources.</summary>
    /// <param name="account">The account.</param>
    /// <param name="client">The client to ask with.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async Task<IReadOnlyList<T>> GetAsync(PaperspaceAccount account, IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrCreateValue(account);
        await entry.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (entry.Items is { } items && client.Now - entry.ReadAt < TimeToLive) return items;
            entry.Items = await _list(client, cancellationToken).ConfigureAwait(false);
            entry.ReadAt = client.Now;
            return entry.Items;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public IReadOnlyList<T>? Items { get; set; }

        public DateTimeOffset ReadAt { get; set; }
    }
}
