namespace Paperspace.Module.Tests.Support;

/// <summary>
/// Serves the package from a folder that is registered as a repository, beside a higher version and a prerelease made from it, to users
/// who have nothing installed.
/// </summary>
public sealed class Gallery : IAsyncLifetime
{
    /// <summary>The higher version.</summary>
    public const string HigherVersion = "999.0.0";

    /// <summary>The prerelease, higher still.</summary>
    public const string Prerelease = "999.1.0-beta1";

    private const string Publish = """
        $ProgressPreference = 'SilentlyContinue'
        Register-PSResourceRepository Gallery -Uri $env:Repository -Trusted
        Publish-PSResource -NupkgPath $env:Package -Repository Gallery
        foreach ($release in @{ ModuleVersion = '999.0.0' }, @{ ModuleVersion = '999.1.0'; Prerelease = 'beta1' }) {
            Update-PSModuleManifest (Join-Path $env:Copy Paperspace.psd1) @release
            Publish-PSResource -Path $env:Copy -Repository Gallery
        }

        """;

    private const string Begin = """
        $ProgressPreference = 'SilentlyContinue'
        Register-PSResourceRepository Gallery -Uri $env:Repository -Trusted
        try {

        """;

    // Where the home of a user cannot be moved, nothing of the test may stay in it.
    private const string End = """

        }
        finally {
            Get-InstalledPSResource Paperspace -ErrorAction Ignore | Uninstall-PSResource -SkipDependencyCheck -ErrorAction Ignore
        }
        """;

    private readonly ModulePackage _package = new();
    private readonly TemporaryFolder _folder = new();

    private string Repository => _folder.In("repository");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _package.InitializeAsync();
        Directory.CreateDirectory(Repository);
        using var copy = new ModuleCopy("net8.0");
        await RunAsUserAsync(Publish, ("Package", _package.File), ("Copy", copy.Path));
    }

    /// <summary>
    /// Runs a script, which must succeed, for a user who has the repository <c>Gallery</c> and no module of ours; gives what it wrote.
    /// </summary>
    public Task<string[]> RunAsync(string script) => RunAsUserAsync(Begin + script + End);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _package.DisposeAsync();
    }

    private async Task<string[]> RunAsUserAsync(string script, params IEnumerable<(string Name, string Value)> environment)
    {
        using var home = new TemporaryHome();
        return await Engine.RunAsync(script, [.. home.Environment, ("Repository", Repository), .. environment]);
    }
}
