namespace Paperspace.Views.Tests;

/// <summary>The generated file of formats.</summary>
public sealed class FormatFileTests
{
    /// <remarks>If this fails, run <c>dotnet run --project src/Paperspace.Views</c>.</remarks>
    [Fact]
    public void File_is_what_the_descriptions_generate() => Assert.Equal(
        FormatFile.Generate(RepositoryPaths.In("views")),
        File.ReadAllText(RepositoryPaths.In("Paperspace.format.ps1xml")),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("Name  width")]
    [InlineData("Name  width wide")]
    [InlineData("Name  fill 3")]
    [InlineData("Name  if always")]
    [InlineData("Name  left")]
    public void Invalid_line_is_named(string line) =>
        Assert.Contains($"'{line}'", Assert.Throws<FormatException>(() => ViewField.Parse(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Invalid_kind_of_view_is_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Network.view", "tree\n  Name\n");

        Assert.Contains("'tree' in Network.view", Assert.Throws<FormatException>(() => FormatFile.Generate(folder.Path)).Message, StringComparison.Ordinal);
    }
}
