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

    /// <summary>How long the import of a module takes in a fresh runspace of this process.</summary>
    public static TimeSpan Import(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddScript("Get-Module | Out-Null").Invoke();
        shell.Commands.Clear();
        shell.AddCommand("Import-Module").AddParameter("Name", manifest);
        var clock = Stopwatch.StartNew();
        shell.Invoke();
        if (shell.HadErrors) throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        return clock.Elapsed;
    }

    public void Dispose() => _runspace.Dispose();
}
