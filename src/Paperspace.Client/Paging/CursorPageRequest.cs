namespace Paperspace.Client;

/// <summary>Describes a request for one page of a list that is read by cursors.</summary>
internal sealed class CursorPageRequest
{
    private readonly TaskCompletionSource<string?> _nextPage = new();

    /// <summary>Creates a request.</summary>
    /// <param name="cursor">The page's cursor; null for the first page.</param>
    /// <param name="limit">The greatest number of items.</param>
    public CursorPageRequest(string? cursor, int limit)
    {
        Cursor = cursor;
        Limit = limit;
    }

    /// <summary>Gets the page's cursor; null for the first page.</summary>
    public string? Cursor { get; }

    /// <summary>Gets the greatest number of items.</summary>
    public int Limit { get; }

    /// <summary>Gets the cursor of the next page as soon as the response has come, before its items are read; null where it was not
    /// found.</summary>
    public Task<string?> NextPage => _nextPage.Task;

    /// <summary>Sets the cursor of the next page; the first call counts.</summary>
    public void SetNextPage(string? cursor) => _nextPage.TrySetResult(cursor);
}
