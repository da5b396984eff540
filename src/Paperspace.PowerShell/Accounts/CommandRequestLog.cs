namespace Paperspace.PowerShell;

/// <summary>Writes the requests of one command to its verbose and debug streams.</summary>
internal sealed class CommandRequestLog : IRequestLog
{
    private readonly PaperspaceCmdlet _cmdlet;
    private readonly bool _isVerbose;
    private readonly bool _isDebug;

    private CommandRequestLog(PaperspaceCmdlet cmdlet, bool isVerbose, bool isDebug)
    {
        _cmdlet = cmdlet;
        _isVerbose = isVerbose;
        _isDebug = isDebug;
    }

    /// <summary>Creates the log that a command asks for; null where it asks for none.</summary>
    public static CommandRequestLog? CreateFor(PaperspaceCmdlet cmdlet)
    {
        var isDebug = cmdlet.IsStreamEnabled(Preference.Debug);
        // With -Debug alone the engine would ask a question for each verbose line; the debug text begins with that line anyway.
        var isVerbose = cmdlet.IsStreamEnabled(Preference.Verbose)
            && (!cmdlet.MyInvocation.BoundParameters.ContainsKey("Debug") || cmdlet.MyInvocation.BoundParameters.ContainsKey("Verbose"));
        return isVerbose || isDebug ? new CommandRequestLog(cmdlet, isVerbose, isDebug) : null;
    }

    public void Write(RequestLogEntry entry)
    {
        if (_isVerbose)
        {
            var line = RequestLogFormatter.FormatLine(entry);
            _cmdlet.Post(() => _cmdlet.WriteVerbose(line));
        }

        if (!_isDebug || entry.RetryDelay is not null) return;
        var detail = RequestLogFormatter.FormatDetail(entry);
        _cmdlet.Post(() => _cmdlet.WriteDebug(detail));
    }
}
