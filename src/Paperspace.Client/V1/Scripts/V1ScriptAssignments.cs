using System.Collections.Concurrent;

namespace Paperspace.Client;

/// <summary>
/// Finds the startup scripts of machines, which V1 does not return with machines, in the list of scripts. A client
/// reads the list once, and again after assignments change.
/// </summary>
internal sealed class V1ScriptAssignments
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private readonly ApiConnection _connection;
    private readonly Func<IPager<Script>> _list;
    private readonly object _gate = new();
    private bool _isOwn;

    /// <param name="list">Lists the scripts.</param>
    public V1ScriptAssignments(ApiConnection connection, Func<IPager<Script>> list)
    {
        (_connection, _list) = (connection, list);
    }

    // Shared with the account's other clients, because another command in the pipeline may assign scripts.
    private SharedRequest<ConcurrentDictionary<string, string[]>> Shared =>
        _connection.GetSharedRequest<ConcurrentDictionary<string, string[]>>("startup-script-assignments", TimeToLive);

    /// <summary>Unassigns the scripts of a machine.</summary>
    /// <param name="unassign">Unassigns the script with an id.</param>
    /// <param name="cancellationToken">Cancels the list request.</param>
    public async Task RemoveAsync(string machineId, Func<string, Task> unassign, CancellationToken cancellationToken)
    {
        RequireOwn();
        var scripts = await Shared.GetAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
        if (!scripts.TryGetValue(machineId, out var ids)) return;
        foreach (var id in ids) await unassign(id).ConfigureAwait(false);
        scripts.TryRemove(machineId, out _);
    }

    /// <summary>Sends a change of assignments, and invalidates the list.</summary>
    public Task<T> ChangeAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        Shared.InvalidateAfterAsync(send, cancellationToken);

    /// <summary>Makes a client read the list once itself: another client's may be older than the user's last change.</summary>
    private void RequireOwn()
    {
        lock (_gate)
        {
            if (!_isOwn) Shared.Invalidate();
            _isOwn = true;
        }
    }

    private async Task<ConcurrentDictionary<string, string[]>> ReadAsync(CancellationToken cancellationToken)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        using var pager = _list();
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            pairs.AddRange(
                page.SelectMany(script =>
                    (script.AssignedMachineIds ?? []).Select(machine => new KeyValuePair<string, string>(machine, script.Id))));
        return new(
            pairs.ToLookup(pair => pair.Key, pair => pair.Value)
                .Select(group => new KeyValuePair<string, string[]>(group.Key, [.. group])));
    }
}
