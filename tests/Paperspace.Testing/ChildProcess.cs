using System.Diagnostics;
using System.Text;

namespace Paperspace.Testing;

/// <summary>
/// Runs a .NET program as a process without a terminal. Environment variables that name an account or a pipeline are kept from it, and
/// every wait for it has a bound.
/// </summary>
public sealed class ChildProcess : IDisposable
{
    private static readonly string[] Unset =
    [
        "PAPERSPACE_API_KEY", "PAPERSPACE_API_KEY_FILE", "PAPERSPACE_API_URL", "PAPERSPACE_CONFIG_HOST", "TF_BUILD", "GITHUB_ACTIONS",
        // A test that was started from PowerShell would hand on the module path of that one.
        "PSModulePath",
    ];

    private readonly Process _process;
    private readonly Task<string> _error;

    private ChildProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The path of the program's assembly.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in Unset) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The path of the program's assembly.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">The text of its standard input.</param>
    /// <param name="environment">Environment variables to set.</param>
    public static async Task<ProcessResult> RunAsync(
        string program, IEnumerable<string> arguments, string input, params IEnumerable<(string Name, string Value)> environment)
    {
        using var child = Start(program, arguments, environment);
        await child._process.StandardInput.WriteAsync(input).ConfigureAwait(false);
        return await child.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Reads the next line of its standard output; <see langword="null"/> at the end.</summary>
    public Task<string?> ReadLineAsync() => Eventually.EndsAsync(_process.StandardOutput.ReadLineAsync());

    /// <summary>Sends what Ctrl+C sends at a terminal. Not on Windows, where only a console can.</summary>
    public void Interrupt() => Posix.Signal(_process.Id, Posix.Interrupt);

    /// <summary>Sends what a system sends to end a program. Not on Windows.</summary>
    public void Terminate() => Posix.Signal(_process.Id, Posix.Terminate);

    /// <summary>Closes its standard input and waits for its end.</summary>
    /// <exception cref="TimeoutException">It did not end within the bound.</exception>
    public async Task<ProcessResult> EndAsync()
    {
        _process.StandardInput.Close();
        var output = await Eventually.EndsAsync(_process.StandardOutput.ReadToEndAsync()).ConfigureAwait(false);
        await Eventually.EndsAsync(_process.WaitForExitAsync()).ConfigureAwait(false);
        return new ProcessResult(_process.ExitCode, output, await _error.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
