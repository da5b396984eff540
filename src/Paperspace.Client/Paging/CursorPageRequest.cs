namespace Paperspace.Client;

/// <summary>Represents a request for one page of a cursor-paged list.</summary>
internal sealed class CursorPageRequest
{
    private readonly TaskCompletionSource<string?> _nextPage = new();

    public CursorPageRequest(string? cursor, int limit)
    {
        Cursor = cursor;
        Limit = limit;
    }

    /// <summary>Gets the cursor of the page; null for the first page.</summary>
    public string? Cursor { get; }

    /// <summary>Gets the maximum number of items.</summary>
    public int Limit { get; }

    /// <summary>
    /// Gets the cursor of the next page, available as soon as the response has arrived, before its items are parsed;
    /// null if it was not found.
    /// </summary>
    public Task<string?> NextPage => _nextPage.Task;

    /// <summary>Sets the cursor of the next page; only the first call counts.</summary>
    public void SetNextPage(string? cursor) => _nextPage.TrySetResult(cursor);
}
