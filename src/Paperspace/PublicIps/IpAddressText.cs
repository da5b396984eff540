using System.Net;

namespace Paperspace;

/// <summary>Checks IP addresses that become part of a request's path.</summary>
public static class IpAddressText
{
    /// <summary>Returns the address back when it is one, in its usual form.</summary>
    /// <param name="address">The address.</param>
    /// <param name="parameter">The parameter, for the error.</param>
    /// <exception cref="PaperspaceException">It is empty, or no IP address in its usual form.</exception>
    public static string Require(string? address, string parameter)
    {
        var text = (address ?? "").Trim();
        if (text.Length == 0)
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Give a public address, such as '203.0.113.7'.", parameter);
        if (IsAddress(text)) return text;
        throw PaperspaceException.InvalidRequest(
            $"{parameter} '{TerminalText.Sanitize(text.Length > 60 ? text.Substring(0, 60) + "…" : text)}' is not an IP address, such as "
                + "'203.0.113.7'.",
            parameter);
    }

    /// <summary>Returns whether a string is an IP address in its usual form.</summary>
    public static bool IsAddress(string text) =>
        // IPAddress.Parse("7") is 0.0.0.7: require the usual form.
        IPAddress.TryParse(text, out var ip) && string.Equals(ip.ToString(), text, StringComparison.OrdinalIgnoreCase);
}
