using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Paperspace.Testing;

/// <summary>Represents a PowerShell session with the module imported through its manifest.</summary>
public sealed class Session : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a session.</summary>
    /// <param name="host">What shows things; null for a host that shows nothing.</param>
    /// <param name="manifest">The module; null for the one that was built.</param>
    public Session(RecordingHost? host = null, string? manifest = null)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([manifest ?? RepositoryPaths.Manifest]);
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
    }

    /// <summary>Makes a variable of the session.</summary>
    public void Set(string name, object? value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script.</param>
    /// <param name="input">What is piped into it.</param>
    public Outcome Run(string script, params object[] input)
    {
        using var shell = Start(script);
        var output = new PSDataCollection<PSObject>();
        RuntimeException? terminating = null;
        try
        {
            shell.Invoke(input, output);
        }
        catch (RuntimeException exception)
        {
            terminating = exception;
        }

        return new Outcome(
            [.. output],
            [.. shell.Streams.Error],
            Texts(shell.Streams.Verbose),
            Texts(shell.Streams.Debug),
            Texts(shell.Streams.Warning),
            terminating);
    }

    /// <summary>Creates a script that is ready to run in this session.</summary>
    public System.Management.Automation.PowerShell Start(string script)
    {
        var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        return shell;
    }

    /// <inheritdoc/>
    public void Dispose() => _runspace.Dispose();

    private static string[] Texts<T>(PSDataCollection<T> records)
        where T : InformationalRecord => [.. records.Select(record => record.Message)];
}
