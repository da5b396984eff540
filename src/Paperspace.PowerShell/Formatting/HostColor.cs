using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Colors text if the host shows color.</summary>
internal static class HostColor
{
    /// <summary>Running, or succeeded.</summary>
    public const string Green = "32";

    /// <summary>In progress.</summary>
    public const string Yellow = "33";

    /// <summary>Failed.</summary>
    public const string Red = "31";

    /// <summary>Off, or canceled.</summary>
    public const string Gray = "90";

    /// <summary>Returns the text in a color if there is one and the host shows color, padded or shortened to a width if one is given.</summary>
    public static string Paint(string text, int? width, string? color, object? host)
    {
        if (width is { } cells) text = CellText.Fit(text, 0, cells);
        var padding = new string(' ', Math.Max(0, (width ?? 0) - CellText.Measure(text)));
        return color is not null && IsShownBy(DisplayValue.Unwrap(host) as PSHost)
            ? $"\u001B[{color}m{text}\u001B[0m{padding}"
            : text + padding;
    }

    /// <remarks>
    /// PowerShell 7 removes colors if $PSStyle.OutputRendering says so, and for files and Out-String, but not if the process's own output
    /// is redirected. Windows PowerShell never removes them, so text has no color there.
    /// </remarks>
    private static bool IsShownBy(PSHost? host) =>
#if NETSTANDARD
        false;
#else
        host?.UI?.SupportsVirtualTerminal == true
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
#pragma warning disable RS0030 // The console host has no property for it.
        && !(host.Name == "ConsoleHost" && Console.IsOutputRedirected);
#pragma warning restore RS0030
#endif
}
