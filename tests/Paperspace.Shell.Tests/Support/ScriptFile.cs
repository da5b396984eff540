namespace Paperspace.Shell.Tests.Support;

/// <summary>A script file for the time of a test.</summary>
internal sealed class ScriptFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperspace-shell-");

    /// <summary>Writes it.</summary>
    public ScriptFile(string script)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "script.ps1");
        File.WriteAllText(Path, script);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
