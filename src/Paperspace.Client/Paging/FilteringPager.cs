namespace Paperspace.Client;

/// <summary>Filters a list in the client, and applies a limit and a number to skip, if the API cannot do so.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class FilteringPager<T> : IPager<T>
{
    private readonly IPager<T> _pager;
    private readonly Func<T, bool>? _matches;
    private int _skip;
    private int? _left;

    /// <summary>Creates a pager. Sends nothing.</summary>
    /// <param name="pager">The list, which is disposed with this pager.</param>
    /// <param name="matches">Returns whether an item matches; null for all.</param>
    /// <param name="limit">The maximum number of items; null for all.</param>
    /// <param name="skip">The number of matching items to skip.</param>
    /// <exception cref="PaperspaceException">A number is negative.</exception>
    public FilteringPager(IPager<T> pager, Func<T, bool>? matches, int? limit, int skip)
    {
        if (limit < 0) throw PaperspaceException.InvalidRequest("limit must be 0 or greater.", nameof(limit));
        if (skip < 0) throw PaperspaceException.InvalidRequest("skip must be 0 or greater.", nameof(skip));
        _pager = pager;
        _matches = matches;
        _left = limit;
        _skip = skip;
    }

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_left <= 0 || await _pager.NextAsync(cancellationToken).ConfigureAwait(false) is not { } page) return null;
        var items = _matches is null ? [.. page] : page.Where(_matches).ToList();
        var skipped = Math.Min(_skip, items.Count);
        items.RemoveRange(0, skipped);
        _skip -= skipped;
        if (items.Count > _left) items.RemoveRange(_left.Value, items.Count - _left.Value);
        _left -= items.Count;
        // Cancel prefetched pages beyond the limit.
        if (_left <= 0) _pager.Dispose();
        return new Page<T>(items, page.Warning);
    }

    public void Dispose() => _pager.Dispose();
}
