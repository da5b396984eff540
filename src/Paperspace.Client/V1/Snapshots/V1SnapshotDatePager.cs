namespace Paperspace.Client;

/// <summary>Adds the dates and states, which the API does not return, to each page of snapshots.</summary>
internal sealed class V1SnapshotDatePager : IPager<Snapshot>
{
    private readonly IPager<Snapshot> _snapshots;
    private readonly V1SnapshotDateResolver _dates;
    private Page<Snapshot>? _undated;

    /// <param name="snapshots">The snapshots, newest first; disposed with the pager.</param>
    public V1SnapshotDatePager(IPager<Snapshot> snapshots, V1SnapshotDateResolver dates)
    {
        _snapshots = snapshots;
        _dates = dates;
    }

    public async Task<Page<Snapshot>?> NextAsync(CancellationToken cancellationToken)
    {
        // After a failure, the next call retries the same page.
        _undated ??= await _snapshots.NextAsync(cancellationToken).ConfigureAwait(false);
        if (_undated is not { } page) return null;
        await _dates.FillAsync(page, cancellationToken).ConfigureAwait(false);
        _undated = null;
        return page;
    }

    public void Dispose() => _snapshots.Dispose();
}
