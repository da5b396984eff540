namespace Paperspace.Client;

/// <summary>Prefetches the pages of a cursor-paged list. Each is requested as soon as the previous response has its cursor.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CursorPagePrefetcher<T>
{
    private readonly Func<CursorPageRequest, CancellationToken, Task<CursorPage<T>>> _readPage;
    private readonly int _pageSize;
    private readonly object _lock = new();
    private readonly Queue<PageRead> _prefetched = new();
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private PageRead? _last;
    private string? _next;
    private int? _left;
    private int _maxPrefetched;

    /// <summary>Creates a prefetcher. Sends nothing.</summary>
    /// <param name="pageSize">The API's maximum number of items per page.</param>
    public CursorPagePrefetcher(Func<CursorPageRequest, CancellationToken, Task<CursorPage<T>>> readPage, int pageSize)
    {
        _readPage = readPage;
        _pageSize = pageSize;
    }

    /// <summary>Requests a page, unless it is already requested. Prefetched pages that do not follow it are abandoned.</summary>
    /// <param name="cursor">The cursor of the page; null for the first page.</param>
    /// <param name="left">The maximum number of items still to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the request for the page and later ones.</param>
    public void Prefetch(string? cursor, int? left, CancellationToken cancellationToken)
    {
        lock (_lock) Require(cursor, left, cancellationToken);
    }

    /// <summary>Reads a page, and prefetches later ones.</summary>
    /// <param name="cursor">The cursor of the page; null for the first page.</param>
    /// <param name="left">The maximum number of items still to read; null for all.</param>
    /// <param name="maxPrefetched">The maximum number of pages to prefetch.</param>
    /// <param name="cancellationToken">Cancels the request for the page and later ones.</param>
    public Task<CursorPage<T>> ReadAsync(string? cursor, int? left, int maxPrefetched, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Require(cursor, left, cancellationToken);
            _maxPrefetched = maxPrefetched;
            var read = _prefetched.Dequeue();
            Continue(cancellationToken);
            return read.Page;
        }
    }

    private void Require(string? cursor, int? left, CancellationToken cancellationToken)
    {
        if (_prefetched.Count > 0 && _prefetched.Peek().Request.Cursor == cursor) return;
        _prefetched.Clear();
        _cursors.Clear();
        _left = left;
        Add(cursor, cancellationToken);
    }

    private void Continue(CancellationToken cancellationToken)
    {
        var isWanted = _prefetched.Count < _maxPrefetched && !(_left <= 0);
        if (isWanted && !string.IsNullOrEmpty(_next) && !_cursors.Contains(_next!)) Add(_next, cancellationToken);
    }

    private void Add(string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is not null) _cursors.Add(cursor);
        var request = new CursorPageRequest(cursor, Math.Min(_pageSize, _left ?? _pageSize));
        _left -= request.Limit;
        _next = null;
        _last = new PageRead(request, _readPage(request, cancellationToken));
        _prefetched.Enqueue(_last);
        _ = FollowAsync(_last, cancellationToken);
    }

    private async Task FollowAsync(PageRead read, CancellationToken cancellationToken)
    {
        read.Page.Forget();
        _ = read.Page.ContinueWith(
            static (_, request) => ((CursorPageRequest)request!).SetNextPage(null),
            read.Request,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        var next = await read.Request.NextPage.ConfigureAwait(false);
        lock (_lock)
        {
            if (!ReferenceEquals(read, _last) || cancellationToken.IsCancellationRequested) return;
            _next = next;
            Continue(cancellationToken);
        }
    }

    private sealed record PageRead(CursorPageRequest Request, Task<CursorPage<T>> Page);
}
