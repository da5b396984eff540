namespace Paperspace.Tests.Support;

/// <summary>The bodies that were recorded or documented.</summary>
internal static class Examples
{
    /// <summary>The text of an example.</summary>
    /// <param name="name">Its file's name without <c>.json</c>.</param>
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", name + ".json"));
}
