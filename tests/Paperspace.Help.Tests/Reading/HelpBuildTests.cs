using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests.Reading;

/// <summary>A folder of pages is built into a folder of help.</summary>
public sealed class HelpBuildTests : IDisposable
{
    private const string Topic = "# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("help");

    private string Pages => Path.Combine(_folder.FullName, "pages");

    private string Help => Path.Combine(_folder.FullName, "help", "en-US");

    public HelpBuildTests()
    {
        Directory.CreateDirectory(Pages);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Topics_without_a_page_are_deleted()
    {
        Write("about_Tests", Topic);
        Assert.True(HelpBuild.Run(Pages, Help, Assert.Fail));
        File.Move(Path.Combine(Pages, "about_Tests.md"), Path.Combine(Pages, "about_More.md"));
        Write("about_More", Topic.Replace("about_Tests", "about_More", StringComparison.Ordinal));
        Assert.True(HelpBuild.Run(Pages, Help, Assert.Fail));
        Assert.Equal(["about_More.help.txt"], Directory.GetFiles(Help).Select(Path.GetFileName));
    }

    [Fact]
    public void Every_problem_is_reported_and_nothing_is_written()
    {
        Write("about_Tests", Topic);
        Write("about_First", "Text.\n");
        Write("Get-Second", "Text.\n");
        var problems = new List<string>();
        Assert.False(HelpBuild.Run(Pages, Help, problems.Add));
        Assert.Equal(["Get-Second.md", "about_First.md"], problems.Select(problem => Path.GetFileName(problem.Split('(')[0])));
        Assert.False(Directory.Exists(Help));
    }

    [Fact]
    public void A_problem_of_the_shared_parameters_is_reported_once()
    {
        foreach (var path in Directory.GetFiles(Documentation.Pages)) File.Copy(path, Path.Combine(Pages, Path.GetFileName(path)));
        var shared = Path.Combine(Pages, HelpPageReader.SharedParameters + ".md");
        File.WriteAllText(shared, File.ReadAllText(shared).Replace("Type: AccountIdentity\n", "", StringComparison.Ordinal));
        var problems = new List<string>();
        Assert.False(HelpBuild.Run(Pages, Help, problems.Add));
        Assert.StartsWith(shared, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_the_module_have_no_problem() => Assert.True(HelpBuild.Run(Documentation.Pages, Help, Assert.Fail));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(Pages, name + ".md"), text);
}
