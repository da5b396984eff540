using System.Diagnostics;
using System.Reflection;

namespace Paperspace.Shell;

/// <summary>Starts PowerShell with the module.</summary>
internal static class Program
{
    private const string ModulePathVariable = "PSModulePath";

    /// <summary>
    /// Runs the demo of the module, and then shows a prompt if standard input is a terminal. If there are arguments, passes them to
    /// <c>pwsh</c> instead, which loads the module when one of its commands is used.
    /// </summary>
    /// <returns>The exit code of PowerShell.</returns>
    private static int Main(string[] args)
    {
        var module = Path.GetFullPath(Metadata("ModuleRoot")).TrimEnd(Path.DirectorySeparatorChar);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Metadata("PowerShellAssembly"), .. args.Length > 0 ? args : MainJob(module)]);
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        if (Console.IsOutputRedirected) start.Environment.TryAdd("NO_COLOR", "1");
        start.Environment[ModulePathVariable] = string.Join(
            Path.PathSeparator,
            new[] { Path.GetDirectoryName(module), Environment.GetEnvironmentVariable(ModulePathVariable) }.Where(path =>
                !string.IsNullOrEmpty(path)));

        // The terminal also sends Ctrl+C to PowerShell, which handles it.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }

    private static string[] MainJob(string module)
    {
        string[] file = ["-File", Metadata("MainJob"), "-Module", module];
        return Console.IsInputRedirected
            ? ["-NoLogo", "-NoProfile", "-NonInteractive", .. file]
            : ["-NoLogo", "-NoProfile", "-NoExit", .. file, "-AddToHistory"];
    }

    private static string Metadata(string key) => typeof(Program).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
