using Polly;

namespace Paperspace.Client.Http;

/// <summary>Holds what the attempts at one request share.</summary>
/// <param name="request">The request.</param>
/// <param name="number">Its number among those of its client.</param>
/// <param name="began">When the first attempt began, as a timestamp of the clock.</param>
internal sealed class RetryState(ApiRequest request, int number, long began)
{
    /// <summary>Finds the state in a resilience context.</summary>
    public static readonly ResiliencePropertyKey<RetryState> Key = new("Paperspace.Request");

    /// <summary>Gets the request.</summary>
    public ApiRequest Request { get; } = request;

    /// <summary>Gets its number among those of its client, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>Gets when the first attempt began, as a timestamp of the clock.</summary>
    public long Began { get; } = began;

    /// <summary>Gets or sets the number of the attempt, from 1.</summary>
    public int Attempt { get; set; }

    /// <summary>Gets or sets the delay before the next attempt.</summary>
    public TimeSpan Delay { get; set; }
}
