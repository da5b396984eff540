using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Turns what ssh wrote about a connection that failed into an error.</summary>
internal static class SshFailures
{
    private const int MaxShownMessages = 3;

    /// <summary>A server may send a banner of any length.</summary>
    private const int MaxMessageLength = 300;

    private static readonly Regex OwnName = new(@"^(\S*/)?(ssh|scp)(\.exe)?: ", RegexOptions.CultureInvariant);

    /// <summary>What ssh says while a machine boots, or when nothing answers.</summary>
    private static readonly string[] Transient =
    [
        "Connection refused", "Connection timed out", "Operation timed out", "timed out during banner exchange", "No route to host",
        "Network is unreachable", "Connection reset", "Connection closed by", "kex_exchange_identification", "Broken pipe",
        "System is booting up",
    ];

    private static readonly string[] Denied = ["Permission denied (", "Too many authentication failures", "No supported authentication methods"];

    /// <summary>What ssh says when a connection ends that was made.</summary>
    private static readonly string[] Lost =
        ["client_loop", "closed by remote host", "Read from remote host", "Write failed", "Timeout, server"];

    /// <summary>Returns whether another try may succeed.</summary>
    /// <param name="endpoint">The machine: the keys of a new one may come after its sshd.</param>
    /// <param name="messages">What ssh wrote.</param>
    public static bool IsTransient(SshEndpoint endpoint, IReadOnlyList<string> messages) =>
        Has(messages, Transient) || (endpoint.IsNew && Has(messages, Denied) && !SshKey.HasPassphrase(endpoint.IdentityFile));

    /// <summary>Returns in few words why a try failed, for the progress.</summary>
    public static string Summarize(IReadOnlyList<string> messages) => Has(messages, Denied)
        ? "login rejected; the key may still be installing"
        : TerminalText.Sanitize(Clean(messages).LastOrDefault() ?? "no answer").TrimEnd('.');

    /// <summary>Returns whether ssh failed before a shell began.</summary>
    public static bool IsBeforeLogin(IReadOnlyList<string> messages) => !Has(messages, Lost) && IsOfConnection(messages);

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
        var place = $"{endpoint.Host}, port {FormattableString.Invariant($"{endpoint.Configuration?.Port ?? 22}")}";
        if (!Has(messages, Denied))
            return new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable, $"Machine {endpoint} cannot be reached at {place}. ssh: {said}");
        var advice = SshKey.HasPassphrase(endpoint.IdentityFile)
            ? $" The key '{endpoint.IdentityFile}' has a passphrase, which cannot be asked for here. Add it to the agent of ssh: ssh-add "
                + $"{endpoint.IdentityFile}"
            : "";
        return new PaperspaceException(
            PaperspaceErrorReason.SshAccessDenied,
            $"Machine {endpoint} at {place} rejected the login of '{endpoint.UserName}'. ssh: {said}{advice}");
    }

    /// <summary>Returns what ssh wrote last, or its exit code if it wrote nothing.</summary>
    public static string Quote(IReadOnlyList<string> messages, int exitCode)
    {
        var shown = Clean(messages);
        return shown.Length == 0
            ? FormattableString.Invariant($"exit code {exitCode}, without a message.")
            : string.Join(" ", shown.Skip(Math.Max(0, shown.Length - MaxShownMessages)).Select(End));
    }

    /// <summary>Returns the messages that are not empty, safe for a terminal, each once.</summary>
    private static string[] Clean(IReadOnlyList<string> messages) => [.. messages
        .Select(message => OwnName.Replace(TerminalText.Sanitize(message.Trim()), ""))
        .Where(message => message.Length > 0 && !message.StartsWith("Warning: Permanently added", StringComparison.Ordinal))
        .Select(message => message.Length <= MaxMessageLength ? message : message.Substring(0, MaxMessageLength) + "\u2026")
        .Distinct(StringComparer.Ordinal)];

    private static string End(string message) => message[message.Length - 1] is '.' or '!' or '?' or ':' or '\u2026' ? message : message + ".";

    private static bool Has(IEnumerable<string> messages, params string[] texts) =>
        messages.Any(message => texts.Any(text => message.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0));
}
