namespace Paperspace.PowerShell;

/// <summary>Tracks a request that changes something, until its outcome is reported.</summary>
internal sealed class PendingChange
{
    private readonly ChangeTracker _tracker;

    /// <summary>Creates a change of which nothing was sent.</summary>
    /// <param name="tracker">The tracker of the command.</param>
    /// <param name="action">The action, as <c>-WhatIf</c> shows it.</param>
    public PendingChange(ChangeTracker tracker, string action, string target)
    {
        _tracker = tracker;
        Action = action;
        Target = target;
    }

    public string Action { get; }

    public string Target { get; }

    /// <summary>Gets the id of the resource; null until it is known.</summary>
    public string? Id { get; private set; }

    /// <summary>Gets when the request was sent; null if it was not.</summary>
    public DateTimeOffset? SentAt { get; internal set; }

    public ChangeOutcome Outcome { get; internal set; }

    /// <summary>Gets why it failed; null if it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Gets whether it completed and was reported as a success, without output.</summary>
    public bool IsReported { get; internal set; }

    /// <summary>Gets whether its completion is awaited, and reported then.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Sends the request and records its outcome.</summary>
    /// <param name="now">The time.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="getId">Returns the id of the resource.</param>
    /// <exception cref="OperationCanceledException">The command has ended; nothing was sent.</exception>
    public async Task<T> SendAsync<T>(DateTimeOffset now, Func<Task<T>> send, Func<T, string?> getId)
    {
        _tracker.Begin(this, now);
        Failure = null;
        var outcome = ChangeOutcome.Unknown;
        try
        {
            var result = await send().ConfigureAwait(false);
            Id = getId(result);
            outcome = ChangeOutcome.Accepted;
            return result;
        }
        catch (PaperspaceException failure)
        {
            Failure = failure.Message;
            outcome = failure.Outcome == RequestOutcome.Unknown ? ChangeOutcome.Unknown : ChangeOutcome.Refused;
            throw;
        }
        finally
        {
            _tracker.End(this, outcome);
        }
    }

    /// <summary>Gets the state of the machine that can be waited for; null if no state indicates the end.</summary>
    public string? AwaitedState { get; private set; }

    /// <summary>Records that the completion of the operation is awaited.</summary>
    public void Await(Operation operation)
    {
        IsAwaited = true;
        Expect(operation);
    }

    /// <summary>Gets whether the action is known to have completed.</summary>
    public bool IsCompleted { get; private set; }

    /// <summary>Records which state the machine will reach, although the command does not wait for it.</summary>
    public void Expect(Operation operation) => AwaitedState = operation.TargetsMachine ? operation.TargetState : null;

    /// <summary>Records which resource a request of unknown outcome concerns.</summary>
    public void Identify(string id) => Id = id;

    /// <summary>Records how the action completed, before it is reported.</summary>
    public void EndWait(PaperspaceException? failure)
    {
        IsAwaited = false;
        AwaitedState = null;
        Failure = failure?.Message;
        IsCompleted = failure is null;
    }

    /// <summary>Records that the outcome was reported.</summary>
    /// <param name="hasOutput">Whether something was written; a success without output is reported again if the command is
    /// interrupted.</param>
    public void MarkReported(bool hasOutput = true) => _tracker.MarkReported(this, hasOutput);

    /// <summary>Returns what the account keeps of a change that was not reported.</summary>
    public UnreportedChange ToUnreported() => new()
    {
        Target = Target,
        Action = Action,
        Id = Id,
        StartedAt = SentAt ?? default,
        Outcome = Outcome,
    };
}
