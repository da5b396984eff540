namespace Paperspace.Client.Http;

/// <summary>Limits the time of one attempt, from authentication to the last byte of the response.</summary>
internal sealed class RequestTimeout : IDisposable
{
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;

    /// <summary>Begins to count.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="limit">The time.</param>
    /// <param name="cancellationToken">The caller's token, which ends the attempt too.</param>
    public RequestTimeout(TimeProvider time, TimeSpan limit, CancellationToken cancellationToken)
    {
        _limit = time.CreateCancellationTokenSource(limit);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
    }

    /// <summary>Gets the token that ends the attempt.</summary>
    public CancellationToken Token => _linked.Token;

    /// <summary>Gets whether the time is over.</summary>
    public bool IsOver => _limit.IsCancellationRequested;

    /// <inheritdoc/>
    public void Dispose()
    {
        _linked.Dispose();
        _limit.Dispose();
    }
}
