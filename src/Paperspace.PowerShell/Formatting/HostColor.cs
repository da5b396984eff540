using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Colors text for a host that shows color, and leaves it as it is for any other.</summary>
internal static class HostColor
{
    /// <summary>The color of what runs, or went well.</summary>
    public const string Green = "32";

    /// <summary>The color of what is in progress.</summary>
    public const string Yellow = "33";

    /// <summary>The color of what failed.</summary>
    public const string Red = "31";

    /// <summary>The color of what is off or cancelled.</summary>
    public const string Gray = "90";

    /// <summary>Returns the text in this color, or as it is: without a color, or for a host that shows none.</summary>
    public static string Paint(string text, string? color, PSHost? host) =>
        color is not null && IsShownBy(host) ? $"\u001B[{color}m{text}\u001B[0m" : text;

    /// <remarks>
    /// PowerShell 7 removes colors wherever $PSStyle.OutputRendering says so, and for files and Out-String. It does not when the
    /// process's own output goes to a pipe or file. Windows PowerShell never does, so there text has no color.
    /// </remarks>
    private static bool IsShownBy(PSHost? host) =>
#if NETSTANDARD
        false;
#else
        host?.UI?.SupportsVirtualTerminal == true
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
#pragma warning disable RS0030 // Nothing else tells that the console host writes to no terminal.
        && !(host.Name == "ConsoleHost" && Console.IsOutputRedirected);
#pragma warning restore RS0030
#endif
}
