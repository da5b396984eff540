namespace Paperspace.Testing;

/// <summary>Creates the home folder of a user who has nothing, for child processes and the time of a test.</summary>
public sealed class TemporaryHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Creates the folder.</summary>
    public TemporaryHome()
    {
        // .NET knows only those of a user's folders that exist, and NuGet takes the current folder in place of one that does not.
        Environment =
        [
            ("HOME", _folder.Path),
            ("XDG_CONFIG_HOME", Directory.CreateDirectory(_folder.In(".config")).FullName),
            ("XDG_DATA_HOME", Directory.CreateDirectory(_folder.In(".local", "share")).FullName),
        ];
    }

    /// <summary>Gets the environment variables that make it the home.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
