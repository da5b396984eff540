using System.Diagnostics;

namespace Paperspace.Shell.Tests.Support;

/// <summary>The shell as a process of its own, without a terminal.</summary>
internal sealed class ShellProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private ShellProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one.</summary>
    public static ShellProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Paperspace.Shell.dll"), .. arguments]) start.ArgumentList.Add(argument);
        return new ShellProcess(Process.Start(start)!);
    }

    /// <summary>Runs one to its end, with nothing on its standard input.</summary>
    public static Task<ShellOutcome> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <summary>Runs one to its end.</summary>
    public static async Task<ShellOutcome> RunWithInputAsync(string input, params string[] arguments)
    {
        using var shell = Start(arguments);
        await shell._process.StandardInput.WriteAsync(input);
        return await shell.EndAsync();
    }

    /// <summary>Runs the text as a script file.</summary>
    public static async Task<ShellOutcome> RunFileAsync(string script, params string[] arguments)
    {
        using var file = new ScriptFile(script);
        return await RunAsync(["-File", file.Path, .. arguments]);
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
    public async Task<ShellOutcome> EndAsync()
    {
        _process.StandardInput.Close();
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new ShellOutcome(_process.ExitCode, output, await _error);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
