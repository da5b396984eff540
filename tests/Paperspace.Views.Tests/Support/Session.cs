using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PS = System.Management.Automation.PowerShell;

namespace Paperspace.Views.Tests;

/// <summary>A session of the real engine in a window, that has the module and the objects of Objects.ps1.</summary>
/// <remarks>
/// The package of the engine has no Format-List, Format-Wide or Format-Table -View. Out-Default takes the first view of a type, so for
/// another kind of view the module's own views are loaded without those that come before it.
/// </remarks>
internal sealed class Session : IDisposable
{
    private readonly WindowHost _host = new();
    private readonly Runspace _runspace;

    public Session(ViewKind kind)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThreadOptions = PSThreadOptions.UseCurrentThread;
        if (kind != ViewKind.Default)
        {
            state.Formats.Add(new SessionStateFormatEntry(ModuleViews.Write(kind)));
            state.Types.Add(new SessionStateTypeEntry(ModuleFiles.Types));
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        Window.Width = 100;
        Get($"Import-Module '{(kind == ViewKind.Default ? RepositoryPaths.Manifest : ModuleFiles.Cmdlets)}'");
        Get($". '{Path.Combine(AppContext.BaseDirectory, "Objects.ps1")}'");
    }

    public WindowInterface Window => _host.Window;

    /// <summary>What the window shows of this script's output; the views leave no error behind.</summary>
    public string Show(string script)
    {
        Window.Take();
        Get("$Error.Clear()");
        Invoke(script, shell => shell.AddCommand("Out-Default"));
        Assert.Empty((ArrayList)_runspace.SessionStateProxy.GetVariable("Error"));
        return Window.Take();
    }

    /// <summary>What the window shows of this script's output in a language mode; the script itself is run in the full language.</summary>
    public string Show(string script, PSLanguageMode language)
    {
        _runspace.SessionStateProxy.SetVariable("shown", Get(script));
        Get("$Error.Clear()");
        _runspace.SessionStateProxy.LanguageMode = language;
        try
        {
            Window.Take();
            Invoke("$shown", shell => shell.AddCommand("Out-Default"));
        }
        finally
        {
            _runspace.SessionStateProxy.LanguageMode = PSLanguageMode.FullLanguage;
        }

        Assert.Empty((ArrayList)_runspace.SessionStateProxy.GetVariable("Error"));
        return Window.Take();
    }

    /// <summary>This script's output itself.</summary>
    public Collection<PSObject> Get(string script) => Invoke(script, _ => { });

    public void Dispose() => _runspace.Dispose();

    private Collection<PSObject> Invoke(string script, Action<PS> finish)
    {
        using var shell = PS.Create(_runspace);
        shell.AddScript(script);
        finish(shell);
        var output = shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return output;
    }
}
