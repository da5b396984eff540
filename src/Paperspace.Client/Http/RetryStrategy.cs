using Polly;
using Polly.Retry;

namespace Paperspace.Client.Http;

/// <summary>Creates the pipeline that tries a request again.</summary>
internal static class RetryStrategy
{
    /// <summary>Returns the pipeline.</summary>
    /// <param name="options">How often, within which time, on which clock.</param>
    /// <param name="onRetry">Is told of each failure that is tried again; the state has the delay.</param>
    public static ResiliencePipeline<ApiResponse> Create(PaperspaceClientOptions options, Action<RetryState, PaperspaceException> onRetry)
    {
        if (options.MaximumRetryCount < 1) return ResiliencePipeline<ApiResponse>.Empty;
        var delays = new RetryDelay();
        return new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<ApiResponse>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                ShouldHandle = arguments => new ValueTask<bool>(ShouldRetry(arguments, options, delays)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>(GetState(arguments.Context).Delay),
                OnRetry = arguments =>
                {
                    onRetry(GetState(arguments.Context), (PaperspaceException)arguments.Outcome.Exception!);
                    return default;
                },
            })
            .Build();
    }

    private static RetryState GetState(ResilienceContext context) => context.Properties.GetValue(RetryState.Key, null!);

    private static bool ShouldRetry(RetryPredicateArguments<ApiResponse> arguments, PaperspaceClientOptions options, RetryDelay delays)
    {
        if (arguments.Outcome.Exception is not PaperspaceException failure) return false;
        var state = GetState(arguments.Context);
        if (!FailureClassifier.IsRetryable(state.Request, failure)) return false;
        state.Delay = delays.After(arguments.AttemptNumber, failure.RetryAfter);
        // The delay must end within the time limit of the whole; compared so, no sum of absurd times can overflow.
        return state.Delay < options.RetryTimeLimit - options.TimeProvider.GetElapsedTime(state.Began);
    }
}
