namespace Paperspace.Bench;

/// <summary>What people have installed: PowerShell with precompiled code, and the module as its package lays it out.</summary>
internal sealed class Installed(string root)
{
    private readonly string _pwsh = Path.Combine(root, "PowerShell", "pwsh.dll");

    public string Modules { get; } = Path.Combine(root, "Modules");

    /// <summary>Runs a command in a new process that finds the module by its name and the account in its environment.</summary>
    public (TimeSpan Elapsed, double PeakMegabytes, string Output) Run(string uri, string command) => Processes.Run(
        "dotnet",
        [_pwsh, "-NoProfile", "-NonInteractive", "-Command", command],
        new() { ["PSModulePath"] = Modules, ["PAPERSPACE_API_KEY"] = ListServer.Key, ["PAPERSPACE_CONFIG_HOST"] = uri });

    /// <summary>Runs a script file in a new process.</summary>
    public TimeSpan RunFile(string script, string uri) =>
        Processes.Run("dotnet", [_pwsh, "-NoProfile", "-NonInteractive", "-File", script, uri]).Elapsed;

    /// <summary>Measures a command in a new process, after the process has started and <paramref name="before"/> has run.</summary>
    public TimeSpan Time(string uri, string before, string command)
    {
        const string Clock = "[Diagnostics.Stopwatch]";
        var printed = Run(uri, $"$ErrorActionPreference = 'Stop'; Get-Module | Out-Null; $clock = {Clock}::new(); {before}; $clock.Start(); {command}; $clock.Stop(); $clock.Elapsed.Ticks").Output;
        return TimeSpan.FromTicks(long.Parse(printed.Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
