namespace Paperspace.Testing;

/// <summary>Runs the official PowerShell, without a profile and with nobody to answer.</summary>
public static class Pwsh
{
    private static readonly string[] Options = ["-NoProfile", "-NonInteractive"];

    /// <summary>Starts it with these arguments.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static ChildProcess Start(IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment) =>
        ChildProcess.Start(RepositoryPaths.PowerShellAssembly, [.. Options, .. arguments], [.. Defaults, .. environment]);

    /// <summary>Runs it with these arguments to its end.</summary>
    /// <param name="arguments">The arguments of <c>pwsh</c>.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static async Task<ProcessResult> RunAsync(
        IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        using var process = Start(arguments, environment);
        return await process.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Runs a script, as a file, to its end; its first error ends it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static async Task<ProcessResult> RunScriptAsync(string script, params IEnumerable<(string Name, string Value)> environment)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("script.ps1", "$ErrorActionPreference = 'Stop'\n" + script);
        // What PowerShell found in modules it keeps in a file; what a test finds is not worth keeping.
        return await RunAsync(["-File", file], [("PSModuleAnalysisCachePath", folder.In("cache")), .. environment]).ConfigureAwait(false);
    }

    private static IEnumerable<(string Name, string Value)> Defaults =>
    [
        ("POWERSHELL_TELEMETRY_OPTOUT", "1"), ("POWERSHELL_UPDATECHECK", "Off"), ("NO_COLOR", "1"),
        // Modules that the user of this machine installed are not the tests'.
        ("XDG_DATA_HOME", RepositoryPaths.In("out/no-user-modules")),
    ];
}
