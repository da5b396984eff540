namespace Paperspace.Client;

/// <summary>Reads a list by offsets, with some pages prefetched once the first turned out to be full.</summary>
/// <remarks>
/// A page of another size than asked for is not yet the end: a host may return fewer at a time, or all at once. What follows it is asked
/// for, unless the very first page is too small to be anything but the whole list. Items that come again are dropped.
/// </remarks>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class OffsetPager<T> : IPager<T>
{
    /// <summary>A page with fewer items than this is the last one.</summary>
    private const int MinPageSize = 100;

    private readonly Func<int, int, CancellationToken, Task<List<T>>> _readPage;
    private readonly Func<T, string> _getId;
    private readonly int _pageSize;
    private readonly int? _limit;
    private readonly int _pagesInFlight;
    private readonly bool _confirmsEnd;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Queue<PageRequest> _prefetched = new();
    private readonly RepeatGuard _repeats = new();
    private int _next;
    private int _given;
    private int _pages;
    private int? _continueAt;
    private bool _ended;

    /// <summary>Prepares to read a list; sends nothing.</summary>
    /// <param name="readPage">Reads a page of so many items after so many.</param>
    /// <param name="getId">Returns an item's id.</param>
    /// <param name="pageSize">The API's greatest number of items a page.</param>
    /// <param name="limit">The greatest number of items; null for all.</param>
    /// <param name="skip">The number of items to skip.</param>
    /// <param name="pagesInFlight">The greatest number of pages to ask for at once.</param>
    /// <param name="confirmsEnd">Whether a page that is not full is followed by a request for what is after it.</param>
    public OffsetPager(
        Func<int, int, CancellationToken, Task<List<T>>> readPage,
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

    private int Asked => _prefetched.Sum(page => page.Size);

    private int Left => _limit is { } limit ? limit - _given - Asked : _pageSize;

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended) return null;
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        if (_continueAt is { } at && await IsOverAsync(at, cancellationToken).ConfigureAwait(false)) return null;
        // The first page is read alone, since most accounts have no second; then ever more are, up to the most.
        var most = _continueAt is null ? Math.Min(_pages + 1, _pagesInFlight) : 1;
        while (_prefetched.Count < most && Left > 0) Prefetch();
        // A page that fails stays the next one, so that asking again does not pass over it.
        var page = _prefetched.Peek();
        var items = await page.Items.ConfigureAwait(false);
        _prefetched.Dequeue();
        _pages++;
        return Accept(page, items);
    }

    public void Dispose()
    {
        _ended = true;
        _disposal.Cancel();
    }

    /// <summary>Finds out whether a page of another size than asked for was the last. A page that was prefetched beyond it tells; where the
    /// list goes on there, it is read again from where the page ended.</summary>
    private async Task<bool> IsOverAsync(int continueAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_prefetched.Count > 0)
        {
            _ended = (await _prefetched.Peek().Items.ConfigureAwait(false)).Count == 0;
            _prefetched.Clear();
        }

        _next = continueAt;
        return _ended;
    }

    private Page<T> Accept(PageRequest page, List<T> items)
    {
        var count = items.Count;
        var isAsAsked = count == page.Size;
        // A server that does not page gives the same page again: then what it gave at once is all there is, or the list would have no end.
        var isRepeated = count > 0 && !_repeats.AddPage(_getId(items[0]));
        if (isRepeated && isAsAsked)
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                "The list does not end: the server gave the same page again, as if it ignored the parameter skip.");
        if (_limit is not null && count > page.Size) items.RemoveRange(page.Size, count - page.Size);
        _repeats.RemoveRepeats(items, _getId);
        _given += items.Count;
        _continueAt = isAsAsked ? null : page.Skip + count;
        var isWhole = !isAsAsked && (!_confirmsEnd || (_pages == 1 && count < MinPageSize));
        _ended = count == 0 || isRepeated || isWhole || _given >= _limit;
        return new Page<T>(
            items,
            isRepeated ? "The server gave the same page again where the rest of the list should be: some items may be missing." : null);
    }

    private void Prefetch()
    {
        var size = Math.Min(_pageSize, Left);
        var items = _readPage(size, _next, _disposal.Token);
        items.Forget();
        _prefetched.Enqueue(new PageRequest(size, _next, items));
        _next += size;
    }

    private readonly record struct PageRequest(int Size, int Skip, Task<List<T>> Items);
}
