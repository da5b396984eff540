namespace Paperspace.Tests.Conventions;

/// <summary>Lines of code are no longer than <c>.editorconfig</c> says.</summary>
public sealed class LineTests
{
    private const int Longest = 140;
    private const string RawQuotes = "\"\"\"";

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void Lines_are_no_longer_than_the_editor_shows(string folder)
    {
        var files = Directory.EnumerateFiles(RepositoryPaths.In(folder), "*.cs", SearchOption.AllDirectories).Where(IsSource).ToArray();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(FindLong));
    }

    private static bool IsSource(string path) =>
        !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules");

    private static IEnumerable<string> FindLong(string path)
    {
        var isRaw = false;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var quotes = line.Split(RawQuotes).Length - 1;
            if (line.Length > Longest && !isRaw && quotes == 0) yield return $"{path}:{number}: {line.Length}";
            if (quotes % 2 == 1) isRaw = !isRaw;
        }
    }
}
