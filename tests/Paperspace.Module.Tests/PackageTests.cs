using System.IO.Compression;
using Paperspace.Module.Tests.Support;
using Paperspace.Testing;

namespace Paperspace.Module.Tests;

/// <summary>The package that the PowerShell Gallery takes, and the module as it is installed from it.</summary>
public sealed class PackageTests : IDisposable
{
    private const string MainJob = """
        Connect-PsAccount -Simulator -Speed 1000
        $machine = New-PsMachine render -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait
        "$($machine.State) $((Get-PsMachine).Name) $((Stop-PsMachine $machine -Wait).State)"
        Remove-PsMachine $machine -Confirm:$false
        (Get-Module Paperspace).Version.ToString()
        (Get-Module Paperspace).ModuleBase

        """;

    private static readonly string[] Cmdlets = ["Paperspace.PowerShell.dll", "Paperspace.dll"];

    private static readonly string[] Everywhere =
        ["Newtonsoft.Json.dll", "Paperspace.Client.dll", "Paperspace.Simulator.dll", "Polly.Core.dll", "RestSharp.dll"];

    // What .NET has and Windows PowerShell lacks.
    private static readonly string[] Additions =
    [
        "Microsoft.Bcl.AsyncInterfaces.dll",
        "Microsoft.Bcl.TimeProvider.dll",
        "System.Buffers.dll",
        "System.ComponentModel.Annotations.dll",
        "System.IO.Pipelines.dll",
        "System.Memory.dll",
        "System.Numerics.Vectors.dll",
        "System.Runtime.CompilerServices.Unsafe.dll",
        "System.Text.Encodings.Web.dll",
        "System.Text.Json.dll",
        "System.Threading.Tasks.Extensions.dll",
    ];

    private readonly TemporaryFolder _modules = new();

    private static string Package => RepositoryPaths.In($"out/Paperspace.{RepositoryPaths.Version}.nupkg");

    private string Installed => _modules.In("Paperspace", RepositoryPaths.Version);

    [Fact]
    public void It_has_the_module_and_nothing_else()
    {
        string[] module =
        [
            "Paperspace.psd1", "Paperspace.types.ps1xml", "Paperspace.format.ps1xml", "LICENSE", "THIRD-PARTY-NOTICES.md",
            "en-US/Paperspace.PowerShell.dll-Help.xml",
            "en-US/about_Paperspace.help.txt", "en-US/about_Paperspace_Automation.help.txt", "en-US/about_Paperspace_Waiting.help.txt",
            .. Cmdlets.Select(file => $"lib/net8.0/{file}"), .. Everywhere.Select(file => $"lib/net8.0/DependencyResolver/{file}"),
            .. Cmdlets.Select(file => $"lib/netstandard2.0/{file}"),
            .. Everywhere.Concat(Additions).Select(file => $"lib/netstandard2.0/DependencyResolver/{file}"),
        ];
        using var package = ZipFile.OpenRead(Package);

        var packed = package.Entries.Select(entry => entry.FullName).Where(IsOfTheModule);
        Assert.Equal(module.Order(StringComparer.Ordinal), packed.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Import-Module Paperspace\n")]
    [InlineData("")]
    public async Task The_main_job_runs_once_it_is_installed(string import)
    {
        await InstallAsync();
        var lines = await Engine.RunAsync("$env:PSModulePath = $env:Modules\n" + import + MainJob, ("Modules", _modules.Path));
        Assert.Equal(["ready render off", RepositoryPaths.Version, Installed], lines);
    }

    [Fact]
    public async Task The_manifest_is_complete()
    {
        await InstallAsync();
        var lines = await Engine.RunAsync(
            """
            $module = Test-ModuleManifest ([IO.Path]::Combine($env:Installed, 'Paperspace.psd1')) -WarningAction Stop
            $module.Version.ToString()
            $module.ExportedCmdlets.Count -gt 0
            $module.ExportedFunctions.Count + $module.ExportedVariables.Count + $module.ExportedAliases.Count
            foreach ($text in $module.Author, $module.Description, $module.Copyright, $module.ReleaseNotes) { [bool] $text }
            foreach ($uri in $module.LicenseUri, $module.ProjectUri) { $uri.Scheme }
            $module.Tags -contains 'PSEdition_Core' -and $module.Tags -contains 'PSEdition_Desktop'
            """,
            ("Installed", Installed));
        Assert.Equal([RepositoryPaths.Version, "True", "0", "True", "True", "True", "True", "https", "https", "True"], lines);
    }

    [Fact]
    public void The_manifest_exports_by_name() =>
        Assert.DoesNotContain('*', File.ReadAllText(Path.Combine(RepositoryPaths.Module, "Paperspace.psd1")));

    public void Dispose() => _modules.Dispose();

    private static bool IsOfTheModule(string entry) =>
        entry is not ("Paperspace.nuspec" or "[Content_Types].xml" or "_rels/.rels")
        && !entry.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal);

    private Task InstallAsync() => ZipFile.ExtractToDirectoryAsync(Package, Installed);
}
