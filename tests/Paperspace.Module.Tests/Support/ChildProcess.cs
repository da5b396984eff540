using System.Diagnostics;

namespace Paperspace.Module.Tests.Support;

/// <summary>A .NET program as a process without a terminal. What the environment says of accounts and pipelines is kept from it.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly string[] Unset = ["PAPERSPACE_API_KEY", "PAPERSPACE_CONFIG_HOST", "TF_BUILD", "GITHUB_ACTIONS"];

    private readonly Process _process;
    private readonly Task<string> _error;

    private ChildProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one.</summary>
    /// <param name="program">The program's dll.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What to set in its environment.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Unset) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="program">The program's dll.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="environment">What to set in its environment.</param>
    public static async Task<ChildOutcome> RunAsync(
        string program, IEnumerable<string> arguments, string input, params (string Name, string Value)[] environment)
    {
        using var child = Start(program, arguments, environment);
        await child._process.StandardInput.WriteAsync(input);
        return await child.EndAsync();
    }

    /// <summary>The next line of its standard output.</summary>
    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync();

    /// <summary>Presses Ctrl+C, as a terminal would tell it.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Closes its standard input, and waits for its end.</summary>
    public async Task<ChildOutcome> EndAsync()
    {
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new ChildOutcome(_process.ExitCode, output, await _error);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
