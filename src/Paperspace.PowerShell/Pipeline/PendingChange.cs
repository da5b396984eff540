namespace Paperspace.PowerShell;

/// <summary>Tracks a request that changes something, from its beginning until the caller was told what became of it.</summary>
internal sealed class PendingChange
{
    private readonly ChangeLedger _ledger;

    /// <summary>Creates a change of which nothing was sent.</summary>
    /// <param name="ledger">The ledger of the command.</param>
    /// <param name="action">The action, as <c>-WhatIf</c> shows it.</param>
    /// <param name="target">What it is carried out on, in words.</param>
    public PendingChange(ChangeLedger ledger, string action, string target)
    {
        _ledger = ledger;
        Action = action;
        Target = target;
    }

    /// <summary>Gets the action.</summary>
    public string Action { get; }

    /// <summary>Gets what it is carried out on, in words.</summary>
    public string Target { get; }

    /// <summary>Gets the id of the resource; null until it is known.</summary>
    public string? Id { get; private set; }

    /// <summary>Gets when it was sent.</summary>
    public DateTimeOffset StartedAt { get; internal set; }

    /// <summary>Gets how far it is.</summary>
    public ChangeStage Stage { get; internal set; }

    /// <summary>Gets why it failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Gets whether the end of the action is awaited, and the caller told then.</summary>
    public bool IsAwaited { get; private set; }

    /// <summary>Sends the request, and keeps what became of it.</summary>
    /// <param name="now">The time.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="getId">Returns the id of the resource.</param>
    /// <exception cref="OperationCanceledException">The command has ended; nothing was sent.</exception>
    public async Task<T> SendAsync<T>(DateTimeOffset now, Func<Task<T>> send, Func<T, string?> getId)
    {
        _ledger.Begin(this, now);
        try
        {
            var result = await send().ConfigureAwait(false);
            Id = getId(result);
            _ledger.SetStage(this, ChangeStage.Accepted);
            return result;
        }
        catch (PaperspaceException failure)
        {
            Failure = failure.Message;
            _ledger.SetStage(this, failure.Outcome == RequestOutcome.Unknown ? ChangeStage.Unknown : ChangeStage.Refused);
            throw;
        }
    }

    /// <summary>Leaves it to the end of the action to tell the caller.</summary>
    public void Await() => IsAwaited = true;

    /// <summary>Keeps how the action ended, before the caller is told.</summary>
    public void EndWait(PaperspaceException? failure)
    {
        IsAwaited = false;
        Failure = failure?.Message;
    }

    /// <summary>Notes that the caller was told.</summary>
    /// <param name="isSilent">Whether success was told by giving nothing.</param>
    public void Tell(bool isSilent) => _ledger.Tell(this, isSilent);
}
