namespace Paperspace.Client;

/// <summary>Reads a list by cursors, with the next pages prefetched while the last one is read and used.</summary>
/// <remarks>
/// A cursor is sent back unchanged, and never followed as an address. The list ends if there is no cursor, or
/// one that came before. Items that come again are dropped.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CursorPager<T> : IPager<T>
{
    /// <summary>A list with this many pages in a row without a new item does not end.</summary>
    private const int MaxEmptyPages = 20;

    private readonly CursorPagePrefetcher<T> _pages;
    private readonly Func<T, string> _getId;
    private readonly int _pagesInFlight;
    private readonly CancellationTokenSource _disposal = new();
    private readonly RepeatGuard _repeats = new();
    private string? _cursor;
    private int? _left;
    private bool _hasBegun;
    private int _emptyPages;
    private bool _isOver;

    /// <summary>Prepares to read a list; sends nothing.</summary>
    /// <param name="getId">Returns an item's id.</param>
    /// <param name="pageSize">The API's greatest number of items a page.</param>
    /// <param name="limit">The greatest number of items; null for all.</param>
    /// <param name="pagesInFlight">The greatest number of pages to prefetch.</param>
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
        _emptyPages = items.Count == 0 ? _emptyPages + 1 : 0;
        var warning = MoveTo(page);
        if (!_isOver && _pagesInFlight > 0) _pages.Prefetch(_cursor, _left, _disposal.Token);
        return new Page<T>(items, warning);
    }

    /// <returns>What is wrong with the end of the list; null for nothing.</returns>
    private string? MoveTo(CursorPage<T> page)
    {
        _cursor = page.NextPage;
        var isRepeated = !string.IsNullOrEmpty(_cursor) && !_repeats.AddPage(_cursor!);
        _isOver = string.IsNullOrEmpty(_cursor) || isRepeated || _left <= 0;
        if (_left <= 0) return null;
        if (isRepeated) return "The server gave the same cursor again where the rest of the list should be: some items may be missing.";
        if (_isOver)
            return page.HasMore == true ? "The server says that the list goes on, and not where: some items may be missing." : null;
        if (_emptyPages >= MaxEmptyPages)
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                "The list does not end: the server gives pages without anything new, and ever more cursors.");
        return null;
    }
}
