namespace Paperspace.Module.Tests.Support;

/// <summary>
/// Gives the package of the module: the file that <c>PAPERSPACE_PACKAGE</c> names, so that what is published is what was tested, or one
/// made from the module's folder.
/// </summary>
public sealed class ModulePackage : IAsyncLifetime
{
    private const string FileVariable = "PAPERSPACE_PACKAGE";

    private readonly TemporaryFolder _folder = new();

    /// <summary>Gets the full path of the package.</summary>
    public string File { get; private set; } = Environment.GetEnvironmentVariable(FileVariable) ?? "";

    /// <summary>Gets whether it has assemblies that were compiled ahead of time, as what is published has.</summary>
    public bool HasImages { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        HasImages = File.Length > 0;
        if (HasImages) return;
        // PSResourceGet keeps a file in the user's home, which two processes at once cannot make.
        using var home = new TemporaryHome();
        await Engine.RunAsync(
            "Compress-PSResource $env:PaperspaceModule $env:Destination", [.. home.Environment, ("Destination", _folder.Path)]);
        File = _folder.In($"Paperspace.{RepositoryPaths.Version}.nupkg");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
