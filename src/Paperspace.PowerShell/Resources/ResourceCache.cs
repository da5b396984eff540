using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>Keeps the beginning of an account's list for a short while, for completion and for hints in errors. Concurrent callers share
/// one request, which has a time limit; after a failure, none is sent for that while.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal sealed class ResourceCache<T>
{
    private const int MaxItems = 1000;

    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

    private readonly ConditionalWeakTable<PaperspaceAccount, Entry> _entries = new();
    private readonly Func<IPaperspaceClient, IPager<T>> _list;

    /// <summary>Creates a cache.</summary>
    public ResourceCache(Func<IPaperspaceClient, IPager<T>> list)
    {
        _list = list;
    }

    /// <summary>Returns the resources.</summary>
    /// <param name="account">The account.</param>
    /// <param name="client">The client that sends the request.</param>
    /// <param name="cancellationToken">Cancels the wait of this caller only.</param>
    /// <exception cref="OperationCanceledException">The caller's token is cancelled, or the list did not arrive in time.</exception>
    public async Task<IReadOnlyList<T>> GetAsync(PaperspaceAccount account, IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var listing = _entries.GetOrCreateValue(account).Join(client.Now, () => ListAsync(client));
        await ((Task)listing).WaitAsync(cancellationToken).ConfigureAwait(false);
        return await listing.ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<T>> ListAsync(IPaperspaceClient client)
    {
        using var limit = client.CreateTimeLimit(TimeLimit);
        return await Task.Run(
            async () =>
            {
                var items = new List<T>();
                using var pager = _list(client);
                while (items.Count < MaxItems && await pager.NextAsync(limit.Token).ConfigureAwait(false) is { } page) items.AddRange(page);
                return items;
            },
            limit.Token).ConfigureAwait(false);
    }

    private sealed class Entry
    {
        private readonly object _gate = new();
        private Task<IReadOnlyList<T>>? _listing;
        private DateTimeOffset _startedAt;

        public Task<IReadOnlyList<T>> Join(DateTimeOffset now, Func<Task<IReadOnlyList<T>>> list)
        {
            lock (_gate)
            {
                if (_listing is not null && now - _startedAt < TimeToLive) return _listing;
                _startedAt = now;
                _listing = list();
                // Observe the exception if every caller has left.
                _ = _listing.ContinueWith(
                    static failed => _ = failed.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
                return _listing;
            }
        }
    }
}
