namespace Paperspace.Client;

/// <summary>Reads a cursor-paged list, and prefetches the next pages while one is being used.</summary>
/// <remarks>
/// A cursor is sent back unchanged, never used as a URL. The list ends without a cursor, or with one that was used before. Repeated
/// items are dropped.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CursorPager<T> : IPager<T>
{
    /// <summary>A list is endless if this many consecutive pages have no new items.</summary>
    private const int MaxEmptyPages = 20;

    /// <summary>A list is endless if it has more pages: over a million items.</summary>
    private const int MaxPages = 10_000;

    private readonly CursorPagePrefetcher<T> _pages;
    private readonly Func<T, string> _getId;
    private readonly int _pagesInFlight;
    private readonly CancellationTokenSource _disposal = new();
    private readonly RepeatGuard _repeats = new();
    private string? _cursor;
    private int? _left;
    private bool _hasBegun;
    private int _emptyPages;
    private int _pagesRead;
    private int _read;
    private int _unreadable;
    private bool _isOver;

    /// <summary>Creates a pager. Sends nothing.</summary>
    /// <param name="getId">Returns the id of an item.</param>
    /// <param name="pageSize">The API's maximum number of items per page.</param>
    /// <param name="limit">The maximum number of items; null for all.</param>
    /// <param name="pagesInFlight">The maximum number of pages to prefetch.</param>
    public CursorPager(
        Func<CursorPageRequest, CancellationToken, Task<CursorPage<T>>> readPage,
        Func<T, string> getId,
        int pageSize,
        int? limit = null,
        int pagesInFlight = 1)
    {
        _pages = new CursorPagePrefetcher<T>(readPage, pageSize);
        _getId = getId;
        _pagesInFlight = pagesInFlight;
        _left = limit;
        _isOver = limit == 0;
    }

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isOver) return null;
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        // Prefetch one page at first: most lists have at most two. A failed page can be retried by calling NextAsync again.
        var prefetched = _hasBegun ? _pagesInFlight : Math.Min(1, _pagesInFlight);
        var page = await _pages.ReadAsync(_cursor, _left, prefetched, _disposal.Token).ConfigureAwait(false);
        _hasBegun = true;
        return Accept(page);
    }

    public void Dispose()
    {
        _isOver = true;
        _disposal.Cancel();
    }

    private Page<T> Accept(CursorPage<T> page)
    {
        var items = page.Items!;
        _repeats.RemoveRepeats(items, _getId);
        if (items.Count > _left) items.RemoveRange(_left.Value, items.Count - _left.Value);
        _left -= items.Count;
        _read += items.Count;
        _unreadable += page.Unreadable;
        _pagesRead++;
        _emptyPages = items.Count == 0 ? _emptyPages + 1 : 0;
        var warning = MoveTo(page);
        if (!_isOver && _pagesInFlight > 0) _pages.Prefetch(_cursor, _left, _disposal.Token);
        return new Page<T>(items, warning);
    }

    /// <returns>A warning if the list ends and seems to be incomplete; otherwise null.</returns>
    private string? MoveTo(CursorPage<T> page)
    {
        _cursor = page.NextPage;
        var isRepeated = !string.IsNullOrEmpty(_cursor) && !_repeats.AddPage(_cursor!);
        _isOver = string.IsNullOrEmpty(_cursor) || isRepeated || _left <= 0;
        if (!_isOver)
        {
            if (_emptyPages >= MaxEmptyPages)
                throw Endless("the server returns new cursors, but no new items.");
            if (_pagesRead >= MaxPages)
                throw Endless(FormattableString.Invariant($"the server returned {MaxPages:N0} pages, and reports more."));
            return null;
        }

        var end = _left <= 0 ? null
            : isRepeated ? "The list may be incomplete: the server returned the same cursor again."
            : page.HasMore == true ? "The list may be incomplete: the server reports more items, but no cursor."
            : null;
        var unreadable = UnreadableItems.Describe(_unreadable, _read);
        return end is null ? unreadable : unreadable is null ? end : $"{end} {unreadable}";
    }

    private static PaperspaceException Endless(string reason) =>
        new(PaperspaceErrorReason.InvalidResponse, $"The list does not end: {reason}");
}
