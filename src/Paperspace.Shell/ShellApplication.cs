using System.Management.Automation;

namespace Paperspace.Shell;

/// <summary>The shell: a terminal, a session, and what was asked for.</summary>
internal sealed class ShellApplication : IDisposable
{
    private const int FailureExitCode = 1;
    private const int InterruptedExitCode = 130;

    private readonly Terminal _terminal = new();
    private readonly LineHistory _history = new();
    private readonly ShellHost _host;
    private readonly ShellSession _session;
    private readonly CommandLoop _loop;

    /// <summary>Starts the engine with the module.</summary>
    /// <param name="manifest">The module's manifest.</param>
    public ShellApplication(string manifest)
    {
        _host = new ShellHost(_terminal);
        _session = new ShellSession(_host, manifest);
        _loop = new CommandLoop(
            _session,
            _terminal.CanEdit ? new LineEditor(_terminal, _history, _session.Complete) : new PlainLineReader(_terminal));
        _host.PromptUntil = _loop.RunUntil;
        Console.CancelKeyPress += OnCancel;
    }

    /// <summary>Does what was asked for, and gives the code to exit with.</summary>
    public int Run(ShellArguments arguments)
    {
        var exitCode = arguments.Task switch
        {
            ShellTask.Command => RunCommand(arguments.IsFromInput ? Console.In.ReadToEnd() : arguments.Text),
            ShellTask.File => RunFile(arguments.Text, arguments.Rest),
            ShellTask.Tour => RunTour(),
            _ => RunPrompt(),
        };
        return _host.ExitCode ?? exitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _session.Dispose();
    }

    private int RunCommand(string script)
    {
        var ending = _session.Run(script);
        return ending is Ending.Finished && !_session.LastCommandSucceeded() ? FailureExitCode : Code(ending);
    }

    private int RunFile(string path, IReadOnlyList<string> arguments)
    {
        if (!File.Exists(path)) throw new UsageException($"There is no script file {path}.");
        return Code(_session.RunFile(Path.GetFullPath(path), ScriptArguments.Bind(arguments)));
    }

    private int RunTour()
    {
        var ending = new GuidedTour(_session, _terminal, _history).Run();
        return _terminal.IsInteractive && ending is not Ending.Failed ? RunPrompt() : Code(ending);
    }

    private int RunPrompt()
    {
        _loop.RunUntil(() => _host.ExitCode is not null);
        return 0;
    }

    private static int Code(Ending ending) => ending switch
    {
        Ending.Finished => 0,
        Ending.Failed => FailureExitCode,
        _ => InterruptedExitCode,
    };

    private void OnCancel(object? sender, ConsoleCancelEventArgs args) => args.Cancel = _session.Stop();
}
