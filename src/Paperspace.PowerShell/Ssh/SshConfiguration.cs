using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Holds what ssh is configured to do with a host, as <c>ssh -G</c> prints it.</summary>
internal sealed class SshConfiguration
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the output of <c>ssh -G</c>.</summary>
    public SshConfiguration(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var space = line.IndexOf(' ');
            if (space <= 0) continue;
            var name = line.Substring(0, space);
            if (!_values.ContainsKey(name)) _values[name] = line.Substring(space + 1).Trim();
        }
    }

    /// <summary>Gets whether a key that is not known yet is a question.</summary>
    public bool AsksForHostKeys => string.Equals(Find("stricthostkeychecking"), "ask", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets the seconds between two signs of life; 0 for none.</summary>
    public int ServerAliveInterval => FindNumber("serveraliveinterval") ?? 0;

    /// <summary>Gets whether the host is reached through another one or another program.</summary>
    public bool HasProxy => IsSet("proxyjump") || IsSet("proxycommand");

    /// <summary>Gets the address that is connected to; null if ssh does not print it.</summary>
    public string? HostName => Find("hostname");

    /// <summary>Gets the port that is connected to.</summary>
    public int Port => FindNumber("port") ?? 22;

    private bool IsSet(string name) => Find(name) is { } value && !string.Equals(value, "none", StringComparison.OrdinalIgnoreCase);

    private string? Find(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private int? FindNumber(string name) =>
        int.TryParse(Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
