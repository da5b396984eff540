using System.Management.Automation;
using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Ends a command early: lets its changes end, tells what may have been carried out, and keeps that on the account.</summary>
internal sealed class EarlyEnd
{
    /// <summary>How long the requests under way may take to end. Creates bill, so that they are worth waiting for.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const int MostShownOnHost = 100;

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly ThrottledRequestQueue? _queue;
    private readonly ChangeLedger _changes;
    private readonly List<string> _messages = [];

    /// <summary>Creates the end of a command.</summary>
    public EarlyEnd(PaperspaceCmdlet cmdlet, ThrottledRequestQueue? queue, ChangeLedger changes)
    {
        _cmdlet = cmdlet;
        _queue = queue;
        _changes = changes;
    }

    /// <summary>Ends what is under way.</summary>
    /// <param name="takesObjects">Whether the pipeline still takes objects.</param>
    /// <param name="cancellationToken">Cancels what is under way at once.</param>
    public async Task EndRequestsAsync(bool takesObjects, CancellationToken cancellationToken)
    {
        _changes.Close();
        using var limit = new CancellationTokenSource(TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                if (takesObjects && _queue is not null) await _queue.DrainAsync(Complete, either.Token);
                await _changes.WhenSettledAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // What has not ended by now is told as unknown.
        }
        catch (Exception) when (takesObjects)
        {
            // The pipeline takes no objects any more: the changes alone are waited for.
            await EndRequestsAsync(takesObjects: false, cancellationToken);
        }

        _queue?.Dispose();
    }

    /// <summary>Tells what may have been carried out.</summary>
    /// <param name="cause">What ended the command, in words.</param>
    /// <param name="account">The account that keeps it; null for none.</param>
    /// <param name="hasLastMessage">Whether an error or a warning will be written after this.</param>
    /// <returns>The text for that last message to say, where a warning would keep it from being written; null otherwise.</returns>
    public string? Tell(string cause, PaperspaceAccount? account, bool hasLastMessage)
    {
        var untold = _changes.TakeUntold();
        account?.AddUnreported(untold.Where(change => change.Stage != ChangeStage.Refused).Select(ToUnreported));
        if (untold.Count == 0 && _messages.Count == 0) return null;
        var text = Describe(cause, untold, int.MaxValue);
        var stops = _cmdlet.IsStop(Preference.Warning);
        if (stops && hasLastMessage) return text;
        // A warning that stops the command is shown before it does.
        if (!_cmdlet.TryWriteWarning(text) && !stops) _cmdlet.TryWriteHostWarning(Describe(cause, untold, MostShownOnHost));
        return null;
    }

    private static UnreportedChange ToUnreported(PendingChange change) => new()
    {
        Target = change.Target,
        Action = change.Action,
        Id = change.Id,
        StartedAt = change.StartedAt,
        Outcome = change.Stage == ChangeStage.Accepted ? ChangeOutcome.Accepted : ChangeOutcome.Unknown,
    };

    private static void Append(
        StringBuilder text,
        string what,
        IEnumerable<PendingChange> changes,
        Func<PendingChange, string> describe,
        int most)
    {
        foreach (var action in changes.GroupBy(change => change.Action))
        {
            var all = action.Select(describe).ToArray();
            var more = all.Length > most ? $" and {all.Length - most} more, which Get-PsAccount -Diagnostic lists" : "";
            text.Append(' ').Append(TerminalText.Sanitize(action.Key)).Append(", ").Append(what).Append(": ");
            text.Append(string.Join(", ", all.Take(most))).Append(more).Append('.');
        }
    }

    private static string DescribeTarget(PendingChange change) => TerminalText.Sanitize(
        change.Id is { } id && !change.Target.StartsWith(id, StringComparison.Ordinal) ? $"{id} ({change.Target})" : change.Target);

    private static string DescribeFailure(PendingChange change) => $"{DescribeTarget(change)}: {change.Failure!.TrimEnd('.')}";

    private string Describe(string cause, IReadOnlyList<PendingChange> changes, int most)
    {
        var text = new StringBuilder($"The command was ended by {cause}.");
        var accepted = changes.Where(change => change.Stage == ChangeStage.Accepted).ToArray();
        Append(text, "accepted", accepted.Where(change => !change.IsAwaited && change.Failure is null), DescribeTarget, most);
        Append(text, "accepted, but the wait for its end was ended", accepted.Where(change => change.IsAwaited), DescribeTarget, most);
        Append(
            text,
            "accepted, and failed later",
            accepted.Where(change => !change.IsAwaited && change.Failure is not null),
            DescribeFailure,
            most);
        Append(text, "may have been carried out", changes.Where(change => change.Stage is ChangeStage.Sent), DescribeTarget, most);
        Append(text, "may have been carried out", changes.Where(change => change.Stage is ChangeStage.Unknown), DescribeFailure, most);
        Append(text, "failed", changes.Where(change => change.Stage == ChangeStage.Refused), DescribeFailure, most);
        foreach (var message in _messages) text.Append(' ').Append(message);
        return text.ToString();
    }

    private void Complete(Action complete)
    {
        try
        {
            complete();
        }
        catch (StoppingMessageException message)
        {
            // Only one message can end the command; the ledger tells of the others that are about changes.
            if (message.Change is null or { Stage: ChangeStage.Waiting }) _messages.Add(TerminalText.Sanitize(message.Message));
        }
        catch (OperationCanceledException)
        {
            // It had not begun when the command ended.
        }
    }
}
