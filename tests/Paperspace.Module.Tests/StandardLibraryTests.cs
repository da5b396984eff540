using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>The netstandard2.0 build, which Windows PowerShell gets.</summary>
public sealed class StandardLibraryTests : IDisposable
{
    private const string MainJob = """
        Import-Module $env:PaperspaceModule
        Connect-PsAccount -Simulator -Speed 1000 -MachineCount 0
        $machine = New-PsMachine render -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait
        "created|$($machine.State)"
        "listed|$((Get-PsMachine).Name)"
        "stopped|$((Stop-PsMachine $machine -Wait).State)"
        "used|$((Get-PsMachineUtilization $machine).MachineId -eq $machine.Id)"
        try { Start-PsMachine nosuch } catch { "error|$($_.Exception.Reason)" }

        """;

    private readonly ModuleCopy _module = new("netstandard2.0");

    [Fact]
    public async Task The_main_job_runs_with_its_own_dependencies()
    {
        var lines = await RunAsync(MainJob + LoadedAssembly.Script);

        Assert.Equal(
            ["created|ready", "listed|render", "stopped|off", "used|True", "error|MachineNotFound"],
            lines.Where(line => !line.StartsWith("assembly|", StringComparison.Ordinal)));
        AssertOwnDependencies(lines);
    }

    [Fact]
    public async Task Another_module_with_older_dependencies_works_beside_it()
    {
        const string UseForeign = "Import-Module $env:ForeignModule; (Get-ForeignVersion)[0].Version.ToString()\n";
        var lines = await RunAsync(UseForeign + MainJob + UseForeign + LoadedAssembly.Script);

        Assert.Equal(2, lines.Count(line => line == "112.1.0.0"));
        Assert.Contains("created|ready", lines);
        AssertOwnDependencies(lines);
    }

    public void Dispose() => _module.Dispose();

    private Task<string[]> RunAsync(string script) => Engine.RunAsync(script, ("PaperspaceModule", _module.Path));

    // The engine has a Newtonsoft.Json of its own, which .NET prefers outside a context; Windows PowerShell has none.
    private void AssertOwnDependencies(string[] lines)
    {
        var loaded = LoadedAssembly.ReadAll(lines);
        Assert.Contains(loaded, assembly => assembly.Name == "Paperspace.PowerShell" && assembly.Folder == _module.Library);
        Assert.All(
            ["Paperspace.Client", "Paperspace.Simulator", "RestSharp"],
            name => Assert.Contains(
                loaded, assembly => assembly.Name == name && assembly.Folder == Path.Combine(_module.Library, "Dependencies")));
    }
}
