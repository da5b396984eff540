using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Writes one bar for a whole wait: how many have arrived, the states of the rest, and the time.</summary>
internal sealed class WaitProgressWriter : IDisposable
{
    private readonly ProgressBar _bar;

    /// <summary>Shows nothing yet; and never, where nobody would see it.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="kind">The kind of what is waited for, such as <c>machine</c>.</param>
    public WaitProgressWriter(PaperspaceCmdlet cmdlet, string kind)
    {
        _bar = new ProgressBar(cmdlet, $"Waiting for {kind}s");
    }

    /// <summary>Shows how far the wait is.</summary>
    public void Write(MachineWaitProgress progress)
    {
        if (progress.Total > 0) _bar.Write(Describe(progress), 100 * progress.Ended / progress.Total);
    }

    /// <summary>Takes the bar away.</summary>
    public void Dispose() => _bar.Dispose();

    private static string Describe(MachineWaitProgress progress)
    {
        var rest = string.Join(
            ", ",
            progress.States.OrderByDescending(state => state.Value).Select(state => $"{state.Value} {TerminalText.Sanitize(state.Key)}"));
        var trouble = progress.LastFailure is null ? "" : $" (last poll failed: {TerminalText.Sanitize(progress.LastFailure)})";
        return string.Format(
            CultureInfo.InvariantCulture, "{0} of {1} arrived{2}, {3:hh\\:mm\\:ss}{4}",
            progress.Ended, progress.Total, rest.Length == 0 ? "" : "; " + rest, progress.Elapsed, trouble);
    }
}
