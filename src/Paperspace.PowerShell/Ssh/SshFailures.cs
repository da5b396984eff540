using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Turns what ssh wrote about a connection that failed into an error.</summary>
internal static class SshFailures
{
    private const int MaxShownMessages = 3;

    private static readonly Regex OwnName = new(@"^(\S*/)?(ssh|scp)(\.exe)?: ", RegexOptions.CultureInvariant);

    /// <summary>What ssh says while a machine boots, or when nothing answers.</summary>
    private static readonly string[] Transient =
    [
        "Connection refused", "Connection timed out", "Operation timed out", "timed out during banner exchange", "No route to host",
        "Network is unreachable", "Connection reset", "Connection closed by", "kex_exchange_identification", "Broken pipe",
        "System is booting up",
    ];

    private static readonly string[] Denied = ["Permission denied (", "Too many authentication failures", "No supported authentication methods"];

    /// <summary>Returns whether another try may succeed.</summary>
    /// <param name="messages">What ssh wrote.</param>
    /// <param name="isFresh">Whether the machine has just started: its keys may come after its sshd.</param>
    public static bool IsTransient(IReadOnlyList<string> messages, bool isFresh) =>
        Has(messages, Transient) || (isFresh && Has(messages, Denied));

    /// <summary>Returns whether what was written is about the connection, and not about what was to be done with it.</summary>
    public static bool IsOfConnection(IReadOnlyList<string> messages) =>
        Has(messages, Transient) || Has(messages, Denied) || Has(messages, "Host key verification failed", "Could not resolve hostname");

    /// <summary>Returns the error for a connection that could not be made.</summary>
    public static PaperspaceException NotConnected(SshEndpoint endpoint, IReadOnlyList<string> messages, int exitCode)
    {
        var id = endpoint.Machine.Id;
        if (Has(messages, "REMOTE HOST IDENTIFICATION HAS CHANGED"))
            return new PaperspaceException(
                PaperspaceErrorReason.HostKeyChanged,
                $"The host key of machine {endpoint} has changed: what answers at {endpoint.Host} may be another machine. If the machine "
                    + $"was reinstalled or restored, remove its old key with: ssh-keygen -R {id}");
        if (Has(messages, "Host key verification failed"))
            return new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable,
                $"The host key of machine {endpoint} is not known, and ssh is configured to accept only known ones. Add it to known_hosts "
                    + $"under the name {id}, or use -SshOption StrictHostKeyChecking=accept-new.");
        var said = Quote(messages, exitCode);
        return Has(messages, Denied)
            ? new PaperspaceException(
                PaperspaceErrorReason.SshAccessDenied, $"Machine {endpoint} at {endpoint.Host} rejected the login. ssh: {said}")
            : new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable, $"Machine {endpoint} cannot be reached at {endpoint.Host}. ssh: {said}");
    }

    /// <summary>Returns what ssh wrote last, or its exit code if it wrote nothing.</summary>
    public static string Quote(IReadOnlyList<string> messages, int exitCode)
    {
        var shown = messages
            .Select(message => OwnName.Replace(TerminalText.Sanitize(message.Trim()), ""))
            .Where(message => message.Length > 0 && !message.StartsWith("Warning: Permanently added", StringComparison.Ordinal))
            .ToArray();
        return shown.Length == 0
            ? FormattableString.Invariant($"exit code {exitCode}, without a message.")
            : string.Join(" ", shown.Skip(Math.Max(0, shown.Length - MaxShownMessages)));
    }

    private static bool Has(IEnumerable<string> messages, params string[] texts) =>
        messages.Any(message => texts.Any(text => message.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0));
}
