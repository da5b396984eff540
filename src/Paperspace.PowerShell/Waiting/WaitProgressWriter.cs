using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>One bar for a whole wait: how many have arrived, the states of the rest, and the time.</summary>
internal sealed class WaitProgressWriter : IDisposable
{
    private const int ActivityId = 1;

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly string _activity;
    private readonly bool _isSeen;
    private bool _isShown;

    /// <summary>Shows nothing yet; and never, where nobody would see it.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="kind">The kind of what is waited for, such as <c>machine</c>.</param>
    public WaitProgressWriter(PaperspaceCmdlet cmdlet, string kind)
    {
        _cmdlet = cmdlet;
        _activity = $"Waiting for {kind}s";
        _isSeen = cmdlet.HasScreen;
    }

    /// <summary>Shows how far the wait is.</summary>
    public void Write(MachineWaitProgress progress)
    {
        if (!_isSeen || progress.Total == 0) return;
        _isShown = true;
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, Describe(progress))
        {
            PercentComplete = 100 * progress.Ended / progress.Total,
        });
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose()
    {
        if (!_isShown) return;
        try
        {
            _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The pipeline that showed the bar is gone, and its bars with it.
        }
    }

    private static string Describe(MachineWaitProgress progress)
    {
        var rest = string.Join(", ", progress.States.OrderByDescending(state => state.Value).Select(state => $"{state.Value} {TerminalText.Sanitize(state.Key)}"));
        var trouble = progress.LastFailure is null ? "" : $" (last poll failed: {TerminalText.Sanitize(progress.LastFailure)})";
        return string.Format(
            CultureInfo.InvariantCulture, "{0} of {1} arrived{2}, {3:hh\\:mm\\:ss}{4}",
            progress.Ended, progress.Total, rest.Length == 0 ? "" : "; " + rest, progress.Elapsed, trouble);
    }
}
