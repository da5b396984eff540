using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Ends an interrupted command: lets its changes finish, reports those that may have happened, and keeps them on the
/// account.</summary>
internal sealed class InterruptionReporter
{
    /// <summary>How long requests in flight may take to finish: a created machine is billed, so they are worth waiting for.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private const int MaxShownOnHost = 100;
    private const int MaxResumed = 3;

    private static readonly string[] Outcomes =
    [
        "was accepted for",
        "is still in progress for",
        "was accepted, but failed for",
        "may have been carried out for",
        "failed for",
    ];

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly OperationRunner? _runner;
    private readonly ChangeTracker _changes;
    private readonly List<string> _messages = [];

    public InterruptionReporter(PaperspaceCmdlet cmdlet, OperationRunner? runner, ChangeTracker changes)
    {
        _cmdlet = cmdlet;
        _runner = runner;
        _changes = changes;
    }

    /// <summary>Ends the requests in flight.</summary>
    /// <param name="takesObjects">Whether the pipeline still takes objects.</param>
    public async Task EndRequestsAsync(bool takesObjects, CancellationToken cancellationToken)
    {
        _changes.Close();
        using var limit = new CancellationTokenSource(TimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                if (takesObjects && _runner is not null) await _runner.DrainAsync(Complete, either.Token);
                await _changes.WhenSettledAsync(either.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // A request that has not ended by now is reported as unknown.
        }
        catch (Exception) when (takesObjects)
        {
            // The pipeline takes no more objects: wait for the changes only.
            await EndRequestsAsync(takesObjects: false, cancellationToken);
        }

        _runner?.Dispose();
    }

    /// <summary>Adds a sentence to the report.</summary>
    public void Add(string message) => _messages.Add(TerminalText.Sanitize(message));

    /// <summary>Reports what may have happened.</summary>
    /// <param name="cause">The message that ended the command; null for Ctrl+C, or if the pipeline ended early.</param>
    /// <param name="account">The account that keeps it; null for none.</param>
    /// <param name="hasLastMessage">Whether an error or a warning will be written after this.</param>
    /// <returns>The text for that last message, if a warning would prevent it; null otherwise.</returns>
    public string? Report(string? cause, PaperspaceAccount? account, bool hasLastMessage)
    {
        var unreported = _changes.TakeUnreported();
        account?.AddUnreported(
            unreported.Where(change => change.Outcome != ChangeOutcome.Refused && !change.IsReported).Select(change => change.ToUnreported()));
        if (unreported.Count == 0 && _messages.Count == 0) return null;
        var text = Describe(cause, unreported, int.MaxValue);
        var stops = _cmdlet.IsStop(Preference.Warning);
        if (stops && hasLastMessage) return text;
        // A warning that stops the command is shown before it does.
        if (!_cmdlet.TryWriteWarning(text) && !stops) _cmdlet.TryWriteHostWarning(Describe(cause, unreported, MaxShownOnHost));
        return null;
    }

    private static void Append(StringBuilder text, string outcome, IEnumerable<PendingChange> changes, int max)
    {
        foreach (var action in changes.GroupBy(change => change.Action))
        {
            var all = action.Select(Describe).ToArray();
            var more = all.Length > max ? $" and {all.Length - max} more, which Get-PsAccount -Diagnostic lists" : "";
            text.Append(' ').Append(TerminalText.Sanitize(action.Key)).Append(' ').Append(outcome).Append(' ');
            text.Append(string.Join(", ", all.Take(max))).Append(more).Append('.');
        }
    }

    private static string Describe(PendingChange change)
    {
        var target = TerminalText.Sanitize(
            change.Id is { } id && !change.Target.StartsWith(id, StringComparison.Ordinal) ? $"{id} ({change.Target})" : change.Target);
        return change.Failure is null ? target : $"{target}: {change.Failure.TrimEnd('.')}";
    }

    private string Describe(string? cause, IReadOnlyList<PendingChange> changes, int max)
    {
        var text = new StringBuilder(cause is null ? "Interrupted." : $"Interrupted by {cause}.");
        foreach (var group in changes.GroupBy(Classify).OrderBy(group => group.Key))
            Append(text, Outcomes[group.Key], group, max);
        if (DescribeResume(changes) is { } command) text.Append(" Resume with ").Append(command).Append('.');
        foreach (var message in _messages) text.Append(' ').Append(message);
        return text.ToString();
    }

    /// <returns>The command that waits for what was accepted; null if there is none.</returns>
    private static string? DescribeResume(IReadOnlyList<PendingChange> changes)
    {
        var awaited = changes.Where(change => change is { Outcome: ChangeOutcome.Accepted, Id: not null, AwaitedState: not null }).ToArray();
        var states = awaited.Select(change => change.AwaitedState).Distinct(StringComparer.Ordinal).ToArray();
        if (states.Length != 1) return null;
        var ids = awaited.Length <= MaxResumed ? $" {string.Join(", ", awaited.Select(change => TerminalText.Sanitize(change.Id)))}" : "";
        return $"Wait-PsMachine{ids} -State {states[0]}";
    }

    /// <returns>The index of its text in <see cref="Outcomes"/>.</returns>
    private static int Classify(PendingChange change) => change.Outcome switch
    {
        ChangeOutcome.Refused => 4,
        ChangeOutcome.Unknown => 3,
        _ when change.IsAwaited => 1,
        _ => change.Failure is null ? 0 : 2,
    };

    private void Complete(Action complete)
    {
        try
        {
            complete();
        }
        catch (TerminatingMessageException message)
        {
            // Only one message can end the command; the tracker reports the others that are about changes.
            if (message.Change is null or { SentAt: null }) _messages.Add(TerminalText.Sanitize(message.Message));
        }
        catch (OperationCanceledException)
        {
            // It had not begun when the command ended.
        }
    }
}
