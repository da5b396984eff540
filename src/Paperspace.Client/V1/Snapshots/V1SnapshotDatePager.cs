namespace Paperspace.Client;

/// <summary>Fills each page of snapshots with dates and states, which the API does not return.</summary>
internal sealed class V1SnapshotDatePager : IPager<Snapshot>
{
    private readonly IPager<Snapshot> _snapshots;
    private readonly V1SnapshotDateResolver _dates;
    private Page<Snapshot>? _undated;

    /// <summary>Creates a pager; sends nothing.</summary>
    /// <param name="snapshots">The snapshots, newest first, which are disposed with the pager.</param>
    /// <param name="dates">Finds the dates.</param>
    public V1SnapshotDatePager(IPager<Snapshot> snapshots, V1SnapshotDateResolver dates)
    {
        _snapshots = snapshots;
        _dates = dates;
    }

    public async Task<Page<Snapshot>?> NextAsync(CancellationToken cancellationToken)
    {
        // Asking again after a failure asks for the same page.
        _undated ??= await _snapshots.NextAsync(cancellationToken).ConfigureAwait(false);
        if (_undated is not { } page) return null;
        await _dates.FillAsync(page, cancellationToken).ConfigureAwait(false);
        _undated = null;
        return page;
    }

    public void Dispose() => _snapshots.Dispose();
}
