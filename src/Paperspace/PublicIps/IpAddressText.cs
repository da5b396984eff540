using System.Net;

namespace Paperspace;

/// <summary>Validates IP addresses that become part of a request's path.</summary>
public static class IpAddressText
{
    /// <summary>Returns the address, without surrounding white space, if it is valid.</summary>
    /// <param name="address">The address.</param>
    /// <param name="parameter">The name of the parameter, for the error.</param>
    /// <exception cref="PaperspaceException">The address is empty or invalid.</exception>
    public static string Require(string? address, string parameter)
    {
        var value = (address ?? "").Trim();
        if (value.Length == 0)
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Specify an IP address, such as '203.0.113.7'.", parameter);
        if (IsAddress(value)) return value;
        throw PaperspaceException.InvalidRequest(
            $"{parameter} '{TerminalText.Sanitize(value.Length > 60 ? value.Substring(0, 60) + "…" : value)}' is not an IP address, "
                + "such as '203.0.113.7'.",
            parameter);
    }

    /// <summary>Returns whether a string is an IP address in its canonical form.</summary>
    public static bool IsAddress(string value) =>
        // IPAddress.Parse("7") is 0.0.0.7: require the canonical form.
        IPAddress.TryParse(value, out var ip) && string.Equals(ip.ToString(), value, StringComparison.OrdinalIgnoreCase);
}
