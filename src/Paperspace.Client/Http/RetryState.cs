using Polly;

namespace Paperspace.Client.Http;

/// <summary>What the retries of one request share.</summary>
internal sealed class RetryState
{
    /// <summary>Where a context keeps it.</summary>
    public static readonly ResiliencePropertyKey<RetryState> Key = new("Paperspace.Request");

    /// <summary>Starts at the first try.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="began">The clock's timestamp of the first try.</param>
    public RetryState(WireRequest request, long began)
    {
        Request = request;
        Began = began;
    }

    /// <summary>What is sent.</summary>
    public WireRequest Request { get; }

    /// <summary>The clock's timestamp of the first try.</summary>
    public long Began { get; }
}
