namespace Paperspace.Client;

/// <summary>Filters a list in the client, and passes over and counts what is left: for what an API cannot do itself.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class FilteringPager<T> : IPager<T>
{
    private readonly IPager<T> _pager;
    private readonly Func<T, bool>? _matches;
    private int _skip;
    private int? _left;

    /// <summary>Filters a list; sends nothing.</summary>
    /// <param name="pager">The list, which is disposed with the filter.</param>
    /// <param name="matches">Returns whether an item is one of those wanted; null for all.</param>
    /// <param name="limit">The greatest number of items; null for all.</param>
    /// <param name="skip">The number of items to pass over first.</param>
    /// <exception cref="PaperspaceException">A number is below 0.</exception>
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
        // Abandon what was prefetched beyond the limit.
        if (_left <= 0) _pager.Dispose();
        return new Page<T>(items, page.Warning);
    }

    public void Dispose() => _pager.Dispose();
}
