using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Requests and answers as a person reads them with -Verbose and -Debug.</summary>
internal static class TrafficText
{
    /// <summary>One line: method, path, status and milliseconds.</summary>
    public static string Line(TrafficEventArgs traffic)
    {
        var outcome = traffic.Status?.ToString(CultureInfo.InvariantCulture) ?? DisplayText.Plain(traffic.Failure);
        return traffic.RetryDelay is { } delay
            ? string.Format(CultureInfo.InvariantCulture, "{0} {1} will be tried again in {2:0.0} s: {3}", traffic.Method, traffic.PathAndQuery, delay.TotalSeconds, outcome)
            : string.Format(CultureInfo.InvariantCulture, "{0} {1} {2} {3:0} ms", traffic.Method, traffic.PathAndQuery, outcome, traffic.Elapsed.TotalMilliseconds);
    }

    /// <summary>Headers and bodies.</summary>
    public static string Detail(TrafficEventArgs traffic)
    {
        var detail = traffic.ReadDetail();
        var parts = new[]
        {
            $"{traffic.Method} {traffic.PathAndQuery}", detail.RequestHeaders, detail.RequestBody,
            traffic.Status is { } status ? $"\nStatus {status}" : $"\n{traffic.Failure}", detail.ResponseHeaders, detail.ResponseBody,
        };
        return string.Join("\n", parts.Where(part => !string.IsNullOrEmpty(part)).Select(Lines));
    }

    private static string Lines(string? text) => string.Join("\n", text!.Split('\n').Select(line => DisplayText.Plain(line.TrimEnd('\r'))));
}
