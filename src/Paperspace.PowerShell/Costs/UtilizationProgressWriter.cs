using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Shows how many machines' use has been read.</summary>
internal sealed class UtilizationProgressWriter
{
    private const int ActivityId = 2;
    private const int Few = 20;
    private const string Activity = "Reading the use of machines";

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly bool _isSeen;
    private int _total;
    private int _read;

    /// <summary>Shows nothing yet; and never, where nobody would see it.</summary>
    public UtilizationProgressWriter(PaperspaceCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
        _isSeen = cmdlet.IsInteractive;
    }

    /// <summary>Counts a machine that is to be read.</summary>
    public void Add() => _total++;

    /// <summary>Counts a machine that was read, and shows that where it takes a while.</summary>
    public void Advance()
    {
        _read++;
        if (!_isSeen || _total < Few) return;
        var text = string.Format(CultureInfo.InvariantCulture, "{0} of {1}", _read, _total);
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, text) { PercentComplete = 100 * _read / _total });
    }

    /// <summary>Takes the bar away.</summary>
    public void Complete()
    {
        if (_isSeen && _total >= Few)
            _cmdlet.WriteProgress(new ProgressRecord(ActivityId, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
