using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Paperspace.Shell;

/// <summary>A session of the engine with the module imported: runs scripts, and shows what they give through the host.</summary>
internal sealed class ShellSession : IDisposable
{
    private const string OutDefault = "Out-Default";
    private const string DefaultPrompt = "PS> ";

    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly Stack<PowerShell> _running = [];

    /// <summary>Opens a session.</summary>
    /// <param name="host">The host.</param>
    /// <param name="manifest">The module's manifest.</param>
    public ShellSession(ShellHost host, string manifest)
    {
        _host = host;
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([manifest]);
        // Without Set-Location in the engine, where the session is says nothing.
        state.Commands.Add(new SessionStateFunctionEntry("prompt", "'PS' + '>' * ($NestedPromptLevel + 1) + ' '"));
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        _runspace = RunspaceFactory.CreateRunspace(host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
    }

    /// <summary>Runs a script.</summary>
    public Ending Run(string script)
    {
        Parser.ParseInput(script, out _, out var errors);
        return errors.Length == 0 ? Run(shell => shell.AddScript(script)) : Refuse(errors);
    }

    /// <summary>Runs a script file with its arguments.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arguments">The arguments, each with the name of its parameter or without.</param>
    public Ending RunFile(string path, IEnumerable<CommandParameter> arguments)
    {
        var syntax = Parser.ParseFile(path, out _, out var errors);
        if (errors.Length > 0) return Refuse(errors);

        // As a function: the engine takes an exit in a script file for the end of that file only, and keeps its code
        // where a native command's code could be as well.
        var command = new Command(Path.GetFileName(path));
        foreach (var argument in arguments) command.Parameters.Add(argument);
        _runspace.SessionStateProxy.InvokeProvider.Item.Set("function:" + command.CommandText, syntax.GetScriptBlock());
        return Run(shell => shell.Commands.AddCommand(command));
    }

    /// <summary>Whether the last command of the last script succeeded.</summary>
    public bool LastCommandSucceeded()
    {
        using var shell = Create();
        return shell.AddScript("$?").Invoke<bool>().FirstOrDefault();
    }

    /// <summary>What to show where a command is expected.</summary>
    public string Prompt()
    {
        using var shell = Create();
        try
        {
            return shell.AddCommand("prompt").Invoke<string>().FirstOrDefault() ?? DefaultPrompt;
        }
        catch (RuntimeException)
        {
            return DefaultPrompt;
        }
    }

    /// <summary>Completes a line at a place in it.</summary>
    public CommandCompletion Complete(string line, int cursor)
    {
        using var shell = Create();
        return CommandCompletion.CompleteInput(line, cursor, options: null, shell);
    }

    /// <summary>Stops the script that is running, without waiting for it to end.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Stop()
    {
        lock (_running)
        {
            if (!_running.TryPeek(out var shell)) return false;
            shell.BeginStop(null, null);
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    private Ending Run(Action<PowerShell> fill)
    {
        using var shell = Create();
        fill(shell);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand(OutDefault);
        lock (_running) _running.Push(shell);
        try
        {
            // The engine keeps $? only of what it takes for typed.
            shell.Invoke(input: null, new PSInvocationSettings { AddToHistory = true });
            return shell.InvocationStateInfo.State is PSInvocationState.Stopped ? Ending.Stopped : Ending.Finished;
        }
        catch (PipelineStoppedException)
        {
            return Ending.Stopped;
        }
        catch (RuntimeException failure)
        {
            Show(failure.ErrorRecord);
            return Ending.Failed;
        }
        finally
        {
            lock (_running) _running.Pop();
        }
    }

    private Ending Refuse(ParseError[] errors)
    {
        Show(new ParseException(errors).ErrorRecord);
        return Ending.Failed;
    }

    private void Show(ErrorRecord error)
    {
        using var shell = Create();
        _host.UI.IsShowingError = true;
        try
        {
            shell.AddCommand(OutDefault).AddParameter("InputObject", error).Invoke();
        }
        finally
        {
            _host.UI.IsShowingError = false;
        }
    }

    private PowerShell Create()
    {
        // On the session's own thread a command is waiting for this one.
        if (Runspace.DefaultRunspace == _runspace) return PowerShell.Create(RunspaceMode.CurrentRunspace);
        var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell;
    }
}
