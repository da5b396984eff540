namespace Paperspace.Client.Operations;

/// <summary>Finds out with few requests which machines that are waited for are to be read.</summary>
internal interface IMachinePoll
{
    /// <summary>Polls once: what was found out before a failure is queued all the same.</summary>
    /// <param name="machines">The machines that are waited for.</param>
    /// <param name="queue">Receives those to read.</param>
    /// <param name="ended">Receives the states of what turned out to have ended.</param>
    /// <param name="now">The time since the tracker began.</param>
    /// <param name="cancellationToken">Cancels the poll.</param>
    /// <returns>Whether a list was read; otherwise every machine is to be.</returns>
    Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        RefreshQueue queue,
        ICollection<OperationState> ended,
        TimeSpan now,
        CancellationToken cancellationToken);
}
