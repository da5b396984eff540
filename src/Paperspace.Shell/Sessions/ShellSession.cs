using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Paperspace.Shell;

/// <summary>A session of the engine with the module imported: runs scripts, and shows what they give through the host.</summary>
internal sealed class ShellSession : IDisposable
{
    private const string OutDefault = "Out-Default";
    private const string DefaultPrompt = "PS> ";

    private readonly Runspace _runspace;
    private readonly Stack<PowerShell> _running = [];

    /// <summary>Opens a session.</summary>
    /// <param name="host">The host.</param>
    /// <param name="manifest">The module's manifest.</param>
    public ShellSession(ShellHost host, string manifest)
    {
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
    /// <param name="script">The script.</param>
    /// <param name="keepInHistory">Whether Get-History tells of it.</param>
    public Ending Run(string script, bool keepInHistory = false) => Run(shell => shell.AddScript(script), keepInHistory);

    /// <summary>Runs a command with its parameters.</summary>
    public Ending Run(Command command) => Run(shell => shell.Commands.AddCommand(command));

    /// <summary>Makes a function of a script.</summary>
    public void Define(string function, ScriptBlock body) => _runspace.SessionStateProxy.InvokeProvider.Item.Set("function:" + function, body);

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

    /// <summary>Shows an error as the engine does.</summary>
    public void Show(ErrorRecord error)
    {
        var shown = new PSObject(error);
        // What the engine's own host marks an error with, so that it does not become a result.
        shown.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        using var shell = Create();
        shell.AddCommand(OutDefault).AddParameter("InputObject", shown).Invoke();
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    private Ending Run(Action<PowerShell> fill, bool keepInHistory = false)
    {
        using var shell = Create();
        fill(shell);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand(OutDefault);
        lock (_running) _running.Push(shell);
        try
        {
            shell.Invoke(input: null, new PSInvocationSettings { AddToHistory = keepInHistory });
            return Ending.Finished;
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

    private PowerShell Create()
    {
        // On the session's own thread a command is waiting for this one.
        if (Runspace.DefaultRunspace == _runspace) return PowerShell.Create(RunspaceMode.CurrentRunspace);
        var shell = PowerShell.Create();
        shell.Runspace = _runspace;
        return shell;
    }
}
