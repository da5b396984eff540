namespace Paperspace.Testing;

/// <summary>Creates a folder that exists for the time of a test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperspace-test-");

    /// <summary>Gets the full path of the folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>Returns the full path of a file or folder in it.</summary>
    /// <param name="names">The names from the folder down.</param>
    public string In(params IEnumerable<string> names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Writes a file in it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="text">The file's text.</param>
    /// <returns>The full path of the file.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process that is ending may still write into it. The system empties its temporary folder.
        }
    }
}
