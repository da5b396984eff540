using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Shows how many machines have been read.</summary>
internal sealed class ReadProgressWriter
{
    private const int ActivityId = 2;
    private const int MinShown = 20;

    private readonly PaperspaceCmdlet _cmdlet;
    private readonly string _activity;
    private readonly bool _hasScreen;
    private int _total;
    private int _read;

    /// <summary>Creates a writer, which shows nothing on a host without a screen.</summary>
    public ReadProgressWriter(PaperspaceCmdlet cmdlet, string activity)
    {
        (_cmdlet, _activity) = (cmdlet, activity);
        _hasScreen = cmdlet.HasScreen;
    }

    /// <summary>Counts a machine that is to be read.</summary>
    public void Add() => _total++;

    /// <summary>Counts a machine that was read, and shows it if there are many.</summary>
    public void Advance()
    {
        _read++;
        if (!_hasScreen || _total < MinShown) return;
        var text = string.Format(CultureInfo.InvariantCulture, "{0} of {1}", _read, _total);
        _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, text) { PercentComplete = 100 * _read / _total });
    }

    /// <summary>Removes the progress bar.</summary>
    public void Complete()
    {
        if (_hasScreen && _total >= MinShown)
            _cmdlet.WriteProgress(new ProgressRecord(ActivityId, _activity, "Done") { RecordType = ProgressRecordType.Completed });
    }
}
