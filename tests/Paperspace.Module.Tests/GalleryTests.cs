using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Takes the package through the life of a module at its users', with the PSResourceGet of PowerShell.</summary>
public sealed class GalleryTests(Gallery gallery) : IClassFixture<Gallery>
{
    private const string Install = "Install-PSResource Paperspace -Repository Gallery -Version $version\n";

    private const string MainJob = """
        Connect-PsAccount -Simulator -Speed 1000 -MachineCount 0
        $machine = New-PsMachine render -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait
        "$($machine.State) $((Get-PsMachine).Name) $((Stop-PsMachine $machine -Wait).State)"
        [bool] (Get-PsMachineUtilization $machine)
        Remove-PsMachine $machine -Confirm:$false -Wait
        @(Get-PsMachine).Count
        (Get-Module Paperspace).Version.ToString()

        """;

    private static string Version => RepositoryPaths.Version;

    [Fact]
    public async Task It_is_found_by_name_and_by_tag() =>
        Assert.Equal(
            [$"Paperspace {Version}", $"Paperspace {Gallery.HigherVersion}", $"Paperspace {Gallery.HigherVersion}"],
            await RunAsync("""
                $(
                    Find-PSResource Paperspace -Version $version -Repository Gallery
                    Find-PSResource Paperspace -Repository Gallery
                    Find-PSResource -Tag GPU -Repository Gallery
                ) | ForEach-Object { "$($_.Name) $($_.Version)" }
                """));

    [Fact]
    public async Task It_is_found_by_each_of_its_commands() =>
        Assert.Equal(
            ["all found"],
            await RunAsync("""
                $names = (Import-PowerShellDataFile (Join-Path $env:PaperspaceModule Paperspace.psd1)).CmdletsToExport
                $missing = $names | Where-Object { -not (Find-PSResource -CommandName $_ -Repository Gallery) }
                if ($missing) { $missing } elseif ($names.Count -gt 10) { 'all found' }
                """));

    [Theory]
    [InlineData("Import-Module Paperspace\n")]
    [InlineData("")]
    public async Task The_main_job_runs_once_it_is_installed(string import) =>
        Assert.Equal(["ready render off", "True", "0", Version], await RunAsync(Install + import + MainJob));

    [Fact]
    public async Task It_has_its_help_once_it_is_installed() =>
        Assert.Equal(
            ["True", "True"],
            await RunAsync(
                Install
                    + "(Get-Help Get-PsMachine -Full).examples.example.Count -gt 1; (Get-Help about_Paperspace) -match 'Paperspace' -as "
                    + "[bool]"));

    [Fact]
    public async Task It_is_updated_to_a_higher_version_and_to_a_prerelease_on_request() =>
        Assert.Equal(
            [Gallery.HigherVersion, $"{Gallery.HigherVersion} {Version}", Gallery.Prerelease, "999.1.0"],
            await RunAsync(Install + """
                Update-PSResource Paperspace -Repository Gallery
                (Get-InstalledPSResource Paperspace | Sort-Object Version)[-1].Version.ToString()
                (Get-Module Paperspace -ListAvailable).Version -join ' '
                Update-PSResource Paperspace -Repository Gallery -Prerelease
                Get-InstalledPSResource Paperspace | Where-Object Prerelease | ForEach-Object { "$($_.Version)-$($_.Prerelease)" }
                Connect-PsAccount -Simulator
                (Get-Module Paperspace).Version.ToString()
                """));

    [Fact]
    public async Task A_session_continues_when_the_module_is_uninstalled()
    {
        var lines = await RunAsync(Install + """
            Import-Module Paperspace
            try { Uninstall-PSResource Paperspace -ErrorAction Stop } catch { "in use: $($_.FullyQualifiedErrorId)" }
            try { Connect-PsAccount -Simulator; 'connected' } catch { $_.FullyQualifiedErrorId; "$_" }
            'alive'
            """);

        Assert.Equal("alive", lines[^1]);
        // Windows keeps the files of what is loaded, so that there the uninstallation may fail and the module go on.
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal("ModuleFileMissing,Paperspace.PowerShell.ConnectPsAccountCommand", lines[0]);
        Assert.Contains("Install-PSResource Paperspace -Reinstall", lines[1], StringComparison.Ordinal);
    }

    private Task<string[]> RunAsync(string script) => gallery.RunAsync($"$version = '{Version}'\n{script}");
}
