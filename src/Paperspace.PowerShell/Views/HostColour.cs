using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Colours text for a host that shows colour, and leaves it plain for any other.</summary>
internal static class HostColour
{
    /// <summary>What runs, or went well.</summary>
    public const string Green = "32";

    /// <summary>What is on its way.</summary>
    public const string Yellow = "33";

    /// <summary>What failed.</summary>
    public const string Red = "31";

    /// <summary>What is at rest.</summary>
    public const string Grey = "90";

    /// <summary>The text in this colour, or as it is: without a colour, or in a host that shows none.</summary>
    public static string Paint(string text, string? colour, PSHost? host) =>
        colour is not null && IsShownBy(host) ? $"\u001B[{colour}m{text}\u001B[0m" : text;

    /// <remarks>
    /// PowerShell 7 takes colours out again wherever $PSStyle.OutputRendering says so, and for files and Out-String. It does not when the
    /// process's own output goes to a pipe or file. Windows PowerShell never does, so there text stays plain.
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
