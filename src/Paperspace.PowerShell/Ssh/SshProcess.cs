using System.ComponentModel;
using System.Diagnostics;

namespace Paperspace.PowerShell;

/// <summary>Runs <c>ssh</c> or <c>scp</c>.</summary>
internal sealed class SshProcess : IDisposable
{
    private const int MaxMessages = 20;

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SshProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _ended.TrySetResult(_process.ExitCode);
    }

    /// <summary>Gets its standard input, written to directly: the writer that .NET Framework puts before it may add a byte order
    /// mark.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Gets its standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Gets its standard error.</summary>
    public Stream Error => _process.StandardError.BaseStream;

    /// <summary>Gets its exit code, once it has ended.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>Starts it with pipes for its streams, and without a console, so that Ctrl+C does not reach it.</summary>
    /// <exception cref="PaperspaceException">It cannot be started.</exception>
    public static SshProcess StartPiped(string program, IReadOnlyList<string> arguments) => Start(new ProcessStartInfo(program)
    {
        Arguments = CommandLine.Join(arguments),
        UseShellExecute = false,
        CreateNoWindow = true,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });

    /// <summary>Starts it at the terminal of this process.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="capturesErrors">Whether its standard error is read instead of shown.</param>
    /// <exception cref="PaperspaceException">It cannot be started.</exception>
    public static SshProcess StartAtTerminal(string program, IReadOnlyList<string> arguments, bool capturesErrors = false) =>
        Start(new ProcessStartInfo(program)
        {
            Arguments = CommandLine.Join(arguments),
            UseShellExecute = false,
            RedirectStandardError = capturesErrors,
        });

    /// <summary>Reads its standard error to the end.</summary>
    /// <param name="show">Takes each line as it comes.</param>
    /// <returns>The last lines.</returns>
    public async Task<IReadOnlyList<string>> ReadMessagesAsync(Action<string> show)
    {
        var messages = new Queue<string>();
        await Task.Factory.StartNew(
            () => LineReader.Read(
                Error,
                line =>
                {
                    show(line);
                    messages.Enqueue(line);
                    if (messages.Count > MaxMessages) messages.Dequeue();
                },
                static () => { }),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
        return [.. messages];
    }

    /// <summary>Ends it at once, if it has not ended.</summary>
    public void Kill()
    {
        try
        {
#if NET
            _process.Kill(entireProcessTree: true);
#else
            _process.Kill();
#endif
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has just ended by itself.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_ended.Task.IsCompleted) Kill();
        _process.Dispose();
    }

    private static SshProcess Start(ProcessStartInfo start)
    {
        var started = new SshProcess(start);
        try
        {
            started._process.Start();
            return started;
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException)
        {
            started._process.Dispose();
            throw new PaperspaceException(
                PaperspaceErrorReason.SshNotFound, $"'{start.FileName}' cannot be started: {failure.Message}", failure);
        }
    }
}
