using System.Net;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Holds how machines are to be connected to, checked: none of it can become another option of <c>ssh</c>.</summary>
internal sealed class SshParameters
{
    /// <summary>The user that Paperspace creates on each machine.</summary>
    public const string DefaultUserName = "paperspace";

    private static readonly Regex Option = new(@"^[A-Za-z][A-Za-z0-9]*\s*[=\s]\s*\S", RegexOptions.CultureInvariant);
    private static readonly Regex Host = new(@"^[A-Za-z0-9_][A-Za-z0-9_.%:-]*$|^[A-Fa-f0-9:]+(%[A-Za-z0-9._-]+)?$", RegexOptions.CultureInvariant);
    private static readonly Regex User = new(@"^[^-\s@""'][^\s""']*$", RegexOptions.CultureInvariant);

    /// <summary>Gets the user to log in as.</summary>
    public string UserName { get; init; } = DefaultUserName;

    /// <summary>Gets the port; null for the one that ssh is configured to use.</summary>
    public int? Port { get; init; }

    /// <summary>Gets the full path of a private key; null for those that ssh is configured to use.</summary>
    public string? IdentityFile { get; init; }

    /// <summary>Gets options of ssh, as its <c>-o</c> takes them.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Gets the address to use in place of a machine's own; null for that.</summary>
    public string? HostName { get; init; }

    /// <summary>Gets how long to try to connect; null for a time that suits the machine.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>Checks what was given.</summary>
    /// <exception cref="PaperspaceException">A value is not of its kind.</exception>
    public void Validate()
    {
        if (!User.IsMatch(UserName) || UserName.Any(char.IsControl))
            throw PaperspaceException.InvalidRequest($"'{UserName}' is not a user name.", nameof(UserName));
        if (HostName is not null && !IsHost(HostName))
            throw PaperspaceException.InvalidRequest($"'{HostName}' is not a host name or an IP address.", nameof(HostName));
        if (Options.FirstOrDefault(option => !Option.IsMatch(option) || option.Any(char.IsControl)) is { } wrong)
            throw PaperspaceException.InvalidRequest(
                $"'{wrong}' is not an option of ssh. Specify a name and a value, such as 'ProxyJump=bastion'.", "SshOption");
        if (Port is < 1 or > 65535)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"'{Port}' is not a port. Use 1 to 65535."), nameof(Port));
        if (ConnectTimeout <= TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("ConnectTimeout has to be more than 0.", nameof(ConnectTimeout));
    }

    /// <summary>Returns whether a host is this computer.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Returns whether a text, which may come from the API, can only be taken for a host.</summary>
    public static bool IsHost(string text) => text.Length <= 255 && Host.IsMatch(text);
}
