using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Reads the manifest with all that reads manifests: it is plain data.</summary>
public sealed class ManifestTests : IDisposable
{
    private const string Expected = "Paperspace.psm1 5.1 Desktop,Core 6a0f2b1c-4e0d-4b52-9d3b-7c1f6a2e8d15";
    private const string Show = "; \"$($m.RootModule) $($m.PowerShellVersion) $($m.CompatiblePSEditions -join ',') $($m.GUID)\"";

    private readonly ModuleCopy _copy = new("net8.0");

    [Theory]
    [InlineData("Test-ModuleManifest $env:Manifest -WarningAction Stop")]
    [InlineData("Import-PowerShellDataFile $env:Manifest")]
    [InlineData("Import-LocalizedData -BaseDirectory (Split-Path $env:Manifest) -FileName Paperspace.psd1")]
    public async Task Every_reader_reads_it(string reader) => Assert.Equal([Expected], await RunAsync($"$m = {reader}{Show}"));

    [Fact]
    public async Task An_update_leaves_it_as_it_was() =>
        Assert.Equal(
            [Expected, "True", "1.2.3", "6"],
            await RunAsync($$"""
                $before = Import-PowerShellDataFile $env:Manifest
                Update-PSModuleManifest $env:Manifest -ModuleVersion 1.2.3
                $m = Import-PowerShellDataFile $env:Manifest{{Show}}
                ($m.CmdletsToExport -join ' ') -eq ($before.CmdletsToExport -join ' ') -and
                    ($m.PrivateData.PSData.Tags -join ' ') -eq ($before.PrivateData.PSData.Tags -join ' ')
                Import-Module (Split-Path $env:Manifest)
                (Get-Module Paperspace).Version.ToString()
                Connect-PsAccount -Simulator
                @(Get-PsMachine).Count
                """));

    [Fact]
    public async Task It_is_complete() =>
        Assert.Equal(
            [RepositoryPaths.Version, "0", "True", "True", "True", "True", "https", "https", "https", "True"],
            await RunAsync("""
                $module = Test-ModuleManifest $env:Manifest -WarningAction Stop
                $module.Version.ToString()
                $module.ExportedFunctions.Count + $module.ExportedVariables.Count + $module.ExportedAliases.Count
                foreach ($text in $module.Author, $module.CompanyName, $module.Description, $module.Copyright) { [bool] $text }
                foreach ($uri in $module.LicenseUri, $module.ProjectUri, [uri] $module.ReleaseNotes) { $uri.Scheme }
                $module.Tags -contains 'PSEdition_Core' -and $module.Tags -contains 'PSEdition_Desktop'
                """));

    [Fact]
    public async Task Its_tags_name_the_commands_that_it_exports() =>
        Assert.Equal(
            ["True", "same", "same"],
            await RunAsync("""
                $manifest = Import-PowerShellDataFile $env:Manifest
                Import-Module $env:Manifest
                $exported = (Get-Module Paperspace).ExportedCmdlets.Keys | Sort-Object
                $exported.Count -gt 10 -and ($exported -join ' ') -eq (($manifest.CmdletsToExport | Sort-Object) -join ' ')
                foreach ($kind in 'PSCmdlet_', 'PSCommand_') {
                    $tagged = $manifest.PrivateData.PSData.Tags -match "^$kind" -replace "^$kind" | Sort-Object
                    $difference = Compare-Object $exported $tagged
                    if ($difference) { "${kind}: $($difference.InputObject -join ' ')" } else { 'same' }
                }
                """));

    [Fact]
    public void It_exports_by_name() =>
        Assert.DoesNotContain('*', File.ReadAllText(Path.Combine(RepositoryPaths.Module, "Paperspace.psd1")));

    public void Dispose() => _copy.Dispose();

    private Task<string[]> RunAsync(string script) =>
        Engine.RunAsync(script, ("Manifest", Path.Combine(_copy.Path, "Paperspace.psd1")));
}
