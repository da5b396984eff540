namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Sets environment variables for a while. Tests that use it are of the collection <see cref="Name"/>, since there is one
/// environment.</summary>
internal sealed class Surroundings : IDisposable
{
    /// <summary>The collection of the tests that change the environment.</summary>
    public const string Name = "Environment";

    private readonly Dictionary<string, string?> _before = [];
    private readonly TemporaryFolder _home = new();

    /// <summary>A folder that is the home for as long as this lasts.</summary>
    public string Home => _home.Path;

    /// <summary>Starts with a home of its own and no Paperspace variable.</summary>
    public Surroundings()
    {
        Set("HOME", Home);
        Set("USERPROFILE", Home);
        Set("PAPERSPACE_API_KEY", null);
        Set("PAPERSPACE_API_KEY_FILE", null);
        Set("PAPERSPACE_API_URL", null);
        Set("PAPERSPACE_CONFIG_HOST", null);
        Set("PAPERSPACE_PRICE_LIST", null);
    }

    /// <summary>Sets a variable, or takes it away.</summary>
    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Writes the configuration file of the older clients.</summary>
    public void Configure(string content) => Configure("config.json", content);

    /// <summary>Writes a file of the official clients.</summary>
    /// <returns>Where it lies.</returns>
    public string Configure(string name, string content)
    {
        var path = GetPath(name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Where a file of the official clients lies, in a folder that exists.</summary>
    public string GetPath(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Home, ".paperspace")).FullName, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (name, value) in _before) Environment.SetEnvironmentVariable(name, value);
        _home.Dispose();
    }
}
