using System.Management.Automation;

namespace Paperspace.Shell;

/// <summary>Progress, as one line at the bottom of a terminal.</summary>
internal sealed class ProgressLine(StyledWriter writer)
{
    private const string EraseLine = "\r\x1b[K";

    private bool _isShown;

    /// <summary>Shows how far an activity is, in place of what was shown.</summary>
    public void Show(ProgressRecord record)
    {
        if (!writer.IsTerminal) return;
        Clear();
        if (record.RecordType == ProgressRecordType.Completed) return;
        writer.Write(PSStyle.Instance.Progress.Style + Fit(Describe(record)) + PSStyle.Instance.Reset);
        _isShown = true;
    }

    /// <summary>Takes the line away, so that something else can be written there.</summary>
    public void Clear()
    {
        if (!_isShown) return;
        writer.Control(EraseLine);
        _isShown = false;
    }

    private static string Describe(ProgressRecord record)
    {
        var percent = record.PercentComplete >= 0 ? $" [{record.PercentComplete}%]" : "";
        return $"{record.Activity}{percent}: {record.StatusDescription}";
    }

    private static string Fit(string text)
    {
        // The last column stays free: a terminal would wrap there, and the line could not be erased.
        var width = Math.Max(Terminal.Width - 1, 0);
        return text.Length <= width ? text : text[..width];
    }
}
