using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>Keeps a list of an account's resources for a short while, for completion and for errors that name similar ones. Callers who
/// come together share one request, which has a time limit; where it fails, none is sent for that while.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal sealed class ResourceCache<T>
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(2);

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
    /// <param name="cancellationToken">Ends this caller's waiting.</param>
    /// <exception cref="OperationCanceledException">The caller's token is cancelled, or the list did not come in time.</exception>
    public async Task<IReadOnlyList<T>> GetAsync(PaperspaceAccount account, IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var listing = _entries.GetOrCreateValue(account).Join(client.Now, () => ListAsync(client));
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), cancelled))
            await Task.WhenAny(listing, cancelled.Task).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return await listing.ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<T>> ListAsync(IPaperspaceClient client)
    {
        using var limit = client.CreateTimeLimit(TimeLimit);
        return await Task.Run(() => _list(client, limit.Token), limit.Token).ConfigureAwait(false);
    }

    private sealed class Entry
    {
        private readonly object _gate = new();
        private Task<IReadOnlyList<T>>? _listing;
        private DateTimeOffset _begunAt;

        public Task<IReadOnlyList<T>> Join(DateTimeOffset now, Func<Task<IReadOnlyList<T>>> list)
        {
            lock (_gate)
            {
                if (_listing is not null && now - _begunAt < TimeToLive) return _listing;
                _begunAt = now;
                _listing = list();
                // One that nobody waits for any more must not be reported as an unobserved failure.
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
