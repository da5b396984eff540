using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Requests and responses as a person reads them with -Verbose and -Debug.</summary>
internal static class RequestLogFormatter
{
    /// <summary>Formats an entry as one line: method, path, status and milliseconds.</summary>
    public static string FormatLine(RequestLogEntry entry)
    {
        var outcome = entry.Status?.ToString(CultureInfo.InvariantCulture) ?? TerminalText.Sanitize(entry.Failure);
        return entry.RetryDelay is { } delay
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1} will be tried again in {2:0.0} s: {3}",
                entry.Method,
                entry.PathAndQuery,
                delay.TotalSeconds,
                outcome)
            : string.Format(
                CultureInfo.InvariantCulture,
                "{0} {1} {2} {3:0} ms",
                entry.Method,
                entry.PathAndQuery,
                outcome,
                entry.Elapsed.TotalMilliseconds);
    }

    public static string FormatDetail(RequestLogEntry entry)
    {
        var detail = entry.ReadDetail();
        var parts = new[]
        {
            $"{entry.Method} {entry.PathAndQuery}", detail.RequestHeaders, detail.RequestBody,
            entry.Status is { } status ? $"\nStatus {status}" : $"\n{entry.Failure}", detail.ResponseHeaders, detail.ResponseBody,
        };
        return string.Join("\n", parts.Where(part => !string.IsNullOrEmpty(part)).Select(SanitizeLines));
    }

    private static string SanitizeLines(string? text) =>
        string.Join("\n", text!.Split('\n').Select(line => TerminalText.Sanitize(line.TrimEnd('\r'))));
}
