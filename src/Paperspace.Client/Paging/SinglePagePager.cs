namespace Paperspace.Client;

/// <summary>Reads a list that consists of a single page.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class SinglePagePager<T> : IPager<T>
{
    private readonly Func<CancellationToken, Task<Page<T>>> _read;
    private readonly CancellationTokenSource _disposal = new();
    private bool _isOver;

    public SinglePagePager(Func<CancellationToken, Task<Page<T>>> read)
    {
        _read = read;
    }

    public async Task<Page<T>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isOver) return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        var page = await _read(either.Token).ConfigureAwait(false);
        _isOver = true;
        return page;
    }

    public void Dispose()
    {
        _isOver = true;
        _disposal.Cancel();
    }
}
