using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Shows one bar of progress, where somebody may see it.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int ActivityId = 1;

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly string _activity;
    private readonly bool _isSeen;
    private bool _isShown;

    /// <summary>Shows nothing yet; and never, where nobody would see it.</summary>
    /// <param name="activity">What is going on.</param>
    public ProgressBar(PaperspaceCmdlet cmdlet, string activity)
    {
        _cmdlet = cmdlet;
        _activity = activity;
        _isSeen = cmdlet.IsInteractive;
    }

    /// <summary>Shows how far it is.</summary>
    /// <param name="status">How far, in words.</param>
    /// <param name="percent">How far, from 0 to 100.</param>
    public void Write(string status, int percent)
    {
        if (!_isSeen) return;
        _isShown = true;
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, status) { PercentComplete = percent });
    }

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
}
