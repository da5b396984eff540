namespace Paperspace.Client.Waiting;

/// <summary>Does the steps of a wait, each within a time limit, and lets them fail when trying again later may help.</summary>
internal sealed class Attempts
{
    /// <summary>A limit for one step that any timer can hold.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    private readonly TimeProvider _time;

    /// <summary>Goes by this clock.</summary>
    public Attempts(TimeProvider time)
    {
        _time = time;
    }

    /// <summary>Why the last step failed that did; null when none has since a poll succeeded.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>How long the API then asked to wait.</summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>Forgets the last failure.</summary>
    public void Forget()
    {
        LastFailure = null;
        RetryAfter = null;
    }

    /// <summary>Does a step and says whether it succeeded.</summary>
    /// <exception cref="PaperspaceException">It failed for a reason that stays.</exception>
    public async Task<bool> TryAsync(Func<CancellationToken, Task> step, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        // Time may have run out since the caller looked at the clock, and a negative delay would mean none.
        if (timeLimit < TimeSpan.Zero) timeLimit = TimeSpan.Zero;
        using var limit = _time.CreateCancellationTokenSource(timeLimit < LongestStep ? timeLimit : LongestStep);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await step(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LastFailure = "no answer came before the time limit.";
            RetryAfter = null;
            return false;
        }
        catch (PaperspaceException failure) when (IsPassing(failure))
        {
            LastFailure = failure.Message;
            RetryAfter = failure.RetryAfter;
            return false;
        }
    }

    private static bool IsPassing(PaperspaceException failure) => failure.Reason
        is PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.ServerError
        or PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.InvalidResponse;
}
