namespace Paperspace.Testing;

/// <summary>Reads the bodies that were recorded or documented.</summary>
public static class Examples
{
    private static string Folder => RepositoryPaths.In("tests/Paperspace.Testing/Examples");

    /// <summary>Returns the text of an example.</summary>
    /// <param name="name">Its file's name without <c>.json</c>.</param>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json"));

    /// <summary>Returns the names of the examples that begin in this way, in order.</summary>
    public static IEnumerable<string> Names(string prefix) =>
        Directory
            .EnumerateFiles(Folder, prefix + "*.json")
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal);
}
