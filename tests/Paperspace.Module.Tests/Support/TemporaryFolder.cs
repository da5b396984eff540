namespace Paperspace.Module.Tests.Support;

/// <summary>A folder for the time of a test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperspace-module-");

    /// <summary>Where it is.</summary>
    public string Path => _folder.FullName;

    /// <summary>A file or folder in it.</summary>
    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
