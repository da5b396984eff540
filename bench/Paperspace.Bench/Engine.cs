using System.Diagnostics;
using System.Management.Automation.Runspaces;

namespace Paperspace.Bench;

/// <summary>The real PowerShell engine in this process, with the module imported.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule([Repository.Manifest]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>How long a script took.</summary>
    public TimeSpan Run(string script)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script);
        var clock = Stopwatch.StartNew();
        shell.Invoke();
        var elapsed = clock.Elapsed;
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        return elapsed;
    }

    public void Dispose() => _runspace.Dispose();
}
