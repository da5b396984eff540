namespace Paperspace.Client;

/// <summary>Reads an offset-paged list, and prefetches pages once the first is full.</summary>
/// <remarks>
/// A page that is not full may not be the last: a host may limit the page size, or return the whole list. So the rest is requested,
/// unless the first page is too small to be anything but the whole list. Repeated items are dropped.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class OffsetPager<T> : IPager<T>
{
    /// <summary>A first page with fewer items than this is the whole list.</summary>
    private const int MinPageSize = 100;

    /// <summary>A list is endless if it has more pages: ten million machines.</summary>
    private const int MaxPages = 10_000;

    private readonly Func<int, int, CancellationToken, Task<OffsetPage<T>>> _readPage;
    private readonly Func<T, string> _getId;
    private readonly int _pageSize;
    private readonly int? _limit;
    private readonly int _pagesInFlight;
    private readonly bool _confirmsEnd;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Queue<PageRequest> _prefetched = new();
    private readonly RepeatGuard _repeats = new();
    private int _next;
    private int _returned;
    private int _unreadable;
    private int _pages;
    private int? _continueAt;
    private bool _ended;

    /// <summary>Creates a pager. Sends nothing.</summary>
    /// <param name="readPage">Reads a page, given its size and the number of items to skip.</param>
    /// <param name="getId">Returns the id of an item.</param>
    /// <param name="pageSize">The API's maximum number of items per page.</param>
    /// <param name="limit">The maximum number of items; null for all.</param>
    /// <param name="skip">The number of items to skip.</param>
    /// <param name="pagesInFlight">The maximum number of concurrent page requests.</param>
    /// <param name="confirmsEnd">Whether a page that is not full is followed by a request for the rest.</param>
    public OffsetPager(
        Func<int, int, CancellationToken, Task<OffsetPage<T>>> readPage,
        Func<T, string> getId,
        int pageSize,
        int? limit,
        int skip,
        int pagesInFlight,
        bool confirmsEnd)
    {
        if (limit < 0) throw PaperspaceException.InvalidRequest("limit must be 0 or greater.", nameof(limit));
        if (skip < 0) throw PaperspaceException.InvalidRequest("skip must be 0 or greater.", nameof(skip));
        _readPage = readPage;
        _getId = getId;
        _pageSize = pageSize;
        _limit = limit;
        _next = skip;
        _pagesInFlight = Math.Max(1, pagesInFlight);
        _confirmsEnd = confirmsEnd;
        _ended = limit == 0;
    }

    private int Requested => _prefetched.Sum(page => page.Size);

    private int Left => _limit is { } limit ? limit - _returned - Requested : _pageSize;

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended) return null;
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        if (_continueAt is { } at && await IsOverAsync(at, cancellationToken).ConfigureAwait(false)) return null;
        // Request only the first page at first, because most lists have no second, then increase up to PagesInFlight.
        var max = _continueAt is null ? Math.Min(_pages + 1, _pagesInFlight) : 1;
        while (_prefetched.Count < max && Left > 0) Prefetch();
        // Keep a page that fails in the queue, so that the next call retries it.
        var page = _prefetched.Peek();
        var read = await page.Page.ConfigureAwait(false);
        _prefetched.Dequeue();
        _pages++;
        return Accept(page, read);
    }

    public void Dispose()
    {
        _ended = true;
        _disposal.Cancel();
    }

    /// <summary>
    /// Determines whether a page that is not full was the last. If the list continues, it is read again from where that
    /// page ended.
    /// </summary>
    private async Task<bool> IsOverAsync(int continueAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_prefetched.Count > 0)
        {
            _ended = (await _prefetched.Peek().Page.ConfigureAwait(false)).Count == 0;
            _prefetched.Clear();
        }

        _next = continueAt;
        return _ended;
    }

    private Page<T> Accept(PageRequest page, OffsetPage<T> read)
    {
        var (items, count) = (read.Items, read.Count);
        var isFull = count == page.Size;
        // A server that does not page returns the same page again; its first page is the whole list.
        var isRepeated = items.Count > 0 && !_repeats.AddPage(_getId(items[0]));
        if (isRepeated && isFull)
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                "The list does not end: the server returned the same page again, and seems to ignore the skip parameter.");
        if (_limit is not null && items.Count > page.Size) items.RemoveRange(page.Size, count - page.Size);
        _repeats.RemoveRepeats(items, _getId);
        _returned += items.Count;
        _unreadable += read.Unreadable;
        _continueAt = isFull ? null : page.Skip + count;
        var isWhole = !isFull && (!_confirmsEnd || (_pages == 1 && count < MinPageSize));
        _ended = count == 0 || isRepeated || isWhole || _returned >= _limit;
        if (_pages >= MaxPages && !_ended)
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                FormattableString.Invariant($"The list does not end: the server returned {MaxPages:N0} pages, and reports more."));
        return new Page<T>(
            items,
            isRepeated ? "The list may be incomplete: the server returned the same page again." : TakeUnreadable());
    }

    /// <returns>The warning about the skipped items of the page; null if there are none.</returns>
    private string? TakeUnreadable()
    {
        var warning = UnreadableItems.Describe(_unreadable, _returned);
        _unreadable = 0;
        return warning;
    }

    private void Prefetch()
    {
        var size = Math.Min(_pageSize, Left);
        var page = _readPage(size, _next, _disposal.Token);
        page.Forget();
        _prefetched.Enqueue(new PageRequest(size, _next, page));
        _next += size;
    }

    private readonly record struct PageRequest(int Size, int Skip, Task<OffsetPage<T>> Page);
}
